/** A calendar day 'YYYY-MM-DD'. Days compare as text. */
export type Day = string

/** Half-open: `from` belongs to it, `to` no longer does; null means still running. */
export interface DayRange {
  from: Day
  to: Day | null
}

const MS_PER_DAY = 86_400_000
/** Asia/Shanghai has kept UTC+8 without summer time since 1991, long before any record of ours. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000

/** Whether the text is a day that exists: 2023-02-29 is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** The day it is in Asia/Shanghai at that instant: 2026-12-31T16:00Z is already 2027-01-01. */
export function shanghaiDay(instant: Date): Day {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)
}

/** Days since 1970-01-01. Throws RangeError for a day that does not exist. */
function dayNumber(day: Day): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`)
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY
}

export function addDays(day: Day, count: number): Day {
  return new Date((dayNumber(day) + count) * MS_PER_DAY).toISOString().slice(0, 10)
}

/** The same day of a later month, or that month's last day where it has no such day. */
export function addMonths(day: Day, count: number): Day {
  dayNumber(day)
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const first = new Date(Date.UTC(Math.floor(months / 12), ((months % 12) + 12) % 12, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(Number(day.slice(8, 10)), last))
  return first.toISOString().slice(0, 10)
}

/** Whole days from one day to the other; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** Whole months gone by from one day to a later one (months in service, C36); never below 0. */
export function monthsBetween(from: Day, to: Day): number {
  const apart = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  let months = apart(to) - apart(from)
  while (months > 0 && addMonths(from, months) > to) months--
  return Math.max(0, months)
}

/** How many days two ranges share. Where both run on without end, RangeError: the answer has no bound. */
export function daysInCommon(a: DayRange, b: DayRange): number {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to === null ? b.to : b.to === null || a.to < b.to ? a.to : b.to
  if (to === null) throw new RangeError('two open ranges share days without end')
  return Math.max(0, daysBetween(from, to))
}

export function overlaps(a: DayRange, b: DayRange): boolean {
  return (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to)
}

export function contains(range: DayRange, day: Day): boolean {
  return range.from <= day && (range.to === null || day < range.to)
}
