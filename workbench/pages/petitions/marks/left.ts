import { date } from '../../../parts/format.ts'

/** Days that are not what their weekday says, by the official calendar. */
export type SpecialDays = ReadonlyMap<string, 'off' | 'work'>

/** How long there is, or how long it is over. */
export interface Left {
  isOver: boolean
  unit: 'minutes' | 'hours' | 'days'
  count: number
}

const minute = 60_000
const hour = 60 * minute
const dayMs = 24 * hour
const beijing = 8 * hour

const isWorking = (day: string, special: SpecialDays): boolean => {
  const known = special.get(day)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return known === undefined ? weekday !== 0 && weekday !== 6 : known === 'work'
}

/** Working days after the first day up to and with the last. */
export function workingDaysAfter(first: string, last: string, special: SpecialDays): number {
  let counted = 0
  for (let at = Date.parse(first) + dayMs; at <= Date.parse(last); at += dayMs)
    if (isWorking(new Date(at).toISOString().slice(0, 10), special)) counted++
  return counted
}

/** A term of days ends with its last day's 24:00; a term of hours at its moment. */
export const endsWithDay = (dueAt: string): boolean => (Date.parse(dueAt) + beijing) % dayMs === 0
export const lastDayOf = (dueAt: string): string => date(new Date(Date.parse(dueAt) - 1))

/** Terms of days are told in working days, the last day and terms of hours in hours and minutes. */
export function leftUntil(dueAt: string, now: Date, special: SpecialDays): Left {
  const ms = Date.parse(dueAt) - now.getTime()
  const isOver = ms <= 0
  const today = date(now)
  const last = lastDayOf(dueAt)
  const days = isOver ? workingDaysAfter(last, today, special) : workingDaysAfter(today, last, special)
  const byHours = endsWithDay(dueAt) ? Math.abs(ms) <= dayMs : Math.abs(ms) <= 3 * dayMs
  if (!byHours && days > 0) return { isOver, unit: 'days', count: days }
  if (Math.abs(ms) < hour)
    return { isOver, unit: 'minutes', count: Math.max(1, Math.floor(Math.abs(ms) / minute)) }
  return { isOver, unit: 'hours', count: Math.floor(Math.abs(ms) / hour) }
}
