/** From where on a value lies far from others; shares of a row's points, and counts. */
export interface FarFrom {
  /** Fewest others that a mean is taken of. */
  least: number
  /** Standard deviations. */
  deviations: number
  /** Never far up to here, however alike the others are. */
  nearest: number
}

/** How a value lies to the mean of the others. */
export interface Lies {
  mean: number
  /** Standard deviation of the others. */
  spread: number
  others: number
}

/**
 * Which of the values lie far from the mean of all others: by more standard deviations than asked. Where the
 * others are divided among themselves, as in a row of 是 and 否, nobody is far. A value does not count in the mean that it is held against, or it would hide itself among few.
 * @returns for each value, in order, how it lies, or null where it is not far or too few are there to tell
 */
export function outlying(values: readonly number[], far: FarFrom): (Lies | null)[] {
  const others = values.length - 1
  if (others < far.least) return values.map(() => null)
  const sum = values.reduce((total, value) => total + value, 0)
  const squares = values.reduce((total, value) => total + value * value, 0)
  return values.map((value) => {
    const mean = (sum - value) / others
    const spread = Math.sqrt(Math.max(0, (squares - value * value) / others - mean * mean))
    const distance = Math.abs(value - mean)
    if (distance <= far.nearest) return null
    return distance > far.deviations * spread ? { mean, spread, others } : null
  })
}
