import { shanghaiDay } from '../../values/days.ts'

/** The one source of time. Fixed in tests; the zone of days is Asia/Shanghai (UTC+8, no daylight saving since 1991). */
export interface Clock {
  now(): Date
  /** Today's day in Asia/Shanghai, 'YYYY-MM-DD'. */
  today(): string
}

export const systemClock: Clock = { now: () => new Date(), today: () => shanghaiDay(new Date()) }

/** A clock that stands where it is put. */
export function fixedClock(instant: string): Clock {
  const at = new Date(instant)
  return { now: () => at, today: () => shanghaiDay(at) }
}
