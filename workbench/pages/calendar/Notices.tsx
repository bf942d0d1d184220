import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Sideways } from '../../parts/table/Sideways.tsx'
import { listNotices, loadNotice, type NoticeSource } from '../../../contracts/calendar/staff.ts'
import { call } from '../../api/client.ts'
import { may, useMe } from '../../api/session.ts'
import { dateTime } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { StateTag } from '../../parts/marks/StateTag.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { noticeAddress, yearAddress } from './addresses.ts'
import '../standards/table.css'

/** Every notice that is shipped or was loaded; versions that no longer stand stay here. */
export function Notices(): ReactNode {
  const { t } = useTranslation('calendar')
  const { data, error, refetch } = useQuery({
    queryKey: ['calendar', 'notices'],
    queryFn: ({ signal }) => call(listNotices, {}, { signal }),
  })
  return (
    <section className="gz-card" aria-label={t('notices')}>
      <div className="gz-section-head">
        <h2>{t('notices')}</h2>
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={3} />}
      {data && (
        <Sideways>
          <table className="gz-standard">
            <thead>
              <tr>
                <th scope="col">{t('ofYear')}</th>
                <th scope="col">{t('notice')}</th>
                <th scope="col">{t('standing')}</th>
                <th scope="col">{t('origin')}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <Row key={`${row.year}-${row.version}`} row={row} />
              ))}
            </tbody>
          </table>
        </Sideways>
      )}
    </section>
  )
}

function Row({ row }: { row: NoticeSource }): ReactNode {
  const { t } = useTranslation('calendar')
  const opens = may(useMe(), loadNotice.verb)
  return (
    <tr>
      <th scope="row" className="gz-number">
        <Goto to={yearAddress(row.year)}>{row.year}</Goto>
      </th>
      <td>
        {row.id !== null && opens ? <Goto to={noticeAddress(row.id)}>{row.title}</Goto> : row.title}
        <span className="gz-fact-hint gz-faint">
          {row.number ?? t('noNumber')} · {row.issuedOn}
        </span>
      </td>
      <td>
        {row.standing ? (
          <StateTag kind="done" word={t('stands')} />
        ) : (
          <StateTag kind="ended" word={t('replaced')} />
        )}
      </td>
      <td>
        <Origin row={row} />
      </td>
    </tr>
  )
}

/** Shipped, or who loaded it when and why. */
export function Origin({ row }: { row: NoticeSource }): ReactNode {
  const { t } = useTranslation('calendar')
  if (row.loadedAt === null) return t('shipped')
  return (
    <>
      {t('loadedBy', { version: row.version, by: row.loadedByName ?? '', at: dateTime(row.loadedAt) })}
      {row.reason !== null && <span className="gz-fact-hint">{t('because', { reason: row.reason })}</span>}
    </>
  )
}
