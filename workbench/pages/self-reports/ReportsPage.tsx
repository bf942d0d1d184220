import { UploadOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { subjectKinds } from '../../../contracts/evaluation/words.ts'
import { exportReports, listReports, type ReportRow } from '../../../contracts/self-reports/staff.ts'
import { reportFilters } from '../../../contracts/self-reports/words.ts'
import { call } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { may, useMe } from '../../api/session.ts'
import { date, dateTime } from '../../parts/format.ts'
import { ListPage } from '../../parts/list/ListPage.tsx'
import { type Asked, type Filters, type ListColumn, only } from '../../parts/list/types.ts'
import { StateTag } from '../../parts/marks/StateTag.tsx'
import { reportAddress } from './addresses.ts'
import { ReportState } from './report-state.tsx'
import { ReportTabs } from './ReportTabs.tsx'

const asked = (filters: Filters) => ({
  round: only(filters.round),
  place: only(filters.place),
  kind: subjectKinds.find((one) => one === only(filters.kind)),
  state: reportFilters.find((one) => one === only(filters.state)),
  text: only(filters.text),
})
const load = ({ filters, after, signal }: Asked) =>
  call(listReports, { query: { ...asked(filters), after } }, { signal })

/** Who has reported and who has not; for a reporter, what is his to fill in. */
export function ReportsPage(): ReactNode {
  const { t } = useTranslation('self-reports')
  const router = useRouter()
  const reports = may(useMe(), 'self-reports.report')
  return (
    <ListPage<ReportRow>
      name="self-reports"
      title={t('reports')}
      intro={t('intro')}
      actions={
        reports && (
          <Button
            icon={<UploadOutlined />}
            onClick={() => void router.navigate({ href: '/imports/new?kind=self-report' })}
          >
            {t('import')}
          </Button>
        )
      }
      load={load}
      rowKey={({ id }) => id}
      open={({ id }) => reportAddress(id)}
      columns={useColumns()}
      filters={[
        { key: 'text', label: t('search'), kind: 'text' },
        {
          key: 'kind',
          label: t('kind'),
          kind: 'choice',
          options: subjectKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
        },
        {
          key: 'state',
          label: t('state.title'),
          kind: 'choice',
          options: reportFilters.map((value) => ({ value, label: t(`state.${value}`) })),
        },
      ]}
      exportAs={(filters) => download(exportReports, { query: asked(filters) }, `${t('reports')}.xlsx`)}
      empty={{ title: t('none'), hint: t('noneHint') }}
    >
      <ReportTabs />
    </ListPage>
  )
}

function useColumns(): ListColumn<ReportRow>[] {
  const { t } = useTranslation('self-reports')
  return [
    { key: 'name', title: t('subject'), cell: ({ name }) => name },
    { key: 'kind', title: t('kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
    { key: 'district', title: t('district'), cell: ({ districtName }) => districtName },
    { key: 'body', title: t('reporter'), cell: (row) => <Reporter row={row} /> },
    { key: 'state', title: t('state.title'), cell: (row) => <ReportState report={row} /> },
    { key: 'said', title: t('said'), numeric: true, cell: ({ said }) => said },
    { key: 'contests', title: t('contests'), numeric: true, cell: ({ contests }) => contests },
    { key: 'due', title: t('due'), cell: ({ dueOn }) => (dueOn === null ? '—' : date(dueOn)) },
    {
      key: 'submittedAt',
      title: t('submittedAt'),
      cell: ({ submittedAt }) => (submittedAt === null ? '—' : dateTime(submittedAt)),
    },
    { key: 'round', title: t('round'), cell: ({ roundName }) => roundName, hiddenAtFirst: true },
  ]
}

function Reporter({ row }: { row: ReportRow }): ReactNode {
  const { t } = useTranslation('self-reports')
  if (!row.hasReporter) return <StateTag kind="warning" word={t('noReporter')} />
  return row.bodyName ?? t('itself')
}
