import { type Day, shanghaiDay } from '../../../values/days.ts'
import type { Fraction } from '../../../values/fraction.ts'
import { type Calendar, endOfDay } from '../../../values/working-days.ts'
import { type Counting, countedDay } from './counted-days.ts'
import type { ClockName } from './events.ts'
import { endOfPause, isStopped, type Pause } from './pauses.ts'
import type { Term } from './terms.ts'

/** One term that runs, or ran. Instants are ISO text in UTC, so that they compare as text. */
export interface Clock {
  name: ClockName
  startedAt: string
  term: Term
  /** Working days that an extension added. */
  extraDays: number
  /** One after the other; only the last may still be open. */
  pauses: readonly Pause[]
}

/**
 * The last moment of a term, which still belongs to it: whoever acts then is in time, and later it is over. `at` is
 * null while the clock is stopped, and where the calendar does not know the day; then `provisional` (暂定) may warn.
 */
export interface Due {
  at: string | null
  provisional: Day | null
}

const hourMs = 3_600_000
const ms = (instant: string) => Date.parse(instant)
const iso = (at: number) => new Date(at).toISOString()
const midnightAfter = (day: Day) => iso(ms(endOfDay(day)))

/** Working days of a term with its extension. */
export const lengthOf = ({ term, extraDays }: Clock): number => term.n + extraDays

/**
 * Day one is the next working day and the last day runs to 24:00 (民法典 201, 203). A day at whose end the clock stands
 * still does not count. Hours run day and night from the moment itself, without those in which the clock stood still.
 */
export function dueOf(clock: Clock, calendar: Calendar): Due {
  if (isStopped(clock.pauses)) return { at: null, provisional: null }
  if (clock.term.unit === 'hours')
    return { at: afterRunning(clock, hoursOf(clock) * hourMs, calendar), provisional: null }
  const day = nthDay(clock, lengthOf(clock), calendar, 'official')
  if (day !== null) return { at: midnightAfter(day), provisional: null }
  return { at: null, provisional: nthDay(clock, lengthOf(clock), calendar, 'provisional') }
}

/** An extension of an hourly term is given in working days all the same: each is 24 hours. */
const hoursOf = ({ term, extraDays }: Clock) => term.n + extraDays * 24

/** The moment at which the clock has run so long. What was stopped after that moment moves it no longer. */
function afterRunning({ startedAt, pauses }: Clock, runMs: number, calendar: Calendar): string {
  let at = ms(startedAt) + runMs
  for (const pause of pauses) {
    const [from, to] = [ms(pause.from), ms(endOfPause(pause, calendar) ?? pause.from)]
    if (from < at) at += Math.max(0, to - from)
  }
  return iso(at)
}

const nthDay = ({ startedAt, pauses }: Clock, n: number, calendar: Calendar, counting: Counting) =>
  countedDay({ calendar, counting, from: shanghaiDay(new Date(startedAt)), n, pauses })

/**
 * When a share of the term has passed: of hours to the millisecond; of working days with the end of the day that
 * completes the share, but before the last day begins at the latest, so that «it runs out today» can still be heard.
 * A provisional day may warn. Null while the clock stands still, and where not even that day can be told.
 */
export function warningAt(clock: Clock, share: Fraction, calendar: Calendar): string | null {
  if (isStopped(clock.pauses)) return null
  if (clock.term.unit === 'hours')
    return afterRunning(clock, share.toNumber() * hoursOf(clock) * hourMs, calendar)
  const n = lengthOf(clock)
  const day = nthDay(clock, Math.min(ceilOf(share, n), n - 1), calendar, 'provisional')
  return day === null ? null : midnightAfter(day)
}

/** The first whole day with which the share has passed, exactly. */
const ceilOf = ({ n, d }: Fraction, days: number) => Number((n * BigInt(days) + d - 1n) / d)
