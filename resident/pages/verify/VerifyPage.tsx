import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { paperNames, plainCode, printedCode } from '../../../contracts/archives/words.ts'
import { useParts } from '../../app/address.ts'
import { useWords } from '../../app/words.ts'
import { Failed } from '../../parts/Failed.tsx'
import { dayOf, dayWords, score } from '../../parts/format.ts'
import { Loading } from '../../parts/Loading.tsx'
import { Stars } from '../../parts/Stars.tsx'
import { Sign } from '../../parts/Tag.tsx'
import { useTitle } from '../../parts/title.ts'
import { To, useGo } from '../../parts/To.tsx'
import { type Certificate, certificateQuery } from './certificate.ts'

/** Reached by a certificate's QR code: is the paper true, and does it still hold? */
export function VerifyPage(): ReactNode {
  const { t } = useWords()
  const { code } = useParts('code')
  const { data, error, refetch } = useQuery(certificateQuery(code))
  useTitle(t('verify.title'))
  return (
    <>
      <h1>{t('verify.title')}</h1>
      <div className="stack">
        {error ? <Failed error={error} onRetry={() => void refetch()} /> : null}
        {data === undefined && !error && <Loading />}
        {data === null && <Unknown code={code} />}
        {data && <Known certificate={data} />}
        <CodeForm />
      </div>
    </>
  )
}

export function VerifyStartPage(): ReactNode {
  const { t } = useWords()
  useTitle(t('verify.title'))
  return (
    <>
      <h1>{t('verify.title')}</h1>
      <p>{t('verify.intro')}</p>
      <div className="stack">
        <CodeForm />
      </div>
    </>
  )
}

function Unknown({ code }: { code: string }): ReactNode {
  const { t } = useWords()
  return (
    <section className="card" role="alert">
      <h2>
        <Sign of="wrong" /> {t('verify.unknown')}
      </h2>
      <p className="number">{code}</p>
      <p>{t('verify.unknownHint')}</p>
    </section>
  )
}

function Known({ certificate }: { certificate: Certificate }): ReactNode {
  const { t, language, either } = useWords()
  const paper = paperNames[certificate.kind]
  const { subjectName, year, roundName, band, total, rank, issuedAt, state, roundId, subjectId } = certificate
  return (
    <section className="card">
      <h2>
        <Sign of={state === 'valid' ? 'done' : 'wrong'} />{' '}
        {t(state === 'valid' ? 'verify.valid' : 'verify.replaced')}
      </h2>
      <p>{t(state === 'valid' ? 'verify.validHint' : 'verify.replacedHint')}</p>
      <dl className="pairs">
        <dt>{t('verify.paper')}</dt>
        <dd>{either(paper.zh, paper.en)}</dd>
        <dt>{t('verify.who')}</dt>
        <dd>
          <strong>{subjectName}</strong>
        </dd>
        <dt>{t('verify.what')}</dt>
        <dd>
          {t('verify.round', { year, name: roundName })}
          {band !== null && <Stars band={band} large />}
          {total !== null && <span className="big">{t('results.points', { points: score(total) })}</span>}
          {rank !== null && band === null && <span> {t('results.rank', { rank })}</span>}
        </dd>
        <dt>{t('verify.issued')}</dt>
        <dd>{dayWords(dayOf(issuedAt), language)}</dd>
        <dt>{t('verify.code')}</dt>
        <dd className="number">{printedCode(plainCode(certificate.code))}</dd>
      </dl>
      {roundId && subjectId && (
        <To to={`/results/${roundId}/${subjectId}`} className="button primary">
          {t('verify.open')}
        </To>
      )}
    </section>
  )
}

function CodeForm(): ReactNode {
  const { t } = useWords()
  const go = useGo()
  const [typed, setTyped] = useState('')
  return (
    <form
      className="card noprint"
      onSubmit={(event) => {
        event.preventDefault()
        if (plainCode(typed)) go(`/verify/${encodeURIComponent(printedCode(plainCode(typed)))}`)
      }}
    >
      <label className="field">
        <span>{t('verify.type')}</span>
        <input
          value={typed}
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button type="submit" className="button">
        {t('verify.check')}
      </button>
    </form>
  )
}
