export interface Drawn {
  subject: string
  first: string | null
  second: string | null
}

export interface Bounds {
  /** The seats whose area a subject lies in: public. */
  open(subject: string): ReadonlySet<string>
  /** Whether a seat must not meet a subject: nobody's to read. */
  tied(seat: string, subject: string): boolean
  /** A secret order, which decides between equals: from a public one it would show who was passed over. */
  lot(subject: string, other: string): string
}

/**
 * 调整 (A.1.4): what the draw gave to a seat that is bound to it is exchanged for another seat's subject. An exchange keeps
 * everybody's load, and does not tell which of the four pairs stood in the way; where none is possible the subject goes to the
 * free seat with the fewest, or to nobody.
 */
export function adjust(drawn: readonly Drawn[], bounds: Bounds): Drawn[] {
  const given = drawn.map((one) => ({ ...one }))
  for (const role of ['first', 'second'] as const)
    for (const one of given) {
      const seat = one[role]
      if (seat === null || !bounds.tied(seat, one.subject)) continue
      const partner = partnerOf(given, one, role, bounds)
      if (partner) [one[role], partner[role]] = [partner[role], seat]
      else one[role] = freeSeat(given, one, role, bounds)
    }
  return given
}

type Role = 'first' | 'second'

const may = (seat: string, one: Drawn, role: Role, { open, tied }: Bounds): boolean =>
  open(one.subject).has(seat) &&
  !tied(seat, one.subject) &&
  one[role === 'first' ? 'second' : 'first'] !== seat

const byLot = <T>(list: readonly T[], lot: (one: T) => string): T[] =>
  list
    .map((one) => ({ one, key: lot(one) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ one }) => one)

function partnerOf(given: Drawn[], one: Drawn, role: Role, bounds: Bounds): Drawn | undefined {
  const seat = one[role]
  const able = given.filter((other) => {
    const theirs = other[role]
    if (seat === null || theirs === null || theirs === seat) return false
    return may(theirs, one, role, bounds) && may(seat, other, role, bounds)
  })
  return byLot(able, (other) => bounds.lot(one.subject, other.subject))[0]
}

function freeSeat(given: Drawn[], one: Drawn, role: Role, bounds: Bounds): string | null {
  const load = (seat: string) => given.filter((other) => other[role] === seat).length
  const free = [...bounds.open(one.subject)].filter((seat) => may(seat, one, role, bounds))
  const [least] = byLot(free, (seat) => bounds.lot(one.subject, seat)).sort((a, b) => load(a) - load(b))
  return least ?? null
}
