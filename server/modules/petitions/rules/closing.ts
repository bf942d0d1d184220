import type { Outcome, VisitResult } from '../../../../contracts/petitions/words.ts'
import { shanghaiDay } from '../../../values/days.ts'
import type { Rating } from './events.ts'

/** How a claim may end; `null` where what was asked for is not what the visit found. */
interface Found {
  outcome: Outcome | null
  visitResult: VisitResult | null
  rating: Rating
}

/**
 * Merely closed is never called solved (6.4.2): solved is what the reporter said is solved. What was answered stands
 * otherwise; an answer of «solved» that nobody confirmed is an outcome that was not confirmed.
 * @param wanted what the reviewer chose, if anything @returns null where that cannot be
 */
export function outcomeAtClosing({ outcome, rating }: Found, wanted?: Outcome): Outcome | null {
  const confirmed = rating.solved === true
  if (wanted !== undefined) return wanted === 'solved' && !confirmed ? null : wanted
  if (outcome === 'solved' || outcome === null) return confirmed ? 'solved' : 'unknown'
  return outcome
}

/** An unsatisfied reporter's claim is not closed without a word (else it is sent again). */
export const needsReason = ({ rating }: Pick<Found, 'rating'>): boolean =>
  rating.solved === false || rating.satisfied === false

/** Days in Asia/Shanghai on which somebody tried. @param tries ISO instants */
export const daysOf = (tries: readonly string[]): number =>
  new Set(tries.map((at) => shanghaiDay(new Date(at)))).size

/** 未能回访: tried as often, on as many days, as the limits ask. */
export const mayEndUnreached = (
  tries: readonly string[],
  { times, days }: { times: number; days: number },
): boolean => tries.length >= times && daysOf(tries) >= days
