import { describe, expect, test } from 'vitest'
import { estimateSample } from './estimate-sample.ts'
import { adjustForNonresponse } from './nonresponse.ts'
import { postStratify } from './post-stratify.ts'
import { shareMethods } from './proportion-interval.ts'
import { sampleOf } from './sample.ts'
import { sound } from './testing/ask.ts'

const two = sound({
  count: 6,
  stratum: ['甲', '甲', '甲', '乙', '乙', '乙'],
  population: [30, 30, 30, 9, 9, 9],
})
const value = Float64Array.of(100, 75, 50, 75, 75, 75)

describe('what cannot be known is said, never NaN', () => {
  test('nobody answered: no figure at all', () => {
    const none = estimateSample(two, { statistic: 'mean', value, domain: new Int32Array(0) })
    expect(none).toMatchObject({
      estimate: null,
      se: null,
      ci: null,
      n: 0,
      N: 0,
      df: 0,
      caveat: { code: 'no-answer' },
    })
  })
  test('one answer: a figure without certainty', () => {
    const one = estimateSample(two, { statistic: 'mean', value, domain: Int32Array.of(1) })
    expect(one).toMatchObject({
      estimate: 75,
      se: null,
      ci: null,
      n: 1,
      N: 10,
      caveat: { code: 'one-answer' },
    })
  })
  test('one unit of a larger stratum is named, or treated with care where that is asked for', () => {
    const sample = sound({ count: 3, stratum: ['甲', '甲', '乙'], population: [30, 30, 9] })
    const said = estimateSample(sample, { statistic: 'mean', value: Float64Array.of(100, 50, 75) })
    expect(said).toMatchObject({ se: null, ci: null, caveat: { code: 'lonely-stratum', strata: ['乙'] } })
    const careful = estimateSample(sample, {
      statistic: 'mean',
      value: Float64Array.of(100, 50, 75),
      lonely: 'adjust',
    })
    expect(careful.se).toBeGreaterThan(0)
  })
  test('one unit that is the whole stratum leaves nothing unknown', () => {
    const sample = sound({ count: 3, stratum: ['甲', '甲', '乙'], population: [30, 30, 1] })
    expect(
      estimateSample(sample, { statistic: 'mean', value: Float64Array.of(100, 50, 75) }).caveat,
    ).toBeNull()
  })
  test('as many strata as answers leave no degree of freedom', () => {
    const thin = estimateSample(two, { statistic: 'mean', value, domain: Int32Array.of(0, 3) })
    expect(thin).toMatchObject({ ci: null, df: 0, caveat: { code: 'no-degrees-of-freedom' } })
    expect(thin.se).toBeGreaterThan(0)
  })
  test('a denominator of 0 has no ratio', () => {
    const zero = estimateSample(two, { statistic: 'ratio', value, denominator: new Float64Array(6) })
    expect(zero).toMatchObject({ estimate: null, se: null, ci: null, caveat: { code: 'denominator-zero' } })
  })
  test.each(shareMethods)('all alike: the share’s interval by “%s” still has a width', (method) => {
    const all = estimateSample(two, { statistic: 'proportion', value: new Float64Array(6).fill(1), method })
    expect(all).toMatchObject({ estimate: 1, se: 0, caveat: { code: 'all-alike' } })
    expect(all.ci?.[0]).toBeGreaterThan(0.4)
    expect(all.ci?.[0]).toBeLessThan(0.7)
    expect(all.ci?.[1]).toBe(1)
  })
  test('without sizes or weights nobody knows for how many the answers stand', () => {
    const bare = estimateSample(sound({ count: 3 }), { statistic: 'mean', value: Float64Array.of(1, 2, 3) })
    expect(bare).toMatchObject({ estimate: 2, n: 3, N: null, df: 2 })
  })
})

test('a mean on a scale keeps its interval on the scale', () => {
  const high = { statistic: 'mean', value: Float64Array.of(100, 100, 75, 100, 100, 100) } as const
  expect(estimateSample(two, high).ci?.[1]).toBeGreaterThan(100)
  const kept = estimateSample(two, { ...high, method: 'logit', within: [0, 100] })
  expect(kept.ci?.[1]).toBeLessThan(100)
})

describe('columns that make no sample are refused with the unit', () => {
  const stratum = ['甲', '甲', '乙']
  test.each([
    [{ count: 0 }, { code: 'empty' }],
    [
      { count: 3, weight: [1, 0, 1] },
      { code: 'weight-not-positive', unit: 1, weight: 0 },
    ],
    [
      { count: 3, weight: [1, 1, Number.NaN] },
      { code: 'weight-not-positive', unit: 2, weight: Number.NaN },
    ],
    [
      { count: 3, stratum, population: [9, 9, 2.5] },
      { code: 'population-not-whole', unit: 2, population: 2.5 },
    ],
    [
      { count: 3, stratum, population: [9, 8, 2] },
      { code: 'population-differs', unit: 1, first: 0, stratum: '甲' },
    ],
    [
      { count: 3, stratum, population: [1, 1, 2] },
      { code: 'population-below-sample', unit: 0, stratum: '甲', population: 1, n: 2 },
    ],
  ])('%j', (columns, fault) => {
    expect(sampleOf(columns)).toEqual(fault)
  })
})

test('weights carry who did not answer; a class in which nobody did is named', () => {
  const { sample, units, silent } = adjustForNonresponse(two, [true, false, true, false, false, false])
  expect([...units]).toEqual([0, 2])
  expect([...sample.weight]).toEqual([15, 15])
  expect(silent).toEqual([1])
})

test('post-strata add up to their heads; a cell that nobody is in is named, one without heads refused', () => {
  const { sample, silent } = postStratify(two, Int32Array.of(0, 1, 0, 1, 0, 1), [20, 19, 7])
  const heads = [0, 1].map((cell) =>
    sample.weight.filter((_, unit) => sample.postStrata?.cell[unit] === cell),
  )
  expect(heads.map((weights) => weights.reduce((a, b) => a + b, 0))).toEqual([
    expect.closeTo(20, 10),
    expect.closeTo(19, 10),
  ])
  expect(silent).toEqual([2])
  expect(() => postStratify(two, Int32Array.of(0, 1, 0, 1, 0, 1), [20, 0])).toThrow(RangeError)
})
