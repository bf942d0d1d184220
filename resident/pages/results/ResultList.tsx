import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Filters, type ListRow, resultsQuery } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Failed } from '../../parts/Failed.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { score } from '../../parts/format.ts'
import { Stars } from '../../parts/Stars.tsx'
import { To } from '../../parts/To.tsx'

export function ResultList({ roundId, filters }: { roundId: string; filters: Filters }): ReactNode {
  const { t } = useWords()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    resultsQuery(roundId, filters),
  )
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const rows = data.pages.flatMap((page) => page.rows)
  if (rows.length === 0)
    return (
      <p className="note" role="status">
        {t('results.none')}
      </p>
    )
  return (
    <>
      <p className="hidden" role="status">
        {t('results.shown', { count: rows.length })}
      </p>
      <ol className="results">
        {rows.map((row) => (
          <li key={row.subjectId}>
            <ResultCard roundId={roundId} row={row} />
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <button
          type="button"
          className="button more"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t(isFetchingNextPage ? 'states.loading' : 'results.more')}
        </button>
      )}
    </>
  )
}

/** Stars first for a project, the rank for all others. */
export function ResultCard({ roundId, row }: { roundId: string; row: ListRow }): ReactNode {
  const { t } = useWords()
  const { kind, name, districtName, streetName, total, band, rank, notAssessed } = row
  const where =
    kind === 'district'
      ? ''
      : [districtName, kind === 'street' ? null : streetName].filter(Boolean).join(' · ')
  return (
    <To to={`/results/${roundId}/${row.subjectId}`} className="result">
      <span className="name">
        <strong>{name}</strong>
        <span className="where">
          {kind === 'compound' ? where : [t(`kinds.${kind}`), where].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className="got">
        {notAssessed || total === null ? (
          <span className="where">{t(notAssessed ? 'results.notAssessed' : 'results.noScore')}</span>
        ) : (
          <>
            {kind === 'compound' ? (
              <Stars band={band} />
            ) : (
              rank !== null && <span>{t('results.rank', { rank })}</span>
            )}
            <span className="total">{t('results.points', { points: score(total) })}</span>
          </>
        )}
      </span>
    </To>
  )
}
