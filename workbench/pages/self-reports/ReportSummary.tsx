import { App, Button, Popconfirm } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { acceptRest, submitReport } from '../../../contracts/self-reports/staff.ts'
import { useSubmit } from '../../api/submit.ts'
import { ErrorNote } from '../../parts/states/ErrorNote.tsx'
import type { Report } from './queries.ts'

/** What is left, always in sight, with the way on. */
export function ReportSummary({ report }: { report: Report }): ReactNode {
  const { t } = useTranslation('self-reports')
  const { message } = App.useApp()
  const client = useQueryClient()
  const accept = useSubmit(acceptRest)
  const submit = useSubmit(submitReport)
  const [error, setError] = useState<unknown>(null)
  const open = report.rows.filter(({ said }) => !said?.stance).length
  const faulty = report.rows.filter(({ said }) => said?.stance && said.fault)
  const params = { id: report.id }
  const refresh = () => client.invalidateQueries({ queryKey: ['self-reports'] })
  const run = (deed: () => Promise<string>) => async () => {
    setError(null)
    try {
      void message.success(await deed())
    } catch (fault) {
      setError(fault)
    }
    await refresh()
  }
  return (
    <section className="gz-card gz-report-summary gz-noprint" aria-label={t('summary.title')}>
      <ErrorNote error={error} />
      <div className="gz-report-left" aria-live="polite">
        <strong>{t('summary.left', { count: open })}</strong>
        {faulty.length > 0 && (
          <a href={`#row-${faulty[0]?.id}`}>{t('summary.faulty', { count: faulty.length })}</a>
        )}
        <span className="gz-faint">
          {t('summary.said', { said: report.rows.length - open, all: report.rows.length })}
        </span>
        {report.nowLate && (
          <span className="gz-report-late">
            {report.nowLateDays === null
              ? t('summary.late')
              : t('summary.lateBy', { count: report.nowLateDays })}
          </span>
        )}
      </div>
      <div className="gz-report-choices">
        {open > 0 && (
          <Popconfirm
            title={t('acceptRest.ask', { count: open })}
            onConfirm={run(async () => {
              const { rows } = await accept.mutateAsync({ params, body: {} })
              return t('acceptRest.done', { count: rows })
            })}
          >
            <Button loading={accept.isPending}>{t('acceptRest.do')}</Button>
          </Popconfirm>
        )}
        <Popconfirm
          title={report.nowLate ? t('submit.askLate') : t('submit.ask')}
          onConfirm={run(async () => {
            await submit.mutateAsync({ params, body: {} })
            return t('submit.done')
          })}
        >
          <Button type="primary" disabled={open > 0 || faulty.length > 0} loading={submit.isPending}>
            {t('submit.do')}
          </Button>
        </Popconfirm>
      </div>
    </section>
  )
}
