import { addDays } from '../../server/values/days.ts'
import type { Draw } from '../draw.ts'

/** A day of a year, drawn; never after `latest`. */
export function dayIn(year: number, draw: Draw, latest: string): string {
  const day = `${year}-${String(draw.integer(1, 12)).padStart(2, '0')}-${String(draw.integer(1, 28)).padStart(2, '0')}`
  return day < latest ? day : latest
}

/** Some days later, but not after `latest`. */
export function soonAfter(day: string, days: number, latest: string): string {
  const later = addDays(day, days)
  return later < latest ? later : latest
}
