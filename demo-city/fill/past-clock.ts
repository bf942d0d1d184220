import { type MovableClock, movableClock } from '../../server/platform/clock/movable-clock.ts'

/** Ten in the morning: when what the city remembers was done. */
export const morningOf = (day: string): string => `${day}T10:00:00+08:00`

/** The clock of what happened before the city was filled. */
export const pastClock = (day: string): MovableClock => movableClock(morningOf(day))
