import { addWorkingDays, type Calendar } from '../../../values/working-days.ts'

/** While it is stopped (挂起) a clock does not run: from an instant until another, for `days` working days at the most. */
export interface Pause {
  from: string
  /** Null as long as nobody has said that it is over. */
  to: string | null
  days: number
}

export const isStopped = (pauses: readonly Pause[]): boolean => pauses.some(({ to }) => to === null)

/** When a stop is over by itself; null where the calendar does not know the day yet. @returns ISO instant in UTC */
export function capOf({ from, days }: Pick<Pause, 'from' | 'days'>, calendar: Calendar): string | null {
  const { dueAt } = addWorkingDays(calendar, new Date(from), days)
  return dueAt && new Date(dueAt).toISOString()
}

/** From when on the clock ran again: as it was said, but never later than the cap. Null while it is stopped. */
export function endOfPause(pause: Pause, calendar: Calendar): string | null {
  if (pause.to === null) return null
  const cap = capOf(pause, calendar)
  return cap !== null && cap < pause.to ? cap : pause.to
}
