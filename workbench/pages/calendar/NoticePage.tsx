import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Sideways } from '../../parts/table/Sideways.tsx'
import { getNotice, type NoticeReceipt } from '../../../contracts/calendar/staff.ts'
import { call } from '../../api/client.ts'
import { count } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { StateTag } from '../../parts/marks/StateTag.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { RecordPage } from '../../parts/record/RecordPage.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { yearAddress } from './addresses.ts'
import { Arrangements } from './Arrangements.tsx'
import { Origin } from './Notices.tsx'
import './calendar.css'

/** What was loaded and whose deadlines moved with it; can be found again and printed. */
export function NoticePage(): ReactNode {
  const { t } = useTranslation('calendar')
  const { id = '' } = useParams({ strict: false })
  const crumbs = [{ label: t('title'), to: '/calendar' }]
  const { data, error, refetch } = useQuery({
    queryKey: ['calendar', 'notice', id],
    queryFn: ({ signal }) => call(getNotice, { params: { id } }, { signal }),
  })
  if (!data)
    return (
      <div className="gz-page">
        <PageHead title={t('receipt')} crumbs={crumbs} />
        <div className="gz-card">
          {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
        </div>
      </div>
    )
  const state = data.standing ? (
    <StateTag kind="done" word={t('stands')} />
  ) : (
    <StateTag kind="ended" word={t('replaced')} />
  )
  const facts = [
    { label: t('ofYear'), value: <Goto to={yearAddress(data.year)}>{data.year}</Goto> },
    { label: t('workingDays'), value: count(data.workingDays) },
    { label: t('number'), value: data.number ?? t('noNumber') },
    { label: t('issued'), value: `${data.issuer} ${data.issuedOn}` },
    { label: t('origin'), value: <Origin row={data} />, wide: true },
  ]
  const print = (
    <Button className="gz-noprint" icon={<PrinterOutlined />} onClick={() => window.print()}>
      {t('print')}
    </Button>
  )
  return (
    <RecordPage
      title={data.title}
      crumbs={crumbs}
      state={state}
      groups={[{ title: t('receipt'), facts, action: print }]}
    >
      <MovedDeadlines receipt={data} />
      <Arrangements days={data.days} />
    </RecordPage>
  )
}

function MovedDeadlines({ receipt: { moved, movedCount } }: { receipt: NoticeReceipt }): ReactNode {
  const { t } = useTranslation('calendar')
  const shown = (day: string, provisional: boolean) => (provisional ? t('perhaps', { day }) : day)
  return (
    <section className="gz-card" aria-label={t('moved.title')}>
      <div className="gz-section-head">
        <h2>{t('moved.title')}</h2>
      </div>
      <p className="gz-notice-confirm">
        {movedCount === 0 ? t('moved.none') : t('moved.count', { count: movedCount, shown: moved.length })}
      </p>
      {moved.length > 0 && (
        <Sideways>
          <table className="gz-standard">
            <thead>
              <tr>
                <th scope="col">{t('moved.what')}</th>
                <th scope="col">{t('moved.before')}</th>
                <th scope="col">{t('moved.after')}</th>
              </tr>
            </thead>
            <tbody>
              {moved.map((one) => (
                <tr key={`${one.resource}${one.id}`}>
                  <th scope="row">
                    <Goto to={one.link}>{one.title}</Goto>
                  </th>
                  <td className="gz-number">{shown(one.before, one.wasProvisional)}</td>
                  <td className="gz-number">{shown(one.after, one.isProvisional)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      )}
    </section>
  )
}
