import { tQuantile } from './distributions.ts'
import type { Caveat, Estimate, Statistic, Terms } from './estimate.ts'
import { type Interval, type ShareMethod, shareInterval } from './proportion-interval.ts'

/** What the sums say, before anything is concluded from them. */
export interface Findings {
  statistic: Statistic
  /** Null where there is no answer or the denominator's sum is 0. */
  point: number | null
  /** Of the point, by the design; null where it cannot be known. */
  variance: number | null
  /** Variance of a simple random sample of as many; null where the comparison means nothing. */
  plainVariance: number | null
  n: number
  N: number | null
  df: number
  /** Everybody whom it speaks for was asked and answered: what comes out is no estimate. */
  isCensus: boolean
  isAllAlike: boolean
  lonely: string[]
}

/** Turns sums into an estimate: standard error, interval, design effect, and what must be said beside them. */
export function conclude(found: Findings, terms: Terms): Estimate {
  const { statistic, point, n, N, df } = found
  const level = terms.level ?? 0.95
  const method = terms.method ?? (statistic === 'proportion' ? 'logit' : 'mean')
  const caveat = caveatOf(found)
  const known = caveat === null || caveat.code === 'all-alike' || caveat.code === 'no-degrees-of-freedom'
  const se = known && found.variance !== null ? Math.sqrt(found.variance) : null
  const ci =
    point === null || se === null
      ? null
      : found.isCensus
        ? ([point, point] satisfies Interval)
        : df < 1
          ? null
          : intervalOf({ statistic, point, se, n, df }, level, method, terms.within)
  const deff =
    se === null || !found.plainVariance || found.variance === null
      ? null
      : found.variance / found.plainVariance
  return { statistic, estimate: point, se, ci, method, level, n, N, df, deff, caveat }
}

function caveatOf({ n, point, isCensus, isAllAlike, lonely, df }: Findings): Caveat | null {
  if (n === 0) return { code: 'no-answer' }
  if (point === null) return { code: 'denominator-zero' }
  if (isCensus) return null
  if (n === 1) return { code: 'one-answer' }
  if (lonely.length > 0) return { code: 'lonely-stratum', strata: lonely }
  if (df < 1) return { code: 'no-degrees-of-freedom' }
  return isAllAlike ? { code: 'all-alike' } : null
}

type Point = { statistic: Statistic; point: number; se: number; n: number; df: number }

function intervalOf(
  { statistic, point, se, n, df }: Point,
  level: number,
  method: ShareMethod,
  within: Terms['within'],
): Interval {
  const scale = statistic === 'proportion' ? ([0, 1] as const) : statistic === 'mean' ? within : undefined
  if (!scale || (statistic === 'mean' && method === 'mean')) {
    const half = tQuantile(1 - (1 - level) / 2, df) * se
    return [point - half, point + half]
  }
  const [low, high] = scale
  const share = { p: (point - low) / (high - low), se: se / (high - low), n, df }
  if (share.p < 0 || share.p > 1) throw new RangeError(`the mean ${point} is outside ${low} to ${high}`)
  const [from, to] = shareInterval(share, level, method)
  return [low + from * (high - low), low + to * (high - low)]
}
