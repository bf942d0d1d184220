import { CopyOutlined, RollbackOutlined, UploadOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { Alert, App, Button, Popconfirm } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyLastYear, downloadReportSheet, reopenReport } from '../../../contracts/self-reports/staff.ts'
import { download } from '../../api/download.ts'
import { useSubmit } from '../../api/submit.ts'
import { date, dateTime } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { ExportButton } from '../../parts/list/ExportButton.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { ErrorNote } from '../../parts/states/ErrorNote.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { usePick } from '../standards/names.ts'
import { pointAddress, reportsAddress } from './addresses.ts'
import { type Report, reportQuery } from './queries.ts'
import { ReportState } from './report-state.tsx'
import { ReportedRowItem } from './ReportedRowItem.tsx'
import { ReportSummary } from './ReportSummary.tsx'
import '../standards/standards.css'
import './self-reports.css'

/** One body's report: each row of its table, what stands, why, and what it says of it. */
export function ReportPage(): ReactNode {
  const { t } = useTranslation('self-reports')
  const { id = '' } = useParams({ strict: false })
  const { data, error, refetch } = useQuery(reportQuery(id))
  const crumbs = [{ label: t('reports'), to: reportsAddress }]
  if (!data)
    return (
      <div className="gz-page">
        <PageHead title={t('report')} crumbs={crumbs} />
        <div className="gz-card">
          {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading rows={10} />}
        </div>
      </div>
    )
  const mayWrite =
    data.can['self-reports.report'] === true && data.state === 'draft' && data.stage === 'self-report'
  return (
    <div className="gz-page">
      <PageHead
        title={t('titleOf', { name: data.name, year: data.year })}
        crumbs={crumbs}
        beside={<Beside report={data} />}
        intro={mayWrite ? t('reportIntro') : undefined}
        actions={<Actions report={data} mayWrite={mayWrite} />}
      />
      {!mayWrite && <Standing report={data} />}
      <Rows report={data} mayWrite={mayWrite} />
      {mayWrite && <ReportSummary report={data} />}
    </div>
  )
}

function Beside({ report }: { report: Report }): ReactNode {
  const { t } = useTranslation('self-reports')
  const { dueOn, dueProvisional, stage } = report
  return (
    <>
      <ReportState report={report} />
      {stage === 'self-report' && dueOn && <span>{t('dueOn', { day: date(dueOn) })}</span>}
      {stage === 'self-report' && dueProvisional && (
        <span>{t('dueProvisional', { day: date(dueProvisional) })}</span>
      )}
      <Goto to={pointAddress(report.roundId, report.subjectId)}>{t('toScore')}</Goto>
    </>
  )
}

function Standing({ report }: { report: Report }): ReactNode {
  const { t } = useTranslation('self-reports')
  const { submittedAt, submittedBy, state } = report
  if (state !== 'submitted' || submittedAt === null) return null
  return (
    <Alert
      type="info"
      showIcon
      title={t('submittedBy', { by: submittedBy ?? '', at: dateTime(submittedAt) })}
      description={report.mayReopen ? t('reopen.hint') : undefined}
    />
  )
}

function Actions({ report, mayWrite }: { report: Report; mayWrite: boolean }): ReactNode {
  const { t } = useTranslation('self-reports')
  const { message } = App.useApp()
  const router = useRouter()
  const client = useQueryClient()
  const copy = useSubmit(copyLastYear)
  const reopen = useSubmit(reopenReport)
  const [error, setError] = useState<unknown>(null)
  const params = { id: report.id }
  const run = (deed: () => Promise<string>) => async () => {
    setError(null)
    try {
      void message.success(await deed())
    } catch (fault) {
      setError(fault)
    }
    await client.invalidateQueries({ queryKey: ['self-reports'] })
  }
  return (
    <>
      <ErrorNote error={error} />
      {mayWrite && report.lastYear > 0 && (
        <Button
          icon={<CopyOutlined />}
          loading={copy.isPending}
          onClick={run(async () => {
            const { rows } = await copy.mutateAsync({ params, body: {} })
            return t('lastYear.done', { count: rows })
          })}
        >
          {t('lastYear.do', { count: report.lastYear })}
        </Button>
      )}
      {mayWrite && (
        <>
          <ExportButton
            label={t('sheet')}
            run={() => download(downloadReportSheet, { params }, `${report.name}.xlsx`)}
          />
          <Button
            icon={<UploadOutlined />}
            onClick={() => void router.navigate({ href: '/imports/new?kind=self-report' })}
          >
            {t('import')}
          </Button>
        </>
      )}
      {report.mayReopen && (
        <Popconfirm
          title={t('reopen.ask')}
          onConfirm={run(async () => {
            await reopen.mutateAsync({ params, body: {} })
            return t('reopen.done')
          })}
        >
          <Button icon={<RollbackOutlined />} loading={reopen.isPending}>
            {t('reopen.do')}
          </Button>
        </Popconfirm>
      )}
    </>
  )
}

function Rows({ report, mayWrite }: { report: Report; mayWrite: boolean }): ReactNode {
  const pick = usePick()
  const groups = [...new Map(report.rows.map((row) => [row.level1, row.level1En]))]
  return groups.map(([name, nameEn]) => (
    <section key={name} className="gz-card" aria-label={pick(name, nameEn)}>
      <div className="gz-section-head">
        <h2>{pick(name, nameEn)}</h2>
      </div>
      <ul className="gz-report-rows">
        {report.rows
          .filter((row) => row.level1 === name)
          .map((row) => (
            <ReportedRowItem
              key={row.id}
              reportId={report.id}
              row={row}
              point={pointAddress(report.roundId, report.subjectId, row.id)}
              mayWrite={mayWrite}
            />
          ))}
      </ul>
    </section>
  ))
}
