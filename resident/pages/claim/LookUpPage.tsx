import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { claimNumberPattern, tidyNumber } from '../../../contracts/petitions/public-words.ts'
import { lookUpQuery } from '../../api/claims.ts'
import { useAsked } from '../../app/address.ts'
import { useWords } from '../../app/words.ts'
import { ClaimState } from '../../parts/ClaimState.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { dayWords } from '../../parts/format.ts'
import { Loading } from '../../parts/Loading.tsx'
import { useTitle } from '../../parts/title.ts'
import { To, useGo } from '../../parts/To.tsx'

/** By number: category, place, day and state, for anybody. */
export function LookUpPage(): ReactNode {
  const { t } = useWords()
  const { number } = useAsked('number')
  useTitle(t('lookUp.title'))
  return (
    <>
      <h1>{t('lookUp.title')}</h1>
      <div className="stack">
        {number && <Found key={number} number={number} />}
        <NumberForm key={`form ${number ?? ''}`} number={number ?? ''} />
        <section className="card">
          <p>{t('lookUp.moreHint')}</p>
          <To to="/mine" className="button">
            {t('mine.title')}
          </To>
        </section>
      </div>
    </>
  )
}

function NumberForm({ number }: { number: string }): ReactNode {
  const { t } = useWords()
  const go = useGo()
  const [typed, setTyped] = useState(number)
  const [wrong, setWrong] = useState(false)
  return (
    <form
      className="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const tidy = tidyNumber(typed)
        setWrong(!claimNumberPattern.test(tidy))
        if (claimNumberPattern.test(tidy)) go('/claims', { number: tidy })
      }}
    >
      <label className="field">
        <span>{t('lookUp.number')}</span>
        <input
          value={typed}
          autoComplete="off"
          spellCheck={false}
          maxLength={30}
          placeholder="SQ20260101-000001"
          aria-invalid={wrong}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      {wrong && (
        <p className="fault" role="alert">
          {t('lookUp.wrong')}
        </p>
      )}
      <button type="submit" className="button primary">
        {t('lookUp.open')}
      </button>
    </form>
  )
}

function Found({ number }: { number: string }): ReactNode {
  const { t, language, either } = useWords()
  const { data, error, refetch } = useQuery(lookUpQuery(number))
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <section className="card" aria-live="polite">
      <p className="number">{data.number}</p>
      <p className="line">
        <strong>{either(data.categoryName, data.categoryNameEn)}</strong> <ClaimState state={data.state} />
      </p>
      <p className="where">
        {data.placeName} · {t('lookUp.filedOn', { day: dayWords(data.openedOn, language) })}
      </p>
      {data.text && <p className="said">{data.text}</p>}
    </section>
  )
}
