import { type Clock, shanghaiDay } from '../clock/clock.ts'

/** A clock that a test moves on: terms run out without waiting. */
export interface MovableClock extends Clock {
  /** @param instant ISO, such as '2026-12-01T09:00:00+08:00' */
  moveTo(instant: string): void
}

export function movableClock(instant: string): MovableClock {
  let at = new Date(instant)
  return {
    now: () => at,
    today: () => shanghaiDay(at),
    moveTo(next) {
      at = new Date(next)
    },
  }
}
