import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { endSession, type OwnRow, ownClaimsQuery, whoQuery } from '../../api/claims.ts'
import { useWords } from '../../app/words.ts'
import { ClaimState } from '../../parts/ClaimState.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { dayWords, lastDayOf } from '../../parts/format.ts'
import { Loading } from '../../parts/Loading.tsx'
import { PhoneProof } from '../../parts/PhoneProof.tsx'
import { useTitle } from '../../parts/title.ts'
import { To } from '../../parts/To.tsx'
import '../claim/claim.css'

/** What this phone has reported or joined. */
export function MinePage(): ReactNode {
  const { t } = useWords()
  const { data: who, error, refetch } = useQuery(whoQuery)
  useTitle(t('mine.title'))
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!who) return <Loading />
  return (
    <>
      <h1>{t('mine.title')}</h1>
      {who.phone === null ? (
        <div className="stack">
          <PhoneProof title={t('mine.prove')} hint={t('mine.proveHint')} onProved={() => undefined} />
          <section className="card">
            <h2>{t('lookUp.title')}</h2>
            <To to="/claims" className="button">
              {t('lookUp.open')}
            </To>
          </section>
        </div>
      ) : (
        <Mine phone={who.phone} />
      )}
    </>
  )
}

function Mine({ phone }: { phone: string }): ReactNode {
  const { t } = useWords()
  const client = useQueryClient()
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery(ownClaimsQuery)
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const rows = data.pages.flatMap((page) => page.rows)
  return (
    <>
      <p className="line where">
        {t('mine.of', { phone })}
        <button
          type="button"
          className="button"
          onClick={() => {
            void endSession().then(() => client.clear())
            location.assign(import.meta.env.BASE_URL)
          }}
        >
          {t('mine.leave')}
        </button>
      </p>
      {rows.length === 0 && (
        <section className="card">
          <h2>{t('mine.none')}</h2>
          <p>{t('mine.noneHint')}</p>
        </section>
      )}
      <ul className="claims">
        {rows.map((row) => (
          <Row key={row.number} row={row} />
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="button" onClick={() => void fetchNextPage()}>
          {t('mine.more')}
        </button>
      )}
      <div className="thumb">
        <To to="/report" className="button primary">
          {t('report.title')}
        </To>
      </div>
    </>
  )
}

function Row({ row }: { row: OwnRow }): ReactNode {
  const { t, language, either } = useWords()
  return (
    <li className="card">
      <To to={`/mine/${row.number}`}>
        <strong>{either(row.categoryName, row.categoryNameEn)}</strong>
      </To>
      <p className="line">
        <ClaimState state={row.state} />
        {row.follows && <span className="where">{t('mine.follows')}</span>}
        {row.asksRating && <span className="where">{t('mine.asksRating')}</span>}
      </p>
      <p className="where">
        {row.placeName} · {dayWords(row.openedOn, language)}
      </p>
      {row.heldBy && (
        <p>
          {row.dueAt
            ? t('claim.heldUntil', { who: row.heldBy, day: dayWords(lastDayOf(row.dueAt), language) })
            : t('claim.held', { who: row.heldBy })}
        </p>
      )}
    </li>
  )
}
