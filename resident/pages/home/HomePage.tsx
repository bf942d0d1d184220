import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Round, roundsQuery } from '../../api/queries.ts'
import { useElderly } from '../../app/mode.ts'
import { useWords } from '../../app/words.ts'
import { Failed } from '../../parts/Failed.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { RoundTag } from '../../parts/RoundTag.tsx'
import { useTitle } from '../../parts/title.ts'
import { To } from '../../parts/To.tsx'
import { CurrentRound } from './CurrentRound.tsx'
import { Districts } from './Districts.tsx'
import { ReportCard } from './ReportCard.tsx'
import { SearchForm } from './SearchForm.tsx'
import { StarCounts } from './StarCounts.tsx'
import './home.css'

export function HomePage(): ReactNode {
  const { t } = useWords()
  const { data, error, refetch } = useQuery(roundsQuery)
  const elderly = useElderly()
  useTitle(undefined)
  const [current, ...earlier] = data?.rounds ?? []
  return (
    <div className="home">
      <section className="hero">
        <h1>{t('home.title')}</h1>
        <SearchForm />
        <p className="extra hint">{t('home.searchHint')}</p>
      </section>
      <ReportCard />
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error && <Loading />}
      {data && !current && <Nothing />}
      {current && (
        <div className="columns">
          <div>
            <CurrentRound round={current} />
            <Districts round={current} />
          </div>
          <div>
            <StarCounts round={current} />
            {!elderly && <More earlier={earlier} />}
          </div>
        </div>
      )}
    </div>
  )
}

function Nothing(): ReactNode {
  const { t } = useWords()
  return (
    <section className="card">
      <h2>{t('home.nothing')}</h2>
      <p>{t('home.nothingHint')}</p>
    </section>
  )
}

function More({ earlier }: { earlier: readonly Round[] }): ReactNode {
  const { t } = useWords()
  return (
    <section className="card">
      <h2>{t('home.more')}</h2>
      <ul className="rowlinks">
        <li>
          <To to="/publicity">{t('home.howToObject')}</To>
        </li>
        <li>
          <To to="/claims">{t('lookUp.title')}</To>
        </li>
        <li>
          <To to="/receipts">{t('home.receipts')}</To>
        </li>
        <li>
          <To to="/verify">{t('home.verify')}</To>
        </li>
        <li>
          <To to="/open-data">{t('home.openData')}</To>
        </li>
        {earlier.map((round) => (
          <li key={round.id}>
            <To to="/results" search={{ round: round.id }}>
              {t('home.earlier', { year: round.year, name: round.name })}
            </To>{' '}
            <RoundTag round={round} />
          </li>
        ))}
      </ul>
    </section>
  )
}
