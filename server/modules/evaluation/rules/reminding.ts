import type { Day } from '../../../values/days.ts'
import { type Calendar, workingDaysBetween } from '../../../values/working-days.ts'

/** How a stage's end stands to today, where somebody is to be reminded of it; null on all other days. */
export type Nearness = 'soon' | 'today' | 'over'

/**
 * Three working days before a stage's last day, on it, and on the first day after it.
 * Provisional days (暂定) remind of nothing, for they may move.
 */
export function nearness(calendar: Calendar, today: Day, dueOn: Day | null): Nearness | null {
  if (dueOn === null) return null
  if (today === dueOn) return 'today'
  if (today > dueOn) return workingDaysBetween(calendar, dueOn, today) === 1 ? 'over' : null
  return workingDaysBetween(calendar, today, dueOn) === remindBefore ? 'soon' : null
}

const remindBefore = 3
