import { shanghaiDay } from '../../../values/days.ts'
import { type Calendar, isWorkingDayProvisionally } from '../../../values/working-days.ts'
import { addDays } from '../../../values/days.ts'
import type { Claim } from './claim.ts'
import { endOfPause } from './pauses.ts'
import { dueOf } from './running-clock.ts'

/** Why no extension can be asked for; undefined where it can: once, before it is due, within the limit. */
export function extensionFault(
  { wasExtended, answering, suspension }: Claim,
  { days, now, most, calendar }: { days: number; now: string; most: number; calendar: Calendar },
): 'extended-before' | 'extension-late' | 'extension-long' | undefined {
  if (wasExtended) return 'extended-before'
  const due = suspension || !answering ? null : dueOf(answering, calendar).at
  if (due !== null && due < now) return 'extension-late'
  return days > most ? 'extension-long' : undefined
}

/**
 * Working days on which the claim has stood still in this round of handling: what is left of the cap on suspensions
 * (挂起 stops the clock for so long at the most, however often it is asked for).
 */
export function daysStoodStill({ answering }: Claim, calendar: Calendar): number {
  let count = 0
  for (const pause of answering?.pauses ?? []) {
    const end = endOfPause(pause, calendar)
    const last = end === null ? null : shanghaiDay(new Date(end))
    for (let day = shanghaiDay(new Date(pause.from)); last !== null && day < last; day = addDays(day, 1))
      if (isWorkingDayProvisionally(calendar, day) === true) count++
  }
  return count
}
