import { CompensatedSum } from './compensated-sum.ts'
import { conclude } from './conclude.ts'
import { degreesOfFreedom, headsOf, isCensus } from './domain.ts'
import type { Estimate, Terms } from './estimate.ts'
import { plainVarianceOf } from './plain-variance.ts'
import type { Stratum } from './sample.ts'
import { isLonely, spreadFactor } from './variance.ts'

/**
 * What a stratum contributes where its units weigh alike, as a grouped query gives it. Of `n` sampled units `answered`
 * are in the domain and answered the item; `sum` and `squares` are of their values, whole numbers (points of the scale),
 * so that nothing is lost. A share is a mean of 0 and 1.
 */
export interface StratumSums extends Stratum {
  answered: number
  /** How many of the n are in the domain, whether or not they answered the item; all where left out. */
  asked?: number
  sum: number
  squares: number
}

/**
 * The same estimate as `estimateSample` gives, for any grouping of strata (an enterprise, a street, the city), without
 * touching the answers again: one pass over them serves all groupings.
 * @throws RangeError for sums that are not whole, or too large to be exact
 */
export function estimateStrata(
  statistic: 'mean' | 'total' | 'proportion',
  strata: readonly StratumSums[],
  terms: Terms = {},
): Estimate {
  strata.forEach(refuseInexact)
  const weight = ({ population, n }: StratumSums) => (population === null ? 1 : n === 0 ? 0 : population / n)
  const sumOf = (of: (one: StratumSums, i: number) => number) => {
    const sum = new CompensatedSum()
    strata.forEach((one, i) => {
      sum.add(weight(one) * of(one, i))
    })
    return sum.value
  }
  const counts = strata.map(({ answered }) => answered)
  const asked = strata.map((one) => one.asked ?? one.n)
  const n = counts.reduce((all, count) => all + count, 0)
  const heads = sumOf(({ answered }) => answered)
  const total = sumOf(({ sum }) => sum)
  const mean = n === 0 ? 0 : total / heads
  const [centre, divisor] = statistic === 'total' ? [0, 1] : [mean, heads]
  let variance = 0
  const lonely: string[] = []
  for (const one of strata) {
    if (one.answered === 0) continue
    if (isLonely(one)) lonely.push(one.name)
    variance += spreadFactor(one) * (weight(one) / divisor) ** 2 * squaresAbout(one, centre)
  }
  const spread = (sumOf((one) => inside(one) + offset(one, mean)) / heads) * (n / (n - 1))
  const scaled = strata.every(({ population }) => population !== null)
  return conclude(
    {
      statistic,
      point: n === 0 ? null : statistic === 'total' ? total : mean,
      variance,
      plainVariance: n < 2 ? null : plainVarianceOf(spread, n, scaled ? heads : null, statistic),
      n,
      N: scaled ? (headsOf(strata, asked) ?? sumOf((_, i) => asked[i] ?? 0)) : null,
      df: degreesOfFreedom(counts),
      isCensus: n > 0 && isCensus(strata, counts),
      isAllAlike: statistic !== 'total' && variance === 0,
      lonely: terms.lonely === 'adjust' ? [] : lonely,
    },
    terms,
  )
}

/** Sum of squares of the answers about their own mean; the numerator is exact, so it is never below 0. */
const inside = ({ answered, sum, squares }: StratumSums) =>
  answered === 0 ? 0 : Number(BigInt(answered) * BigInt(squares) - BigInt(sum) ** 2n) / answered

const offset = ({ answered, sum }: StratumSums, centre: number) =>
  answered === 0 ? 0 : answered * (sum / answered - centre) ** 2

/** Of values less the centre, zero for who is outside, about their mean over all n; a lonely unit's about 0. */
const squaresAbout = (one: StratumSums, centre: number) =>
  inside(one) + offset(one, centre) * (one.n > 1 ? 1 - one.answered / one.n : 1)

function refuseInexact({ name, n, answered, sum, squares }: StratumSums): void {
  if (![n, answered, sum, squares].every(Number.isSafeInteger) || answered > n)
    throw new RangeError(
      `stratum ${name}: ${sum} and ${squares} of ${answered} out of ${n} are no exact sums`,
    )
}
