import { only, type Filters } from '../../../parts/list/types.ts'

const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)

/** The days asked for in the address, else the running month up to today. @param today 2026-11-23 */
export function monthOf(filters: Filters, today: string): { from: string; to: string } {
  const from = only(filters.from)
  const to = only(filters.to)
  return { from: isDay(from) ? from : `${today.slice(0, 7)}-01`, to: isDay(to) ? to : today }
}

/** The twelve weeks up to today, or the days asked for. */
export function weeksOf(filters: Filters, today: string): { from: string; to: string } {
  const from = only(filters.from)
  const to = only(filters.to)
  const back = new Date(Date.parse(today) - 11 * 7 * 86_400_000).toISOString().slice(0, 10)
  return { from: isDay(from) ? from : back, to: isDay(to) ? to : today }
}
