import { expect, test } from 'vitest'
import { adjust, type Drawn } from './adjust.ts'

const seats = ['考核组-01', '考核组-02', '考核组-03']
const drawn: Drawn[] = ['a', 'b', 'c', 'd', 'e', 'f'].map((subject, i) => ({
  subject,
  first: seats[i % 3] ?? null,
  second: i === 0 ? (seats[1] ?? null) : null,
}))
const bounds = (...ties: string[]) => ({
  open: () => new Set(seats),
  tied: (seat: string, subject: string) => ties.includes(`${seat} ${subject}`),
  lot: (subject: string, other: string) => `${subject}${other}`,
})
const loads = (given: Drawn[]) => seats.map((seat) => given.filter(({ first }) => first === seat).length)
const moved = (given: Drawn[]) => given.filter((one, i) => one.first !== drawn[i]?.first)

test('where nothing binds anybody the draw stands as it was drawn', () => {
  expect(adjust(drawn, bounds())).toEqual(drawn)
})

test('回避 (A.1.4): a bound seat’s subject is exchanged, so that loads stay and two pairs of seats moved for one tie', () => {
  const given = adjust(drawn, bounds('考核组-01 a'))
  expect(given.find(({ subject }) => subject === 'a')?.first).not.toBe('考核组-01')
  expect(loads(given)).toEqual([2, 2, 2])
  expect(moved(given)).toHaveLength(2)
  expect(given.every(({ first, second }) => first !== second)).toBe(true)
})

test('whoever must not meet never meets, over all ties of three seats with six subjects', () => {
  const pairs = seats.flatMap((seat) => drawn.map(({ subject }) => `${seat} ${subject}`))
  for (let mask = 0; mask < 2 ** 18; mask += 37) {
    const ties = pairs.filter((_, i) => (mask >> i) & 1)
    const given = adjust(drawn, bounds(...ties))
    for (const { subject, first, second } of given) {
      expect(ties).not.toContain(`${first} ${subject}`)
      expect(ties).not.toContain(`${second} ${subject}`)
      if (first !== null) expect(first).not.toBe(second)
      const free = seats.filter((seat) => !ties.includes(`${seat} ${subject}`) && seat !== second)
      if (first === null) expect(free).toEqual([])
    }
  }
})
