import { shanghaiDay } from '../../values/days.ts'
import type { Clock } from './clock.ts'

/** A clock that is put on by hand: for what happened before a demonstration was filled, and for terms that a test lets run out. */
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
