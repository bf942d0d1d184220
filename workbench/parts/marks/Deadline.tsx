import type { ReactNode } from 'react'
import { date } from '../format.ts'
import { useWords } from '../words.ts'
import { StateTag, type StateKind } from './StateTag.tsx'

interface DeadlineProps {
  /** Plain day or instant by which it must be done. */
  due: string
  /** Days left: negative when past, null when the calendar does not know that year yet. */
  daysLeft: number | null
  /** Working days by the official calendar unless said: a term given as a plain day is counted in days. */
  unit?: 'working' | 'calendar'
  /** The date stands on a year without an official calendar (暂定). */
  provisional?: boolean
}

function kindOf(daysLeft: number | null): StateKind {
  if (daysLeft === null) return 'info'
  if (daysLeft < 0) return 'overdue'
  return daysLeft <= 2 ? 'warning' : 'waiting'
}

function wordOf(daysLeft: number | null, unit: 'working' | 'calendar'): string {
  if (daysLeft === null) return 'deadline.unknown'
  if (daysLeft === 0) return 'deadline.today'
  const days = unit === 'calendar' ? 'Days' : ''
  return `deadline.${daysLeft < 0 ? 'over' : 'left'}${days}`
}

/** "还剩 2 个工作日" with the day itself. */
export function Deadline({ due, daysLeft, unit = 'working', provisional = false }: DeadlineProps): ReactNode {
  const t = useWords()
  return (
    <span className="gz-deadline">
      <StateTag
        kind={kindOf(daysLeft)}
        word={t(wordOf(daysLeft, unit), { count: Math.abs(daysLeft ?? 0) })}
      />
      <span className="gz-faint gz-number">
        {date(due)}
        {provisional && t('deadline.provisional')}
      </span>
    </span>
  )
}
