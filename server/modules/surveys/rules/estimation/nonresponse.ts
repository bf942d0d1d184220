import type { Sample, Stratum } from './sample.ts'

/** The sample of those who answered, and what became of those who did not. */
export interface Respondents {
  sample: Sample
  /** Where each respondent stood in the drawn sample; other columns are picked by it. */
  units: Int32Array
  /** Classes in which nobody answered, by number: their heads are spoken for by nobody, join them to others first. */
  silent: number[]
}

/**
 * Weighting for non-response: within a class respondents carry the weight of all who were drawn, and answering counts as
 * a second random draw, so that the strata hold the respondents only (Särndal, Swensson & Wretman 1992, 15.6).
 * To be done before post-stratification.
 * @param answered per drawn unit
 * @param classes per drawn unit, numbers from 0; the strata where left out
 */
export function adjustForNonresponse(
  drawn: Sample,
  answered: ArrayLike<boolean>,
  classes: Int32Array = drawn.stratum,
): Respondents {
  if (drawn.postStrata) throw new RangeError('non-response is adjusted for before post-stratification')
  const all = new Map<number, number>()
  const heard = new Map<number, number>()
  drawn.weight.forEach((weight, unit) => {
    const own = classes[unit] as number
    all.set(own, (all.get(own) ?? 0) + weight)
    if (answered[unit]) heard.set(own, (heard.get(own) ?? 0) + weight)
  })
  const units = Int32Array.from(drawn.weight.keys()).filter((unit) => answered[unit] === true)
  const weight = Float64Array.from(units, (unit) => {
    const own = classes[unit] as number
    return ((drawn.weight[unit] as number) * (all.get(own) as number)) / (heard.get(own) as number)
  })
  const stratum = Int32Array.from(units, (unit) => drawn.stratum[unit] as number)
  const sizes = new Int32Array(drawn.strata.length)
  for (const own of stratum) sizes[own] = (sizes[own] as number) + 1
  const strata = drawn.strata.map((one, i): Stratum => ({ ...one, n: sizes[i] as number }))
  const silent = [...all.keys()].filter((one) => !heard.has(one)).sort((a, b) => a - b)
  return { sample: { ...drawn, strata, stratum, weight }, units, silent }
}
