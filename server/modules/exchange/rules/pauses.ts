const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** Seconds between one try and the next: soon at first, then daily for three days. */
export const pauses: readonly number[] = [
  minute,
  5 * minute,
  30 * minute,
  2 * hour,
  6 * hour,
  12 * hour,
  day,
  day,
  day,
]

/**
 * When an event that has failed is tried again.
 * @param tries how often it has been tried
 * @returns null where it is given up
 */
export function nextTry(tries: number, now: Date): Date | null {
  const seconds = pauses[tries - 1]
  return seconds === undefined ? null : new Date(now.getTime() + seconds * 1000)
}
