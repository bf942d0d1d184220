/**
 * Hands out subjects to seats so that no seat has two more than another where that can be helped.
 * @param subjects in the order they are handed out
 * @param seats in the order that decides between equals
 * @returns the seat of each subject; a subject that no seat may meet has none
 */
export function balance(
  subjects: readonly string[],
  seats: readonly string[],
  mayMeet: (seat: string, subject: string) => boolean,
): Map<string, string> {
  const held = new Map<string, string[]>(seats.map((seat) => [seat, []]))
  for (const subject of subjects) {
    const seat = fewest(
      seats.filter((one) => mayMeet(one, subject)),
      held,
    )
    if (seat !== undefined) held.get(seat)?.push(subject)
  }
  while (handOn(seats, held, mayMeet)) continue
  return new Map([...held].flatMap(([seat, list]) => list.map((subject) => [subject, seat])))
}

type Held = Map<string, string[]>
const countOf = (held: Held, seat: string) => held.get(seat)?.length ?? 0

const fewest = (seats: readonly string[], held: Held): string | undefined =>
  seats.reduce<string | undefined>(
    (least, seat) => (least === undefined || countOf(held, seat) < countOf(held, least) ? seat : least),
    undefined,
  )

interface Step {
  seat: string
  /** What reached this seat, and from whom. */
  by: { from: Step; subject: string } | null
}

/** One subject wanders, by a chain if need be, from a seat to one that has at least two fewer. @returns whether one did */
function handOn(
  seats: readonly string[],
  held: Held,
  mayMeet: (seat: string, subject: string) => boolean,
): boolean {
  const most = [...seats].sort((a, b) => countOf(held, b) - countOf(held, a))
  const least = Math.min(...seats.map((seat) => countOf(held, seat)))
  for (const start of most) {
    if (countOf(held, start) - least < 2) return false
    const end = chainFrom(start, seats, held, mayMeet)
    if (!end) continue
    for (let step = end; step.by; step = step.by.from) {
      const { from, subject } = step.by
      held.set(
        from.seat,
        (held.get(from.seat) ?? []).filter((one) => one !== subject),
      )
      held.get(step.seat)?.push(subject)
    }
    return true
  }
  return false
}

function chainFrom(
  start: string,
  seats: readonly string[],
  held: Held,
  mayMeet: (seat: string, subject: string) => boolean,
): Step | undefined {
  const reached = new Set([start])
  const queue: Step[] = [{ seat: start, by: null }]
  for (const from of queue)
    for (const seat of seats) {
      if (reached.has(seat)) continue
      const subject = held.get(from.seat)?.find((one) => mayMeet(seat, one))
      if (subject === undefined) continue
      const step: Step = { seat, by: { from, subject } }
      if (countOf(held, start) - countOf(held, seat) >= 2) return step
      reached.add(seat)
      queue.push(step)
    }
  return undefined
}
