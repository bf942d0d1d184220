import { addDays, type Day, shanghaiDay } from '../../../values/days.ts'
import type { Fraction } from '../../../values/fraction.ts'
import {
  type Calendar,
  endOfDay,
  isWorkingDay,
  isWorkingDayProvisionally,
} from '../../../values/working-days.ts'
import type { ClockName } from './events.ts'
import type { Term } from './terms.ts'

/** While it is stopped (挂起) a clock does not run; `to` is null as long as it is. Instants are ISO text. */
export interface Pause {
  from: string
  to: string | null
}

/** One term that runs, or ran. */
export interface Clock {
  name: ClockName
  startedAt: string
  term: Term
  /** Working days that an extension added. */
  extraDays: number
  pauses: readonly Pause[]
}

/**
 * When a clock runs out. `at` is null while it is stopped, and where the calendar does not know the day; then
 * `provisional` (暂定) may still warn.
 */
export interface Due {
  at: string | null
  provisional: Day | null
}

const hourMs = 3_600_000
const ms = (instant: string) => Date.parse(instant)
const iso = (at: number) => new Date(at).toISOString()

/**
 * Day one is the next working day and the last day runs to 24:00 (民法典 201, 203). A day on whose end the clock is
 * stopped does not count. Hours run from the moment itself, without those in which it was stopped.
 */
export function dueOf(clock: Clock, calendar: Calendar): Due {
  if (clock.pauses.some(({ to }) => to === null)) return { at: null, provisional: null }
  if (clock.term.unit === 'hours')
    return { at: iso(ms(clock.startedAt) + hoursOf(clock) * hourMs + stoppedMs(clock)), provisional: null }
  const n = clock.term.n + clock.extraDays
  const official = nthDay(clock, n, (day) => isWorkingDay(calendar, day))
  if (official !== null) return { at: iso(Date.parse(endOfDay(official))), provisional: null }
  return { at: null, provisional: nthDay(clock, n, (day) => isWorkingDayProvisionally(calendar, day)) }
}

/** An extension of an hourly term is still given in working days: each counts 24 hours. */
const hoursOf = ({ term, extraDays }: Clock) => term.n + extraDays * 24

const stoppedMs = ({ pauses }: Clock) =>
  pauses.reduce((sum, { from, to }) => (to === null ? sum : sum + ms(to) - ms(from)), 0)

/** The day on which the n-th counted working day after the start falls; null when one of the days is unknown. */
function nthDay(clock: Clock, n: number, works: (day: Day) => boolean | 'unknown'): Day | null {
  let day = shanghaiDay(new Date(clock.startedAt))
  for (let left = n; left > 0; ) {
    day = addDays(day, 1)
    const answer = works(day)
    if (answer === 'unknown') return null
    if (answer && !isStoppedAtEnd(clock, day)) left--
  }
  return day
}

function isStoppedAtEnd({ pauses }: Clock, day: Day): boolean {
  const end = Date.parse(endOfDay(day))
  return pauses.some(({ from, to }) => ms(from) < end && (to === null || ms(to) >= end))
}

/**
 * When a share of the term has passed: of hours to the millisecond; of working days with the end of the day that
 * completes the share, yet never with the last one, which is the term's own end.
 */
export function warningAt(clock: Clock, share: Fraction, calendar: Calendar): string | null {
  if (clock.pauses.some(({ to }) => to === null)) return null
  if (clock.term.unit === 'hours')
    return iso(ms(clock.startedAt) + share.toNumber() * hoursOf(clock) * hourMs + stoppedMs(clock))
  const n = clock.term.n + clock.extraDays
  const day = nthDay(clock, Math.min(Math.ceil(share.toNumber() * n), n - 1), (one) =>
    isWorkingDayProvisionally(calendar, one),
  )
  return day === null ? null : iso(Date.parse(endOfDay(day)))
}
