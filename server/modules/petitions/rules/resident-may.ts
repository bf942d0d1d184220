import type { OwnClaim } from '../../../../contracts/petitions/own-public.ts'
import { isOpen } from '../../../../contracts/petitions/words.ts'
import { shanghaiDay } from '../../../values/days.ts'
import { addWorkingDays } from '../../../values/working-days.ts'
import type { Claim } from './claim.ts'
import type { KeptEvent } from './events.ts'
import { countOf } from './terms.ts'
import { mayFollow } from './transitions.ts'
import type { Reading } from './what-is-due.ts'

/** Whether it was urged on the day already: one urging a day is heard, ten are noise. */
export const urgedOn = (history: readonly KeptEvent[], day: string): boolean =>
  history.some(({ kind, at, by }) => kind === 'urged' && by === null && shanghaiDay(new Date(at)) === day)

/**
 * The last day on which a first reopening needs no reason; null where it needs one. A day that the calendar does not
 * know officially is read as it stands provisionally: doubt is the reporter's.
 */
export function freeUntil({ closedAt, reopened }: Claim, { calendar, limits }: Reading): string | null {
  if (closedAt === null || reopened > 0) return null
  const days = countOf(limits, 'reopen-days', shanghaiDay(new Date(closedAt)))
  const deadline = addWorkingDays(calendar, new Date(closedAt), days)
  return deadline.dueDate === 'UNKNOWN' ? deadline.provisional : deadline.dueDate
}

/** What the reporter may do now (6.4.2: 响应、解决、满意, 重办). */
export function residentMay(
  claim: Claim,
  history: readonly KeptEvent[],
  now: Date,
  reading: Reading,
): OwnClaim['may'] {
  const today = shanghaiDay(now)
  const free = freeUntil(claim, reading)
  return {
    rate: mayFollow(claim.state, 'rated'),
    reopen: mayFollow(claim.state, 'reopened'),
    reopenFreeUntil: free !== null && today <= free ? free : null,
    withdraw: mayFollow(claim.state, 'withdrawn'),
    urge: mayFollow(claim.state, 'urged') && !urgedOn(history, today),
    remark: isOpen(claim.state),
  }
}
