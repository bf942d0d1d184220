import { createHash, createHmac } from 'node:crypto'
import { balance } from './rules/balance.ts'

/** What is drawn: which seat of the evaluation group grades which subject. Everything in it is published in the end. */
export interface DrawInput {
  /** 32 bytes, hexadecimal: sealed until the grading is over, its hash published before. */
  seed: string
  /** The public number as it was announced, such as "03 08 15 22 27 31 + 12". */
  number: string
  subjects: readonly Drawable[]
  /** Labels of the seats. */
  seats: readonly string[]
  /** How many subjects get a second, independent grader. */
  seconds: number
}

/** A subject with the seats that it may be drawn for: those whose area it lies in. */
export interface Drawable {
  code: string
  seats: readonly string[]
}

/** Where a seat may grade: districts by name, null for everywhere. Public, as the districts of the subjects are. */
export interface Area {
  seat: string
  districts: readonly string[] | null
}

/** What the draw is made from. @returns each subject with the seats whose area it lies in; ties play no part in the draw */
export const drawables = (
  subjects: readonly { code: string; district: string }[],
  areas: readonly Area[],
): Drawable[] =>
  subjects.map(({ code, district }) => ({
    code,
    seats: areas.flatMap(({ seat, districts }) =>
      districts === null || districts.includes(district) ? [seat] : [],
    ),
  }))

export interface Assignment {
  subject: string
  /** Null where every seat is passed over. */
  first: string | null
  second: string | null
}

/** What is published of the seed before. */
export const seedHash = (seed: string): string =>
  createHash('sha256').update(Buffer.from(seed, 'hex')).digest('hex')

/** The same number however it is spaced. */
export const tidyNumber = (number: string): string => number.trim().replaceAll(/\s+/g, ' ')

/** The lot of a thing: HMAC-SHA256 under the seed of "number|what|name", hexadecimal; lots are compared as text. */
export const lotOf = (seed: string, number: string, what: string, name: string): string =>
  createHmac('sha256', Buffer.from(seed, 'hex'))
    .update(`${tidyNumber(number)}|${what}|${name}`)
    .digest('hex')

/**
 * The draw. Subjects and seats are put in the order of their lots. Each subject in turn goes to the seat that has the
 * fewest so far (the earlier lot among equals), of those whose area it lies in; where that leaves one seat with two
 * more than another and one can be handed on, it is. Then the subjects with the lowest lots "second" get a second seat
 * in the same way. The same input gives the same draw.
 */
export function draw(input: DrawInput): Assignment[] {
  const { seed, number, seats, seconds } = input
  const byLot = (what: string, names: readonly string[]) =>
    names
      .map((name) => ({ name, lot: lotOf(seed, number, what, name) }))
      .sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.name < b.name ? -1 : 1))
      .map(({ name }) => name)
  const open = new Map(input.subjects.map((one) => [one.code, new Set(one.seats)]))
  const subjects = byLot('subject', [...open.keys()])
  const order = byLot('seat', [...new Set(seats)])
  const mayMeet = (seat: string, subject: string) => open.get(subject)?.has(seat) === true
  const first = balance(subjects, order, mayMeet)
  const sample = byLot('second', subjects).slice(0, Math.min(seconds, subjects.length))
  const second = balance(
    sample,
    order,
    (seat, subject) => mayMeet(seat, subject) && first.get(subject) !== seat,
  )
  return [...subjects]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((subject) => ({
      subject,
      first: first.get(subject) ?? null,
      second: second.get(subject) ?? null,
    }))
}

/**
 * Who follows when a seat steps back from a subject: the first of those that may, in an order that nobody can repeat: from a
 * public one it would show who was passed over.
 * @param mayNot those bound to it, those who stepped back, and its other grader
 */
export function nextSeat(
  seats: readonly string[],
  mayNot: ReadonlySet<string>,
  lot: (seat: string) => string,
): string | null {
  const free = seats.filter((seat) => !mayNot.has(seat)).map((seat) => ({ seat, lot: lot(seat) }))
  return free.sort((a, b) => (a.lot < b.lot ? -1 : 1))[0]?.seat ?? null
}
