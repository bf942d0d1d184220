import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Round, roundsQuery } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Failed } from '../../parts/Failed.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { RoundTag } from '../../parts/RoundTag.tsx'
import { TermLeft } from '../../parts/TermLeft.tsx'
import { useTitle } from '../../parts/title.ts'
import { To } from '../../parts/To.tsx'
import { ReceiptForm } from './ReceiptForm.tsx'

/** The term, how to object, and where to look for the answer. */
export function PublicityPage(): ReactNode {
  const { t } = useWords()
  const { data, error, refetch } = useQuery(roundsQuery)
  useTitle(t('publicity.title'))
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const open = data.rounds.filter(({ takesObjections }) => takesObjections)
  return (
    <>
      <h1>{t('publicity.title')}</h1>
      <div className="stack">
        {open.length === 0 && (
          <section className="card">
            <h2>{t('publicity.closed')}</h2>
            <p>{t('publicity.closedHint')}</p>
          </section>
        )}
        {open.map((round) => (
          <OpenTerm key={round.id} round={round} />
        ))}
        <section className="card">
          <h2>{t('publicity.lookUp')}</h2>
          <ReceiptForm />
        </section>
        <section className="card extra">
          <h2>{t('publicity.after')}</h2>
          <p>{t('publicity.afterText')}</p>
          <p>{t('publicity.privacy')}</p>
        </section>
      </div>
    </>
  )
}

function OpenTerm({ round }: { round: Round }): ReactNode {
  const { t } = useWords()
  return (
    <section className="card current">
      <p className="line">
        <RoundTag round={round} />
      </p>
      <h2>{t('home.round', { place: round.placeName, year: round.year })}</h2>
      <TermLeft round={round} />
      {round.termDays !== null && (
        <p className="extra where">{t('publicity.term', { days: round.termDays })}</p>
      )}
      <h3>{t('publicity.how')}</h3>
      <ol className="steps">
        <li>{t('publicity.step1')}</li>
        <li>{t('publicity.step2')}</li>
        <li>{t('publicity.step3')}</li>
      </ol>
      <div className="actions">
        <To to="/publicity/objection" search={{ round: round.id }} className="button primary">
          {t('publicity.object')}
        </To>
        <To to="/results" search={{ round: round.id, kind: 'compound' }} className="button">
          {t('home.seeResults')}
        </To>
      </div>
    </section>
  )
}
