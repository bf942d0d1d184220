import { describe, expect, test } from 'vitest'
import { Fraction } from '../../../../values/fraction.ts'
import { sampleSize } from './size.ts'

const wish = (fraction: string, response = '1') => ({
  fraction: Fraction.parse(fraction),
  response: Fraction.parse(response),
})

describe('A.2.3, C25: at least 30 % of the owners by heads, rounded up exactly', () => {
  test.each([
    [10, '0.3', 3],
    [11, '0.3', 4],
    [1, '0.3', 1],
    [100, '0.07', 7],
    [1_000_000, '0.3', 300_000],
    [7, '1', 7],
    [30, '1/3', 10],
  ])('of %d owners %s are %d', (heads, fraction, n) => {
    expect(sampleSize(heads, wish(fraction))).toEqual({
      n,
      byFraction: n,
      byPrecision: null,
      reason: 'fraction',
    })
  })
  test('fewer answers are expected: more are drawn, ⌈0.3 × 100 ÷ 0.6⌉ = 50', () => {
    expect(sampleSize(100, wish('0.3', '0.6')).n).toBe(50)
  })
  test('never more than there are', () => {
    expect(sampleSize(100, wish('0.3', '0.2'))).toMatchObject({
      n: 100,
      byFraction: 150,
      reason: 'everybody',
    })
  })
})

test('a wanted precision draws more where the fraction would be too few, and nothing where it is enough', () => {
  const precision = { margin: 5, spread: 50, level: 0.95 }
  // n₀ = (1.95996 × 50 ÷ 5)² = 384.15; of 1,000 owners 384.15 ÷ 1.38415 = 277.5.
  expect(sampleSize(1000, { ...wish('0.2'), precision })).toEqual({
    n: 278,
    byFraction: 200,
    byPrecision: 278,
    reason: 'precision',
  })
  expect(sampleSize(1000, { ...wish('0.2', '0.8'), precision })).toMatchObject({ n: 348, byPrecision: 348 })
  expect(sampleSize(1000, { ...wish('0.3'), precision })).toMatchObject({ n: 300, reason: 'fraction' })
  expect(sampleSize(20, { ...wish('0.3'), precision: { ...precision, margin: 1 } })).toMatchObject({ n: 20 })
})

test.each([
  [2.5, wish('0.3')],
  [0, wish('0.3')],
  [-3, wish('0.3')],
  [10, wish('1.01')],
  [10, wish('0')],
  [10, wish('-0.3')],
  [10, wish('0.3', '0')],
  [10, wish('0.3', '1.2')],
  [10, { ...wish('0.3'), precision: { margin: 0, spread: 50, level: 0.95 } }],
])('%d heads with %j is refused', (heads, wanted) => {
  expect(() => sampleSize(heads, wanted)).toThrow(RangeError)
})
