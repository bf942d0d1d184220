import type { Fraction } from '../../../../values/fraction.ts'
import { normalQuantile } from '../estimation/distributions.ts'

/** How many of a stratum are to be drawn. */
export interface SizeWish {
  /** Of the owners by heads, above 0 and at most 1; A.2.3 and 6.8.1 e ask for 3/10 at least (C25). */
  fraction: Fraction
  /** The share of those drawn that is expected to answer, above 0 and at most 1. */
  response: Fraction
  precision?: Precision | undefined
}

/** A wanted half-width of the interval of a mean, in the units of its scale. */
export interface Precision {
  margin: number
  /** Standard deviation of the answers: from last year, or half of the scale's width where nothing is known. */
  spread: number
  /** Of confidence, such as 0.95. */
  level: number
}

/** What was counted on; `n` is the larger of the two, never above the stratum. */
export interface Size {
  n: number
  byFraction: number
  /** Null where no precision was wanted. */
  byPrecision: number | null
  /** `everybody`: the stratum is too small for what was wanted. */
  reason: 'fraction' | 'precision' | 'everybody'
}

/**
 * The size of the sample of a stratum of `heads` owners: ⌈fraction × heads ÷ response⌉, or more where the precision needs
 * it (Cochran 1977, 4.6: n₀ = (z·S/e)², n = n₀ ÷ (1 + n₀/N), ÷ response). Rounded up exactly: 3/10 of 10 are 3.
 * @throws RangeError for heads, shares or a precision that cannot be
 */
export function sampleSize(heads: number, { fraction, response, precision }: SizeWish): Size {
  if (!Number.isSafeInteger(heads) || heads < 1) throw new RangeError(`no number of heads: ${heads}`)
  for (const share of [fraction, response])
    if (!isShare(share)) throw new RangeError(`no share: ${share.toString()}`)
  const byFraction = roundUp(fraction.n * BigInt(heads) * response.d, fraction.d * response.n)
  const byPrecision = precision ? precisely(heads, response, precision) : null
  const wanted = Math.max(byFraction, byPrecision ?? 0)
  const reason = wanted > heads ? 'everybody' : wanted > byFraction ? 'precision' : 'fraction'
  return { n: Math.min(wanted, heads), byFraction, byPrecision, reason }
}

/** Above 0 and at most 1. */
export const isShare = (share: Fraction): boolean => share.n > 0n && share.n <= share.d

/** Above 0: any share rounds up to one person at least. */
export const roundUp = (top: bigint, bottom: bigint): number => Number((top + bottom - 1n) / bottom)

function precisely(heads: number, response: Fraction, { margin, spread, level }: Precision): number {
  if (!(margin > 0 && spread >= 0 && level > 0 && level < 1))
    throw new RangeError(`no precision: ${margin}, ${spread}, ${level}`)
  const unlimited = ((normalQuantile(1 - (1 - level) / 2) * spread) / margin) ** 2
  const answers = Math.min(heads, Math.ceil(unlimited / (1 + unlimited / heads)))
  return roundUp(BigInt(answers) * response.d, response.n)
}
