import type { Sample } from './sample.ts'

/** What was weighted anew, and the cells of the population that nobody of the sample is in. */
export interface PostStratified {
  sample: Sample
  silent: number[]
}

/**
 * Post-stratification: weights of each cell are scaled so that they add up to the cell's heads; the variance is then that
 * of what differs from the cell's mean (R's postStratify with partial = TRUE).
 * @param cell per unit, numbers from 0
 * @param heads per cell, whole numbers
 * @throws RangeError for a cell with units but no heads, or when the sample is post-stratified already
 */
export function postStratify(sample: Sample, cell: Int32Array, heads: readonly number[]): PostStratified {
  if (sample.postStrata) throw new RangeError('post-stratified twice; cross the cells instead')
  const found = new Float64Array(heads.length)
  cell.forEach((own, unit) => {
    if (!((heads[own] ?? 0) > 0)) throw new RangeError(`cell ${own} has units but no heads`)
    found[own] = (found[own] as number) + (sample.weight[unit] as number)
  })
  const weight = sample.weight.map((before, unit) => {
    const own = cell[unit] as number
    return (before * (heads[own] as number)) / (found[own] as number)
  })
  const silent = heads.flatMap((size, own) => (size > 0 && found[own] === 0 ? [own] : []))
  const postStrata = { cell, cells: heads.length, before: sample.weight }
  return { sample: { ...sample, weight, scaled: true, postStrata }, silent }
}
