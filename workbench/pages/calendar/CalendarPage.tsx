import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { exportDays, getYear, loadNotice } from '../../../contracts/calendar/staff.ts'
import type { Answer } from '../../../contracts/endpoint.ts'
import { call } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { may, useMe } from '../../api/session.ts'
import { word } from '../../app/search.ts'
import { count, today } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { ExportButton } from '../../parts/list/ExportButton.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { FactGroups } from '../../parts/record/FactGroups.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { Arrangements } from './Arrangements.tsx'
import { Months } from './Months.tsx'
import { Notices } from './Notices.tsx'
import { YearState } from './YearState.tsx'
import { TermCalculator } from './TermCalculator.tsx'
import { yearAddress } from './addresses.ts'
import './calendar.css'

type Year = Answer<typeof getYear>
const [first, last] = [2000, 2099]

/** On which days is worked, by which paper; the year stands in the address. */
export function CalendarPage(): ReactNode {
  const { t } = useTranslation('calendar')
  const router = useRouter()
  const loads = may(useMe(), loadNotice.verb)
  const asked = Number(word(useSearch({ strict: false }), 'year'))
  const year =
    Number.isInteger(asked) && asked >= first && asked <= last ? asked : Number(today().slice(0, 4))
  const { data, error, refetch } = useQuery({
    queryKey: ['calendar', 'year', year],
    queryFn: ({ signal }) => call(getYear, { params: { year } }, { signal }),
  })
  const actions = (
    <>
      <ExportButton
        run={() => download(exportDays, { query: { year } }, t('exportName', { year: String(year) }))}
      />
      {loads && (
        <Button type="primary" onClick={() => void router.navigate({ to: '/calendar/load' })}>
          {t('load')}
        </Button>
      )}
    </>
  )
  return (
    <div className="gz-page">
      <PageHead title={t('title')} intro={t('intro')} actions={actions} />
      <YearSwitch year={year} />
      {data ? (
        <OneYear data={data}>
          <TermCalculator />
        </OneYear>
      ) : (
        <div className="gz-card">
          {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
        </div>
      )}
      <Notices />
    </div>
  )
}

function YearSwitch({ year }: { year: number }): ReactNode {
  const { t } = useTranslation('calendar')
  const way = (to: number, icon: ReactNode) => (
    <Goto to={yearAddress(to)} className="gz-year-way">
      {icon}
      <span className="gz-hidden">{t('toYear', { year: String(to) })}</span>
    </Goto>
  )
  return (
    <nav className="gz-year-switch gz-noprint" aria-label={t('years')}>
      {year > first && way(year - 1, <LeftOutlined aria-hidden />)}
      <span className="gz-year-shown" aria-current="page">
        {t('year', { year: String(year) })}
      </span>
      {year < last && way(year + 1, <RightOutlined aria-hidden />)}
    </nav>
  )
}

/** The paper and the festivals first, then what people come to count, then day by day. */
function OneYear({ data, children }: { data: Year; children: ReactNode }): ReactNode {
  const { t } = useTranslation('calendar')
  const { year, state, notice, workingDays, days } = data
  const worked = workingDays === null ? null : count(workingDays)
  const facts = [
    { label: t('state.title'), value: <YearState state={state} />, hint: t(`state.${state}Means`) },
    { label: t('workingDays'), value: state === 'provisional' ? t('perhaps', { day: worked }) : worked },
    ...(notice
      ? [
          { label: t('basis'), value: notice.title, hint: notice.number ?? t('noNumber') },
          { label: t('issued'), value: `${notice.issuer} ${notice.issuedOn}` },
        ]
      : []),
  ]
  return (
    <>
      <FactGroups groups={[{ title: t('year', { year: String(year) }), facts }]} />
      {state !== 'unknown' && <Arrangements days={days} provisional={state === 'provisional'} />}
      {children}
      {state !== 'unknown' && <Months year={year} days={days} provisional={state === 'provisional'} />}
    </>
  )
}
