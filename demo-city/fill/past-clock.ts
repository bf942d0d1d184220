import { type Clock, shanghaiDay } from '../../server/platform/clock/clock.ts'

/** The clock of what happened before the city was filled: put on from day to day, at ten in the morning. */
export interface PastClock extends Clock {
  goTo(day: string): void
}

export function pastClock(day: string): PastClock {
  let at = new Date(`${day}T10:00:00+08:00`)
  return {
    now: () => at,
    today: () => shanghaiDay(at),
    goTo(next) {
      at = new Date(`${next}T10:00:00+08:00`)
    },
  }
}
