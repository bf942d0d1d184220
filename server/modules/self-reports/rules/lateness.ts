import type { Day } from '../../../values/days.ts'
import { type Calendar, workingDaysBetween } from '../../../values/working-days.ts'

/** 逾期, said of a submission; `days` are working days, null where the calendar does not know them. */
export interface Lateness {
  late: boolean
  days: number | null
}

/** The term's last day belongs to the term (民法典 203). Without an official last day nothing is late: a provisional one only warns. */
export function lateness(calendar: Calendar, dueOn: Day | null, today: Day): Lateness {
  if (dueOn === null || today <= dueOn) return { late: false, days: null }
  const days = workingDaysBetween(calendar, dueOn, today)
  return { late: true, days: days === 'unknown' ? null : days }
}

/** What a day is to the end of a term: three working days before it, its last day, the first working day after it. */
export type Nearness = 'soon' | 'last-day' | 'overdue'

/** The days on which people are reminded, each of them once. */
export function nearness(calendar: Calendar, dueOn: Day, today: Day): Nearness | null {
  if (today === dueOn) return 'last-day'
  if (today < dueOn) {
    const left = workingDaysBetween(calendar, today, dueOn)
    // Of several days with the same count (a weekend lies between) only a working day reminds.
    return left === 3 && works(calendar, today) ? 'soon' : null
  }
  return workingDaysBetween(calendar, dueOn, today) === 1 && works(calendar, today) ? 'overdue' : null
}

const works = (calendar: Calendar, day: Day) => {
  const before = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return workingDaysBetween(calendar, before, day) === 1
}
