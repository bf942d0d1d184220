import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  contains,
  daysBetween,
  daysInCommon,
  isDay,
  monthsBetween,
  overlaps,
  shanghaiDay,
} from './days.ts'

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))

describe('days', () => {
  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2023-13-01', false],
    ['2023-1-01', false],
    ['', false],
  ])('%s exists: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected)
  })

  test('the day in Asia/Shanghai begins at 16:00 UTC of the day before', () => {
    expect(shanghaiDay(new Date('2026-12-31T15:59:59Z'))).toBe('2026-12-31')
    expect(shanghaiDay(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01')
  })

  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-11-15', 3, '2025-02-15'],
    ['2024-01-15', -1, '2023-12-15'],
  ])('%s plus %i months is %s', (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected)
  })

  test.each([
    ['2024-01-01', '2024-07-01', 6],
    ['2024-01-02', '2024-07-01', 5],
    ['2024-01-31', '2024-02-29', 1],
    ['2024-07-01', '2024-01-01', 0],
  ])('from %s to %s are %i whole months (C36)', (from, to, expected) => {
    expect(monthsBetween(from, to)).toBe(expected)
  })

  test('ranges are half-open: one ends where the next begins', () => {
    const first = { from: '2024-01-01', to: '2024-07-01' }
    const second = { from: '2024-07-01', to: null }
    expect(overlaps(first, second)).toBe(false)
    expect(daysInCommon(first, second)).toBe(0)
    expect(daysInCommon(first, { from: '2024-06-01', to: null })).toBe(30)
    expect(contains(first, '2024-07-01')).toBe(false)
    expect(contains(second, '2024-07-01')).toBe(true)
    expect(() => daysInCommon(second, second)).toThrow(RangeError)
  })

  test('days in common are the same both ways, and more than none exactly when the ranges overlap', () => {
    fc.assert(
      fc.property(day, fc.nat(900), day, fc.nat(900), (a, x, b, y) => {
        const one = { from: a, to: addDays(a, x + 1) }
        const other = { from: b, to: addDays(b, y + 1) }
        expect(daysInCommon(one, other)).toBe(daysInCommon(other, one))
        expect(daysInCommon(one, other) > 0).toBe(overlaps(one, other))
        expect(daysInCommon(one, one)).toBe(daysBetween(a, one.to))
      }),
    )
  })
})
