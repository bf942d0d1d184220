import { addDays, type Day, isDay, shanghaiDay } from './days.ts'
import { isLegalDayOff, legalDaysKnown } from './legal-days-off.ts'

/** What the official notices say, year by year. Immutable: another notice makes another calendar. */
export interface Calendar {
  /** Years for which there is a notice. Every other year is unknown. */
  readonly years: ReadonlySet<number>
  /** Days that are not what their weekday says: 'off' on which nobody works, 'work' make-up working days (补班). */
  readonly exceptions: ReadonlyMap<Day, SpecialDay>
}
export type SpecialDay = 'off' | 'work'

/** One year's notice, as far as counting needs it. Some begin in the December before (2022-12-31 is in 2023's). */
export interface YearOfDays {
  year: number
  off: readonly Day[]
  work: readonly Day[]
}

/**
 * A day on which something runs out; `dueAt` is the midnight that ends it, '2026-10-13T00:00:00+08:00'. Where the count
 * asks for a day of a year without a notice there is none (`dueAt` null), only a provisional day (暂定): it may warn, but
 * never ends or escalates anything. It is null too where not even the legal days off can be told.
 */
export type Deadline =
  | { dueDate: Day; dueAt: string; provisional: null }
  | { dueDate: 'UNKNOWN'; dueAt: null; provisional: Day | null }

/** The most days that a term may have: ten years of them, more than any law gives. */
export const longestTerm = 3660

/** Notices in any order; where two speak of one day, that of the later year holds. */
export function calendarOf(years: readonly YearOfDays[]): Calendar {
  const exceptions = new Map<Day, SpecialDay>()
  for (const { off, work } of years.toSorted((a, b) => a.year - b.year)) {
    for (const day of off) exceptions.set(day, 'off')
    for (const day of work) exceptions.set(day, 'work')
  }
  return { years: new Set(years.map(({ year }) => year)), exceptions }
}

const yearOf = (day: Day) => Number(day.slice(0, 4))

export function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

/** Whether people work that day by the official notices; 'unknown' in a year without one. */
export function isWorkingDay(calendar: Calendar, day: Day): boolean | 'unknown' {
  if (!calendar.years.has(yearOf(day))) return 'unknown'
  const special = calendar.exceptions.get(day)
  return special === undefined ? !isWeekend(day) : special === 'work'
}

/**
 * 暂定: the same where the notices know it; else neither a weekend nor one of the 13 legal days off, since which days
 * will be exchanged nobody knows yet. 'unknown' in years for which the legal days cannot be told either.
 */
export function isWorkingDayProvisionally(calendar: Calendar, day: Day): boolean | 'unknown' {
  const official = isWorkingDay(calendar, day)
  if (official !== 'unknown') return official
  // A later year's notice may already speak of this December.
  const special = calendar.exceptions.get(day)
  if (special !== undefined) return special === 'work'
  return legalDaysKnown(yearOf(day)) ? !isWeekend(day) && !isLegalDayOff(day) : 'unknown'
}

type Works = (day: Day) => boolean | 'unknown'

/** The midnight in Asia/Shanghai that ends a day: a period ends with its last day (民法典 203). */
export const endOfDay = (day: Day): string => `${addDays(day, 1)}T00:00:00+08:00`

/** The day that a start falls on: itself, or that of an instant in Asia/Shanghai. @throws RangeError for neither */
export function startDay(from: Day | Date): Day {
  if (from instanceof Date) return shanghaiDay(from)
  if (!isDay(from)) throw new RangeError(`not a day: ${from}`)
  return from
}

function checkTerm(n: number, most: number): void {
  if (!Number.isInteger(n) || n < 0 || n > most) throw new RangeError(`not a term: ${n}`)
}

/** Counts officially, and where that cannot be, provisionally. @param count answers null when a day is unknown to it */
function settle(calendar: Calendar, count: (works: Works) => Day | null): Deadline {
  const dueDate = count((day) => isWorkingDay(calendar, day))
  if (dueDate !== null) return dueOn(dueDate)
  const provisional = count((day) => isWorkingDayProvisionally(calendar, day))
  return { dueDate: 'UNKNOWN', dueAt: null, provisional }
}

const dueOn = (dueDate: Day): Deadline => ({ dueDate, dueAt: endOfDay(dueDate), provisional: null })

/**
 * The n-th working day after the start, whose own day is not counted (民法典 201); make-up days count.
 * @param n 0 to `longestTerm`; 0 is the start's own day @throws RangeError for another n or no day
 */
export function addWorkingDays(calendar: Calendar, from: Day | Date, n: number): Deadline {
  checkTerm(n, longestTerm)
  const start = startDay(from)
  return settle(calendar, (works) => {
    let day = start
    for (let left = n; left > 0; ) {
      day = addDays(day, 1)
      const answer = works(day)
      if (answer === 'unknown') return null
      if (answer) left--
    }
    return day
  })
}

/**
 * n calendar days: the start's own day is not counted (民法典 201); a last day on which nobody works moves on to the
 * next on which somebody does (203). Only where it lands is asked of the calendar.
 * @param n 0 to `longestTerm` @throws RangeError for another n or no day
 */
export function addCalendarDays(calendar: Calendar, from: Day | Date, n: number): Deadline {
  checkTerm(n, longestTerm)
  const landing = addDays(startDay(from), n)
  return settle(calendar, (works) => {
    for (let day = landing; ; day = addDays(day, 1)) {
      const answer = works(day)
      if (answer !== false) return answer === 'unknown' ? null : day
    }
  })
}

/**
 * Hours run day and night from the stated moment (民法典 201, second sentence); no calendar is asked.
 * `dueAt` is the moment itself, `dueDate` the day it falls on.
 * @param n 0 to 24 × `longestTerm` @throws RangeError for another n
 */
export function addHours(from: Date, n: number): Deadline {
  checkTerm(n, longestTerm * 24)
  const at = new Date(from.getTime() + n * 3_600_000)
  return { dueDate: shanghaiDay(at), dueAt: shanghaiInstant(at), provisional: null }
}

/**
 * The last day on which notice may be given n days before an event: counted backwards from the event's day, never
 * moved by a day off, for moving it on would take away days that the other side is owed (民法典 204 leaves room for
 * nothing else). @param n 0 to `longestTerm` @throws RangeError for another n or no day
 */
export function noticeBefore(event: Day, n: number): Deadline {
  checkTerm(n, longestTerm)
  return dueOn(addDays(startDay(event), -n))
}

/** Working days after `from` up to and with `to` (none when `to` is not later); 'unknown' when one of them is. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number | 'unknown' {
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    const answer = isWorkingDay(calendar, day)
    if (answer === 'unknown') return 'unknown'
    if (answer) count++
  }
  return count
}

/** An instant as people of one zone write it: 2026-09-30T15:00:00+08:00. */
export function shanghaiInstant(at: Date): string {
  return `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}

const written = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/

/**
 * A start as it is written: a day, or an instant, of Asia/Shanghai where it names no zone.
 * @returns undefined for anything else: a day that does not exist, or of another time than 1900 to 2199
 */
export function readStart(text: string): Day | Date | undefined {
  const [, day = '', time, zone = '+08:00'] = written.exec(text.trim()) ?? []
  if (!isDay(day) || day < '1900' || day >= '2200') return undefined
  if (time === undefined) return day
  const at = new Date(`${day}T${time}${zone}`)
  // 24:00 is a moment to the language, but to nobody's clock.
  return Number.isNaN(at.getTime()) || time.startsWith('24') ? undefined : at
}
