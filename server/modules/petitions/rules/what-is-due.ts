import { type ClaimLevel, isOpen } from '../../../../contracts/petitions/words.ts'
import { type Day, shanghaiDay } from '../../../values/days.ts'
import type { Fraction } from '../../../values/fraction.ts'
import { type Calendar, endOfDay, addWorkingDays } from '../../../values/working-days.ts'
import type { ClaimEvent, Handler } from './events.ts'
import type { Claim } from './fold.ts'
import { levelAbove, type Rung } from './ladder.ts'
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

/** The clock that runs out first: a claim that nobody signs for has its answer's term running too. */
export function nextDue(
  { running, answering, state }: Claim,
  calendar: Calendar,
): Due & { clock: Clock | null } {
  if (!isOpen(state) || !running) return { at: null, provisional: null, clock: null }
  const due = dueOf(running, calendar)
  if (running.name !== 'sign' || !answering) return { ...due, clock: running }
  const answer = dueOf(answering, calendar)
  return earlier(answer, due) ? { ...answer, clock: answering } : { ...due, clock: running }
}

const instant = ({ at, provisional }: Due) =>
  at ?? (provisional === null ? null : new Date(endOfDay(provisional)).toISOString())
const earlier = (a: Due, b: Due) => {
  const [one, other] = [instant(a), instant(b)]
  return one !== null && (other === null || one < other)
}

/** When a suspension ends by itself; null where the calendar does not know the day yet. */
export const capOf = ({ suspension }: Claim, calendar: Calendar): string | null => {
  if (!suspension) return null
  const { dueAt } = addWorkingDays(calendar, new Date(suspension.since), suspension.days)
  return dueAt && new Date(dueAt).toISOString()
}

/** The next instant at which the sweep has something to do; null when nothing will ever be due by itself. */
export function nextLook(claim: Claim, { calendar, shares }: Reading): string | null {
  if (!isOpen(claim.state)) return null
  if (claim.suspension) return capOf(claim, calendar)
  const { at, clock } = nextDue(claim, calendar)
  if (!clock) return null
  const share = shares[claim.warnings]
  const warning = share && !claim.isOverdue ? warningAt(clock, share, calendar) : null
  const due = claim.isOverdue ? null : at
  if (warning === null || due === null) return warning ?? due
  return warning < due ? warning : due
}

/**
 * What one look at a claim finds due: one warning, or the end of a term and one climb. Never more than one level, so
 * that an outage cannot shoot a claim to the city: the next level's own term begins with `now`.
 */
export function whatIsDue(claim: Claim, now: string, reading: Reading, heights: Heights): ClaimEvent[] {
  if (!isOpen(claim.state)) return []
  const system = { at: now, by: null }
  if (claim.suspension) {
    const cap = capOf(claim, reading.calendar)
    return cap !== null && cap <= now ? [{ kind: 'resumed', ...system, data: { by: 'cap' } }] : []
  }
  const { at, clock } = nextDue(claim, reading.calendar)
  if (!clock || claim.isOverdue) return []
  if (at !== null && at <= now) {
    const over: ClaimEvent = { kind: 'overdue', ...system, data: { clock: clock.name, dueAt: at } }
    return [over, ...climb(claim, now, 'time', heights)]
  }
  // Of several that were slept through only the last is told.
  const passed = reading.shares.findLastIndex((share) => {
    const warning = warningAt(clock, share, reading.calendar)
    return warning !== null && warning <= now
  })
  const missed = reading.shares.slice(claim.warnings, passed + 1)
  return missed.map((share) => ({
    kind: 'warned',
    ...system,
    data: { clock: clock.name, fraction: share.toString() },
  }))
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

/**
 * The two triggers that need no clock: redone as often as the limit says, or passed on as often without anybody
 * taking it. Asked after every event that counts them.
 */
export function climbsAtOnce(claim: Claim, now: string, limits: LimitOn, heights: Heights): ClaimEvent[] {
  const day: Day = shanghaiDay(new Date(now))
  if (claim.redone > 0 && claim.redone === countOf(limits, 'redone-times', day))
    return climb(claim, now, 'redone', heights)
  if (claim.passedOn > 0 && claim.passedOn === countOf(limits, 'passed-on-times', day))
    return climb(claim, now, 'passed-on', heights)
  return []
}
