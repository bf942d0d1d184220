import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { shownKinds } from '../../../contracts/publicity/words.ts'
import { roundsQuery } from '../../api/queries.ts'
import { useAsked } from '../../app/address.ts'
import { useWords } from '../../app/words.ts'
import { Failed } from '../../parts/Failed.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { RoundTag } from '../../parts/RoundTag.tsx'
import { useTitle } from '../../parts/title.ts'
import { SearchForm } from '../home/SearchForm.tsx'
import { FilterRow } from './FilterRow.tsx'
import { ResultList } from './ResultList.tsx'
import './results.css'

/** All results of a round, the best first; what is chosen stands in the address. */
export function ResultsPage(): ReactNode {
  const { t } = useWords()
  const asked = useAsked('round', 'kind', 'district', 'street', 'band', 'text')
  const { data, error, refetch } = useQuery(roundsQuery)
  useTitle(t('results.title'))
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const round = data.rounds.find(({ id }) => id === asked.round) ?? data.rounds[0]
  if (!round) return <p className="note">{t('home.nothing')}</p>
  const known = shownKinds.find((kind) => kind === asked.kind)
  // Who searches looks for anything; who leafs begins with the projects.
  const kind = known ?? (asked.text ? undefined : 'compound')
  const { district, street, band, text } = asked
  return (
    <>
      <h1>{t('results.title')}</h1>
      <p className="line">
        {t('results.of', { place: round.placeName, year: round.year })} <RoundTag round={round} />
      </p>
      <SearchForm key={text} text={text ?? ''} round={round.id} />
      <FilterRow rounds={data.rounds} round={round} kind={kind} asked={asked} />
      <ResultList roundId={round.id} filters={{ kind, district, street, band, text }} />
    </>
  )
}
