import { expect, test } from 'vitest'
import { nextTry, pauses } from './pauses.ts'

test('pauses grow from a minute to a day; after three days of daily tries an event is given up', () => {
  const from = new Date('2026-11-23T00:00:00Z')
  const after = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tries) => nextTry(tries, from)?.toISOString())
  expect(after.slice(0, 7)).toEqual([
    '2026-11-23T00:01:00.000Z',
    '2026-11-23T00:05:00.000Z',
    '2026-11-23T00:30:00.000Z',
    '2026-11-23T02:00:00.000Z',
    '2026-11-23T06:00:00.000Z',
    '2026-11-23T12:00:00.000Z',
    '2026-11-24T00:00:00.000Z',
  ])
  expect(nextTry(10, from)).toBeNull()
  const days = pauses.reduce((sum, seconds) => sum + seconds, 0) / 86_400
  expect(days).toBeGreaterThan(3)
  expect(days).toBeLessThan(4)
})
