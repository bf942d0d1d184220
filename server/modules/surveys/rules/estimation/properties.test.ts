import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Fraction } from '../../../../values/fraction.ts'
import { estimateSample } from './estimate-sample.ts'
import { estimateStrata, type StratumSums } from './estimate-strata.ts'
import { exactMean } from './exact.ts'
import { shareMethods } from './proportion-interval.ts'
import { sound } from './testing/ask.ts'

const points = fc.constantFrom(0, 25, 50, 75, 100)
/** Strata with their answers (undefined: drawn, but this item does not apply) and the heads beyond those drawn. */
const city = fc.array(
  fc.record({
    answers: fc.array(fc.option(points, { nil: undefined, freq: 6 }), { minLength: 2, maxLength: 12 }),
    more: fc.integer({ min: 1, max: 500 }),
  }),
  { minLength: 1, maxLength: 6 },
)
type City = { answers: (number | undefined)[]; more: number }[]

function sampled(strata: City) {
  const units = strata.flatMap(({ answers, more }, h) =>
    answers.map((value) => ({
      value: value ?? Number.NaN,
      stratum: `${h}`,
      population: answers.length + more,
    })),
  )
  const columns = {
    count: units.length,
    stratum: units.map((unit) => unit.stratum),
    population: units.map((unit) => unit.population),
  }
  return { columns, sample: sound(columns), value: Float64Array.from(units, (unit) => unit.value) }
}

const sums = (strata: City): StratumSums[] =>
  strata.map(({ answers, more }, h) => {
    const heard = answers.filter((one) => one !== undefined)
    return {
      name: `${h}`,
      n: answers.length,
      population: answers.length + more,
      answered: heard.length,
      sum: heard.reduce((a, b) => a + b, 0),
      squares: heard.reduce((a, b) => a + b * b, 0),
    }
  })

test('a mean lies among its answers, and nothing is ever NaN', () => {
  fc.assert(
    fc.property(city, fc.constantFrom('mean', 'total', 'proportion'), (strata, statistic) => {
      const { sample, value } = sampled(strata)
      const asked =
        statistic === 'proportion' ? value.map((one) => (Number.isNaN(one) ? one : one / 100)) : value
      const found = estimateSample(sample, { statistic, value: asked })
      const figures = [found.estimate, found.se, found.deff, ...(found.ci ?? [])]
      for (const figure of figures) if (figure !== null) expect(Number.isFinite(figure)).toBe(true)
      const heard = asked.filter((one) => !Number.isNaN(one))
      if (statistic === 'total' || found.estimate === null) return
      expect(found.estimate).toBeGreaterThanOrEqual(Math.min(...heard))
      expect(found.estimate).toBeLessThanOrEqual(Math.max(...heard))
    }),
  )
})

test('where everybody was asked the standard error is 0 and the interval a point', () => {
  fc.assert(
    fc.property(city, (strata) => {
      const { sample, value } = sampled(strata.map((one) => ({ ...one, more: 0 })))
      const found = estimateSample(sample, { statistic: 'mean', value })
      if (found.n === 0) expect(found.caveat).toEqual({ code: 'no-answer' })
      else expect([found.se, found.ci, found.caveat]).toEqual([0, [found.estimate, found.estimate], null])
    }),
  )
})

test('weights in another measure give the same mean and standard error', () => {
  fc.assert(
    fc.property(city, fc.double({ min: 0.01, max: 1000, noNaN: true }), (strata, scale) => {
      const { sample, columns, value } = sampled(strata)
      const scaled = sound({ ...columns, weight: sample.weight.map((one) => one * scale) })
      const [one, other] = [sample, scaled].map((each) => estimateSample(each, { statistic: 'mean', value }))
      expect(other?.estimate ?? 0).toBeCloseTo(one?.estimate ?? 0, 9)
      expect(other?.se ?? 0).toBeCloseTo(one?.se ?? 0, 9)
    }),
  )
})

test('in whatever order strata and answers come, the estimate is the same', () => {
  fc.assert(
    fc.property(city, (strata) => {
      const turned = strata.toReversed().map((one) => ({ ...one, answers: one.answers.toReversed() }))
      const [one, other] = [strata, turned].map((each) => {
        const { sample, value } = sampled(each)
        return estimateSample(sample, { statistic: 'mean', value })
      })
      expect(other?.estimate ?? 0).toBeCloseTo(one?.estimate ?? 0, 11)
      expect(other?.se ?? 0).toBeCloseTo(one?.se ?? 0, 11)
      expect(other?.df).toBe(one?.df)
    }),
  )
})

test('sums of strata tell what the answers tell, and exactly the mean', () => {
  fc.assert(
    fc.property(
      city,
      fc.constantFrom('mean', 'total'),
      fc.constantFrom('say', 'adjust'),
      (strata, statistic, lonely) => {
        const { sample, value } = sampled(strata)
        const slow = estimateSample(sample, { statistic, value, lonely })
        const fast = estimateStrata(statistic, sums(strata), { lonely })
        for (const name of ['estimate', 'se', 'deff', 'N'] as const) {
          expect(fast[name] === null).toBe(slow[name] === null)
          expect(fast[name] ?? 0).toBeCloseTo(slow[name] ?? 0, 7)
        }
        expect([fast.n, fast.df, fast.caveat]).toEqual([slow.n, slow.df, slow.caveat])
        const whole = sums(strata).map(({ population, answered, sum }) => ({
          population: population ?? 0,
          answered,
          sum: Fraction.of(sum),
        }))
        if (strata.every(({ answers }) => answers.every((one) => one !== undefined)) && statistic === 'mean')
          expect(exactMean(whole)?.toNumber()).toBeCloseTo(slow.estimate ?? 0, 10)
      },
    ),
  )
})

test('intervals of a share hold it and stay between 0 and 1', () => {
  const share = fc.record({
    yes: fc.integer({ min: 0, max: 40 }),
    no: fc.integer({ min: 0, max: 40 }),
    more: fc.integer({ min: 1, max: 2000 }),
    method: fc.constantFrom(...shareMethods.filter((one) => one !== 'mean')),
    level: fc.constantFrom(0.8, 0.9, 0.95, 0.99),
  })
  fc.assert(
    fc.property(share, ({ yes, no, more, method, level }) => {
      fc.pre(yes + no > 1)
      const count = yes + no
      const sample = sound({ count, population: Float64Array.from({ length: count }, () => count + more) })
      const value = Float64Array.from({ length: count }, (_, i) => (i < yes ? 1 : 0))
      const { ci, estimate } = estimateSample(sample, { statistic: 'proportion', value, method, level })
      const [low, high] = ci ?? [Number.NaN, Number.NaN]
      const p = estimate ?? Number.NaN
      expect(0 <= low && low <= p + 1e-12 && p <= high + 1e-12 && high <= 1, `${low} ${p} ${high}`).toBe(true)
    }),
  )
})
