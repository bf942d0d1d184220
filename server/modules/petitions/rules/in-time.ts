import type { Calendar } from '../../../values/working-days.ts'
import type { Claim } from './claim.ts'
import { type Clock, dueOf } from './running-clock.ts'
import { clockFrom } from './steps/set-clock.ts'
import type { LimitOn } from './terms.ts'

/** Whether an act at that instant still lies in the term; null where the calendar cannot tell. @param at ISO instant */
export function isInTime(clock: Clock, at: string, calendar: Calendar): boolean | null {
  const pauses = clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause))
  const due = dueOf({ ...clock, pauses }, calendar)
  return due.at === null ? null : at <= due.at
}

/** To be stamped on `answered`: by the category's own term with its extension, however high the claim has climbed. */
export const answeredInTime = ({ answering }: Claim, at: string, calendar: Calendar): boolean | null =>
  answering && isInTime(answering, at, calendar)

/** To be stamped on `signed`: by the term for signing, from the last time that the claim was given to somebody. */
export const signedInTime = (
  claim: Claim,
  at: string,
  { calendar, limits }: { calendar: Calendar; limits: LimitOn },
): boolean | null =>
  claim.dispatchedAt === null
    ? null
    : isInTime(clockFrom('sign', claim, claim.dispatchedAt, limits), at, calendar)
