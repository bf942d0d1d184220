import { shanghaiDay } from '../../../values/days.ts'
import type { Calendar } from '../../../values/working-days.ts'
import type { Claim } from './claim.ts'
import { isInTime } from './in-time.ts'
import { countOf, type LimitOn } from './terms.ts'

/** 退单: within the term for it, counted from when the claim was given; where the calendar cannot tell it may still be. */
export function mayReturn(claim: Claim, now: string, calendar: Calendar, limits: LimitOn): boolean {
  if (claim.dispatchedAt === null) return false
  const n = countOf(limits, 'return-days', shanghaiDay(new Date(claim.dispatchedAt)))
  const term = {
    name: 'sign',
    startedAt: claim.dispatchedAt,
    term: { unit: 'working-days', n },
    extraDays: 0,
    pauses: [],
  } as const
  return isInTime(term, now, calendar) ?? true
}
