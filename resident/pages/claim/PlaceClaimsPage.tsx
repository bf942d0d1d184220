import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { placeClaimsQuery } from '../../api/claims.ts'
import { useParts } from '../../app/address.ts'
import { useWords } from '../../app/words.ts'
import { ClaimState } from '../../parts/ClaimState.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { dayWords } from '../../parts/format.ts'
import { Loading } from '../../parts/Loading.tsx'
import { useTitle } from '../../parts/title.ts'
import { To } from '../../parts/To.tsx'
import './claim.css'

/** What a compound's people have reported: category, day and state. */
export function PlaceClaimsPage(): ReactNode {
  const { t, language, either } = useWords()
  const { id } = useParts('id')
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(placeClaimsQuery(id))
  const first = data?.pages[0]
  useTitle(first?.place.name)
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data || !first) return <Loading />
  const rows = data.pages.flatMap((page) => page.rows)
  return (
    <>
      <h1>{first.place.name}</h1>
      <p className="where">{first.place.lies}</p>
      <p>{t('placeClaims.open', { count: first.open })}</p>
      {rows.length === 0 && <p className="card">{t('placeClaims.none')}</p>}
      <ul className="claims">
        {rows.map((row) => (
          <li key={row.number} className="card">
            <To to="/claims" search={{ number: row.number }}>
              {either(row.categoryName, row.categoryNameEn)}
            </To>
            <p className="line">
              <ClaimState state={row.state} />
              <span className="where">{dayWords(row.openedOn, language)}</span>
            </p>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="button" onClick={() => void fetchNextPage()}>
          {t('mine.more')}
        </button>
      )}
      <div className="thumb">
        <To to="/report" search={{ at: first.place.code }} className="button primary">
          {t('report.title')}
        </To>
      </div>
    </>
  )
}
