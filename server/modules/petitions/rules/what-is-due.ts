import { type ClaimLevel, isOpen } from '../../../../contracts/petitions/words.ts'
import { type Day, shanghaiDay } from '../../../values/days.ts'
import type { Fraction } from '../../../values/fraction.ts'
import { type Calendar, endOfDay } from '../../../values/working-days.ts'
import type { Claim } from './claim.ts'
import type { ClaimEvent, ClockName, Handler } from './events.ts'
import { levelAbove, type Rung } from './ladder.ts'
import { capOf } from './pauses.ts'
import { type Clock, type Due, dueOf, warningAt } from './running-clock.ts'
import { countOf, type LimitOn } from './terms.ts'
import { mayFollow } from './transitions.ts'

/** What the clocks of a claim are read by. */
export interface Reading {
  calendar: Calendar
  limits: LimitOn
  /** Shares of a term at which is warned, in order. */
  shares: readonly Fraction[]
}

/** Offices over the claim, and whether its district has switched the community's step off. */
export interface Heights {
  ladder: readonly Rung[]
  skipsCommunity: boolean
}

/** As long as nobody has signed, the answer's term runs beside that for taking in, giving out or signing. */
const besideAnswer: ReadonlySet<ClockName> = new Set(['accept', 'sign'])

/** The clock that runs out first. */
export function nextDue(
  { running, answering, state }: Claim,
  calendar: Calendar,
): Due & { clock: Clock | null } {
  if (!isOpen(state) || !running) return { at: null, provisional: null, clock: null }
  const due = dueOf(running, calendar)
  if (!answering || !besideAnswer.has(running.name)) return { ...due, clock: running }
  const answer = dueOf(answering, calendar)
  return earlier(answer, due) ? { ...answer, clock: answering } : { ...due, clock: running }
}

const instant = ({ at, provisional }: Due) =>
  at ?? (provisional === null ? null : new Date(endOfDay(provisional)).toISOString())
const earlier = (a: Due, b: Due) => {
  const [one, other] = [instant(a), instant(b)]
  return one !== null && (other === null || one < other)
}

/**
 * The instant after which the sweep has something to do; null when nothing will ever be due by itself. On a
 * provisional day nothing is due: the claim is looked at again when the year's notice is loaded.
 */
export function nextLook(claim: Claim, { calendar, shares }: Reading): string | null {
  if (!isOpen(claim.state)) return null
  if (claim.suspension) return capOf({ from: claim.suspension.since, days: claim.suspension.days }, calendar)
  const { at, clock } = nextDue(claim, calendar)
  if (!clock || claim.isOverdue) return null
  const share = shares[claim.warnings]
  const warning = share ? warningAt(clock, share, calendar) : null
  return warning !== null && (at === null || warning < at) ? warning : at
}

/**
 * What one look at a claim finds due: one warning, or the end of a term and one climb. Never more than one level, so
 * that an outage cannot shoot a claim to the city: the next level's own term begins with `now`, when it is told.
 * @param now ISO instant; a term's last moment itself still belongs to it
 */
export function whatIsDue(claim: Claim, now: string, reading: Reading, heights: Heights): ClaimEvent[] {
  const look = nextLook(claim, reading)
  if (look === null || now <= look) return []
  const system = { at: now, by: null }
  if (claim.suspension) return [{ kind: 'resumed', ...system, data: { by: 'cap' } }]
  const { at, clock } = nextDue(claim, reading.calendar)
  if (!clock) return []
  if (at !== null && at < now) {
    const over: ClaimEvent = { kind: 'overdue', ...system, data: { clock: clock.name, dueAt: at } }
    return [over, ...climb(claim, now, 'time', heights)]
  }
  // Of several that were slept through, or that fall on one moment, only the last is told.
  const last = reading.shares.findLastIndex((share) => {
    const warning = warningAt(clock, share, reading.calendar)
    return warning !== null && warning < now
  })
  const fraction = reading.shares[last]?.toString()
  if (fraction === undefined) return []
  return [{ kind: 'warned', ...system, data: { clock: clock.name, fraction, step: last + 1 } }]
}

/** 6.4.2 c: one level up, once per level and round of handling; nothing above the city. */
export function climb(
  claim: Claim,
  now: string,
  why: 'time' | 'redone' | 'passed-on',
  { ladder, skipsCommunity }: Heights,
): ClaimEvent[] {
  if (!mayFollow(claim.state, 'climbed')) return []
  const rung = levelAbove(ladder, claim.level, skipsCommunity)
  if (!rung || claim.climbs.includes(rung.level)) return []
  const leader: Handler = { level: rung.level, bodyId: null, placeId: rung.placeId }
  const from: ClaimLevel = claim.level
  return [{ kind: 'climbed', at: now, by: null, data: { from, to: rung.level, why, leader } }]
}

/** Events that count towards a climb without a clock. */
const counting: ReadonlySet<ClaimEvent['kind']> = new Set(['sent-again', 'returned', 'transferred'])

/**
 * The two triggers that need no clock: redone as often as the limit says, or passed on as often without anybody
 * taking the lead; and again with each further round of as many. @param claim as it stands after the event
 */
export function climbsAtOnce(
  claim: Claim,
  { kind, at }: ClaimEvent,
  limits: LimitOn,
  heights: Heights,
): ClaimEvent[] {
  if (!counting.has(kind)) return []
  const day: Day = shanghaiDay(new Date(at))
  const [count, most, why] =
    kind === 'sent-again'
      ? ([claim.redone, countOf(limits, 'redone-times', day), 'redone'] as const)
      : ([claim.passedOn, countOf(limits, 'passed-on-times', day), 'passed-on'] as const)
  return count > 0 && count % most === 0 ? climb(claim, at, why, heights) : []
}
