import { type Clock, fixedClock } from '../clock/clock.ts'

/** A clock that stands until the test moves it. */
export interface MovedClock extends Clock {
  moveTo(instant: string): void
  /** @param hours forward */
  moveBy(hours: number): void
}

export function movedClock(instant: string): MovedClock {
  let clock = fixedClock(instant)
  return {
    now: () => clock.now(),
    today: () => clock.today(),
    moveTo(next) {
      clock = fixedClock(next)
    },
    moveBy(hours) {
      clock = fixedClock(new Date(clock.now().getTime() + hours * 3_600_000).toISOString())
    },
  }
}
