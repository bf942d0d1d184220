import type { Statistic } from './estimate.ts'

/**
 * Variance of a simple random sample of n out of `heads` whose values are spread so: what a design effect compares with
 * (R's svymean and svytotal with deff = TRUE). With replacement where `heads` is unknown; null where it is below n.
 */
export function plainVarianceOf(
  spread: number,
  n: number,
  heads: number | null,
  statistic: Statistic,
): number | null {
  const left = heads === null ? 1 : (heads - n) / heads
  if (left < 0) return null
  return ((spread * left) / n) * (statistic === 'total' ? (heads ?? n) ** 2 : 1)
}
