import type { Sample, Stratum } from './sample.ts'

/** A stratum's share of a variance is this times the sum of squares about its mean: (1 − n/N) · n/(n − 1). */
export function spreadFactor({ n, population }: Pick<Stratum, 'n' | 'population'>): number {
  const left = population === null ? 1 : (population - n) / population
  return n > 1 ? (left * n) / (n - 1) : left
}

/** One unit drawn of a stratum that has more, or may have. */
export const isLonely = ({ n, population }: Pick<Stratum, 'n' | 'population'>): boolean =>
  n === 1 && population !== 1

export interface Variance {
  value: number
  /** Strata whose spread a single unit cannot show. */
  lonely: string[]
}

/**
 * Variance of a sum of weighted scores over the sample: stratum by stratum about the stratum's mean, units outside the
 * domain counting as 0 within the whole design (Särndal, Swensson & Wretman 1992, 3.7 and 10.3; R's svyrecvar).
 * A single unit is left about 0, the mean of all scores of a mean or ratio.
 * @param scores of `units`; zero for every other unit
 */
export function varianceOf(sample: Sample, units: Int32Array, scores: Float64Array): Variance {
  if (sample.postStrata) return spread(sample, ...aboutCells(sample, units, scores))
  return spread(sample, units, scores)
}

function spread({ strata, stratum }: Sample, units: Int32Array, scores: Float64Array): Variance {
  const sums = new Float64Array(strata.length)
  const counts = new Int32Array(strata.length)
  units.forEach((unit, i) => {
    const own = stratum[unit] as number
    sums[own] = (sums[own] as number) + (scores[i] as number)
    counts[own] = (counts[own] as number) + 1
  })
  const means = sums.map((sum, h) => {
    const n = strata[h]?.n ?? 0
    return n > 1 ? sum / n : 0
  })
  const squares = new Float64Array(strata.length)
  units.forEach((unit, i) => {
    const own = stratum[unit] as number
    squares[own] = (squares[own] as number) + ((scores[i] as number) - (means[own] as number)) ** 2
  })
  let value = 0
  const lonely: string[] = []
  strata.forEach((one, h) => {
    const inside = counts[h] as number
    if (inside === 0) return
    if (isLonely(one)) lonely.push(one.name)
    value += spreadFactor(one) * ((squares[h] as number) + (one.n - inside) * (means[h] as number) ** 2)
  })
  return { value, lonely }
}

/**
 * After post-stratification only what differs from a cell's mean is uncertain (R's svyrecvar on postStratify): every unit
 * of the sample counts, those outside the domain with what their cell's mean takes from zero.
 */
function aboutCells(
  { weight, postStrata }: Sample,
  units: Int32Array,
  scores: Float64Array,
): [units: Int32Array, scores: Float64Array] {
  const { cell, cells, before } = postStrata ?? { cell: units, cells: 0, before: scores }
  const sums = new Float64Array(cells)
  const sizes = new Float64Array(cells)
  const all = new Float64Array(weight.length)
  units.forEach((unit, i) => {
    const own = cell[unit] as number
    all[unit] = scores[i] as number
    sums[own] =
      (sums[own] as number) + ((scores[i] as number) * (before[unit] as number)) / (weight[unit] as number)
  })
  before.forEach((old, unit) => {
    const own = cell[unit] as number
    sizes[own] = (sizes[own] as number) + old
  })
  const everybody = Int32Array.from(all, (_, unit) => unit)
  return [
    everybody,
    all.map((score, unit) => {
      const own = cell[unit] as number
      return score - ((sums[own] as number) / (sizes[own] as number)) * (weight[unit] as number)
    }),
  ]
}
