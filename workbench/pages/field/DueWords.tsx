import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GradingTask } from '../../../contracts/grading/staff.ts'
import { daysLeft, dueOf } from './order.ts'

/** 2026-12-01（还剩 8 天）; a day that the calendar cannot vouch for is 暂定. */
export function DueWords({ task, bare = false }: { task: GradingTask; bare?: boolean }): ReactNode {
  const { t } = useTranslation('field')
  const due = dueOf(task)
  if (due === null) return t('due.none')
  const left = daysLeft(due)
  const words =
    left < 0 ? t('due.over', { count: -left }) : left === 0 ? t('due.today') : t('due.left', { count: left })
  return (
    <span className={left <= 3 ? 'gz-field-due gz-field-due-near' : 'gz-field-due'}>
      {bare ? due : t('due.on', { day: due })} {task.dueOn === null && t('due.provisional')}{' '}
      <strong>{words}</strong>
    </span>
  )
}
