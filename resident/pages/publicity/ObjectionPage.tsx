import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { roundsQuery } from '../../api/queries.ts'
import { useAsked } from '../../app/address.ts'
import { useWords } from '../../app/words.ts'
import { Failed } from '../../parts/Failed.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { TermLeft } from '../../parts/TermLeft.tsx'
import { useTitle } from '../../parts/title.ts'
import { AboutWhat } from './AboutWhat.tsx'
import { ObjectionForm } from './ObjectionForm.tsx'

/** Three taps: about what, what is wrong, send. */
export function ObjectionPage(): ReactNode {
  const { t } = useWords()
  const { round: roundId, subject } = useAsked('round', 'subject')
  const { data, error, refetch } = useQuery(roundsQuery)
  useTitle(t('objection.title'))
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const open = data.rounds.filter(({ takesObjections }) => takesObjections)
  const round = open.find(({ id }) => id === roundId) ?? open[0]
  if (!round)
    return (
      <section className="card">
        <h1>{t('publicity.closed')}</h1>
        <p>{t('publicity.closedHint')}</p>
      </section>
    )
  return (
    <>
      <h1>{t('objection.title')}</h1>
      <TermLeft round={round} />
      <div className="stack">
        <AboutWhat round={round} subjectId={subject} />
        <ObjectionForm key={subject ?? ''} roundId={round.id} subjectId={subject} />
      </div>
    </>
  )
}
