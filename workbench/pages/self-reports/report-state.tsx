import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportRow } from '../../../contracts/self-reports/staff.ts'
import { StateTag } from '../../parts/marks/StateTag.tsx'

type Stated = Pick<ReportRow, 'state' | 'late' | 'lateDays' | 'stage' | 'overdue'>

/** 未提交, 已提交, and 逾期 with its days: late is said, not hidden. */
export function ReportState({ report }: { report: Stated }): ReactNode {
  const { t } = useTranslation('self-reports')
  const { state, late, lateDays } = report
  if (state === 'submitted' && late)
    return (
      <StateTag
        kind="overdue"
        word={lateDays === null ? t('state.late') : t('state.lateBy', { count: lateDays })}
      />
    )
  if (state === 'submitted') return <StateTag kind="done" word={t('state.submitted')} />
  if (report.overdue) return <StateTag kind="overdue" word={t('state.overdue')} />
  if (report.stage !== 'self-report') return <StateTag kind="ended" word={t('state.never')} />
  return <StateTag kind="waiting" word={t('state.draft')} />
}
