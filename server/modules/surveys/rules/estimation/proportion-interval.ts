import { betaQuantile, normalQuantile, tQuantile } from './distributions.ts'
import { likelihoodInterval } from './likelihood-interval.ts'

/**
 * How an interval of a share is made. `mean` is the plain t interval, the only one that may leave 0 to 1; the others are
 * svyciprop's of R's survey package by their names there, and Wilson's with the same effective sample size as `beta`
 * (Clopper–Pearson). Sources: Korn & Graubard, Survey Methodology 24 (1998); Dean & Pagano, JSSAM 3 (2015).
 */
export const shareMethods = ['wilson', 'beta', 'logit', 'xlogit', 'asin', 'likelihood', 'mean'] as const
export type ShareMethod = (typeof shareMethods)[number]

export interface Share {
  /** Between 0 and 1. */
  p: number
  /** Standard error by the design. */
  se: number
  /** How many answers. */
  n: number
  /** At least 1. */
  df: number
}

export type Interval = [low: number, high: number]

/**
 * The interval of a share at a level such as 0.95. Where all answers are alike (p is 0 or 1) no method but `beta` and
 * `wilson` has one, and the design effect cannot be seen: Clopper–Pearson's with n answers stands in for the others.
 */
export function shareInterval(share: Share, level: number, method: ShareMethod): Interval {
  const { p, se, n, df } = share
  if (p <= 0 || p >= 1) return method === 'wilson' ? wilson(p, n, level) : clopperPearson(p, n, level)
  if (se === 0) return [p, p]
  const q = tQuantile(1 - (1 - level) / 2, df)
  switch (method) {
    case 'mean':
      return [p - q * se, p + q * se]
    case 'logit':
    case 'xlogit': {
      const at = Math.log(p / (1 - p))
      const half = (q * se) / (p * (1 - p))
      return [fromLogit(at - half), fromLogit(at + half)]
    }
    case 'asin': {
      const at = Math.asin(Math.sqrt(p))
      const half = (q * se) / (2 * Math.sqrt(p * (1 - p)))
      return [sinSquared(at - half), sinSquared(at + half)]
    }
    case 'likelihood':
      return likelihoodInterval(share, q)
    case 'beta':
      return clopperPearson(p, effectiveSize(share, level), level)
    case 'wilson':
      return wilson(p, effectiveSize(share, level), level)
  }
}

/** How many answers of a simple random sample would tell as much, less what the strata cost in degrees of freedom. */
function effectiveSize({ p, se, n, df }: Share, level: number): number {
  const plain = (p * (1 - p)) / se ** 2
  const tail = 1 - (1 - level) / 2
  return n < 2 ? plain : plain * (tQuantile(tail, n - 1) / tQuantile(tail, df)) ** 2
}

function clopperPearson(p: number, n: number, level: number): Interval {
  const tail = (1 - level) / 2
  const low = p <= 0 ? 0 : betaQuantile(tail, n * p, n * (1 - p) + 1)
  const high = p >= 1 ? 1 : betaQuantile(1 - tail, n * p + 1, n * (1 - p))
  return [low, high]
}

function wilson(p: number, n: number, level: number): Interval {
  const z = normalQuantile(1 - (1 - level) / 2)
  const centre = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const half = (z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n)
  return [p <= 0 ? 0 : Math.max(0, centre - half), p >= 1 ? 1 : Math.min(1, centre + half)]
}

const fromLogit = (x: number) => 1 / (1 + Math.exp(-x))

/** The angle's ends are those of 0 and 1; R lets the sine turn back there and the interval with it. */
const sinSquared = (x: number) => Math.sin(Math.min(Math.PI / 2, Math.max(0, x))) ** 2
