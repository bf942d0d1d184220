import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type DrawInput, draw, nextSeat, seedHash } from './draw.ts'

const seats = ['考核组-01', '考核组-02', '考核组-03', '考核组-04']
const codes = (n: number) => Array.from({ length: n }, (_, i) => `1502030010011${String(i).padStart(3, '0')}`)
/** A pair that must not meet. */
interface Skip {
  seat: string
  subject: string
}
const without = (all: readonly string[], seats: readonly string[], skips: readonly Skip[]) =>
  all.map((code) => ({
    code,
    seats: seats.filter((seat) => !skips.some((one) => one.seat === seat && one.subject === code)),
  }))
type Given = Omit<Partial<DrawInput>, 'subjects'> & { subjects?: string[]; skips?: Skip[] }
const input = ({ subjects = codes(42), skips = [], ...over }: Given = {}): DrawInput => ({
  seed: 'ab'.repeat(32),
  number: '03 08 15 22 27 31 + 12',
  subjects: without(subjects, over.seats ?? seats, skips),
  seats,
  seconds: 5,
  ...over,
})
/** Numbers that look random and are the same in each run. */
function* dice(seed: number) {
  let state = seed
  for (;;) {
    state = (state * 1103515245 + 12345) % 2147483648
    yield state / 2147483648
  }
}
const loads = (given: Given, drawn = draw(input(given))) =>
  (given.seats ?? seats).map((seat) => drawn.filter(({ first }) => first === seat).length)

describe('随机分配', () => {
  test('the same seed and number give the same draw, however subjects and seats are listed', () => {
    const again = input({ subjects: codes(42).toReversed(), seats: seats.toReversed() })
    expect(draw(again)).toEqual(draw(input()))
    expect(draw(input({ number: ' 03  08 15 22 27 31 + 12 ' }))).toEqual(draw(input()))
    expect(draw(input({ number: '03 08 15 22 27 31 + 13' }))).not.toEqual(draw(input()))
    expect(draw(input({ seed: 'ac'.repeat(32) }))).not.toEqual(draw(input()))
  })

  test('nobody gets two more than another where nothing stands against it', () => {
    for (let n = 0; n < 60; n++) {
      const drawn = loads({ subjects: codes(n), seed: randomBytes(32).toString('hex') })
      expect(Math.max(...drawn) - Math.min(...drawn)).toBeLessThanOrEqual(1)
    }
  })

  test('客观公正 (A.1.4): whoever must not meet never meets, not as first nor as second', () => {
    const next = dice(7)
    for (let time = 0; time < 60; time++) {
      const subjects = codes(5 + Math.floor((next.next().value as number) * 40))
      const skips = subjects.flatMap((subject): Skip[] =>
        seats.filter(() => (next.next().value as number) < 0.4).map((seat) => ({ seat, subject })),
      )
      const drawn = draw(input({ subjects, skips, seconds: 10 }))
      const barred = new Set(skips.map(({ seat, subject }) => seat + subject))
      for (const { subject, first, second } of drawn) {
        expect(barred.has(`${first}${subject}`)).toBe(false)
        expect(barred.has(`${second}${subject}`)).toBe(false)
        if (first !== null) expect(second).not.toBe(first)
        const free = seats.filter((seat) => !barred.has(seat + subject))
        expect(first === null).toBe(free.length === 0)
      }
    }
  })

  test('with ties the counts are as even as the ties allow: proven against every possible hand-out', () => {
    const next = dice(11)
    const three = seats.slice(0, 3)
    for (let time = 0; time < 80; time++) {
      const subjects = codes(6)
      const may = subjects.map((subject) => ({
        subject,
        free: three.filter(() => (next.next().value as number) < 0.55),
      }))
      const skips = may.flatMap(({ subject, free }) =>
        three.filter((seat) => !free.includes(seat)).map((seat) => ({ seat, subject })),
      )
      const drawn = loads({ subjects, seats: three, skips, seconds: 0 })
      const unevenness = (counts: number[]) => counts.reduce((sum, n) => sum + n * n, 0)
      let best = [[0, 0, 0]]
      for (const { free } of may)
        if (free.length > 0)
          best = best.flatMap((counts) =>
            free.map((seat) => counts.map((n, i) => (three[i] === seat ? n + 1 : n))),
          )
      expect(unevenness(drawn)).toBe(Math.min(...best.map(unevenness)))
    }
  })

  test('a sample of the asked size gets a second grader', () => {
    const drawn = draw(input({ seconds: 5 }))
    expect(drawn.filter(({ second }) => second !== null)).toHaveLength(5)
  })

  test('another seed than the one committed to shows by its hash', () => {
    expect(seedHash('00'.repeat(32))).toBe('66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925')
    expect(seedHash('ab'.repeat(32))).not.toBe(seedHash('ac'.repeat(32)))
  })

  test('回避: who follows is drawn as well, and is never one who may not', () => {
    const lot = (seat: string) => seat.split('').toReversed().join('')
    const followed = nextSeat(seats, new Set(['考核组-01']), lot)
    expect(followed).not.toBe('考核组-01')
    expect(nextSeat(seats.toReversed(), new Set(['考核组-01']), lot)).toBe(followed)
    expect(nextSeat(seats, new Set(seats), lot)).toBeNull()
  })
})
