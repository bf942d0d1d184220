import { CompensatedSum } from './compensated-sum.ts'
import { conclude, type Findings } from './conclude.ts'
import { degreesOfFreedom, domainOf, everyone, headsOf, isCensus } from './domain.ts'
import type { Estimate, Statistic, Terms } from './estimate.ts'
import { plainVarianceOf } from './plain-variance.ts'
import type { Sample } from './sample.ts'
import { varianceOf } from './variance.ts'

/** A question to a sample. Columns have one entry per unit; NaN says that the unit did not answer this item. */
export type Question = Terms & {
  value: Float64Array
  /** The units asked about, by their places in the sample; all where left out. */
  domain?: Int32Array | undefined
} & ({ statistic: Exclude<Statistic, 'ratio'> } | { statistic: 'ratio'; denominator: Float64Array })

/**
 * The estimate for a population or a part of it, by the design of its sample: strata, weights, finite population
 * correction. Parts are estimated within the whole design, as R's svyby. Linearised variance: for a mean Y/X is X the
 * sum of weights, for a ratio the denominator's total. Agrees with R's survey package to 1e-10, apart from quantiles.
 */
export function estimateSample(sample: Sample, question: Question): Estimate {
  const { statistic, value } = question
  const below = question.statistic === 'ratio' ? question.denominator : undefined
  const asked = question.domain ?? everyone(sample)
  const units = asked.filter((unit) => !Number.isNaN(value[unit]) && !Number.isNaN(below?.[unit] ?? 0))
  const { counts } = domainOf(sample, units)
  const above = new CompensatedSum()
  const under = new CompensatedSum()
  const heads = new CompensatedSum()
  for (const unit of units) {
    const w = sample.weight[unit] as number
    above.add(w * (value[unit] as number))
    under.add(w * (below?.[unit] ?? 1))
    heads.add(w)
  }
  const answers = units.reduce<Range>(
    ({ least, most }, unit) => ({
      least: Math.min(least, value[unit] as number),
      most: Math.max(most, value[unit] as number),
    }),
    { least: Infinity, most: -Infinity },
  )
  const point = pointOf(statistic, answers, above.value, under.value)
  const centre = statistic === 'total' ? 0 : (point ?? 0)
  const divisor = statistic === 'total' ? 1 : under.value
  const distance = (unit: number) => (value[unit] as number) - centre * (below?.[unit] ?? 1)
  const scores = Float64Array.from(
    units,
    (unit) => ((sample.weight[unit] as number) * distance(unit)) / divisor,
  )
  const { value: variance, lonely } = varianceOf(sample, units, scores)
  const census = isCensus(sample.strata, counts) && units.length > 0
  return conclude(
    {
      statistic,
      point,
      variance: point === null ? null : variance,
      plainVariance: plainVariance(sample, question, units, heads.value),
      n: units.length,
      N: sample.scaled ? headsAsked(sample, asked) : null,
      df: degreesOfFreedom(counts),
      isCensus: census,
      isAllAlike: isMean(statistic) && answers.least === answers.most,
      lonely: question.lonely === 'adjust' ? [] : lonely,
    } satisfies Findings,
    question,
  )
}

function headsAsked(sample: Sample, asked: Int32Array): number {
  const whole = headsOf(sample.strata, domainOf(sample, asked).counts)
  if (whole !== null) return whole
  const sum = new CompensatedSum()
  for (const unit of asked) sum.add(sample.weight[unit] as number)
  return sum.value
}

interface Range {
  least: number
  most: number
}

const isMean = (statistic: Statistic) => statistic === 'mean' || statistic === 'proportion'

function pointOf(statistic: Statistic, { least, most }: Range, above: number, under: number): number | null {
  if (least > most) return null
  if (statistic === 'total') return above
  if (under === 0) return null
  // A mean lies among its values; a last digit that was rounded must not put it outside its scale.
  return isMean(statistic) ? Math.min(most, Math.max(least, above / under)) : above / under
}

/** The weighted spread over n, as svymean's and svytotal's design effects take it; a ratio has none. */
function plainVariance(sample: Sample, question: Question, units: Int32Array, heads: number): number | null {
  const n = units.length
  if (n < 2 || question.statistic === 'ratio') return null
  const weigh = (of: (unit: number) => number) => {
    const sum = new CompensatedSum()
    for (const unit of units) sum.add((sample.weight[unit] as number) * of(unit))
    return sum.value / heads
  }
  const mean = weigh((unit) => question.value[unit] as number)
  const spread = (weigh((unit) => ((question.value[unit] as number) - mean) ** 2) * n) / (n - 1)
  return plainVarianceOf(spread, n, sample.scaled ? heads : null, question.statistic)
}
