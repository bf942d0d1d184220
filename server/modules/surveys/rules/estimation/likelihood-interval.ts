import type { Interval, Share } from './proportion-interval.ts'

/**
 * The shares whose deviance from the estimate, scaled by Rao and Scott's design effect, stays under t²: what R's
 * confint.svyglm(method = "likelihood") seeks for an intercept alone, which it finds by a spline to about 1e-4.
 * @param q quantile of t at the level
 */
export function likelihoodInterval({ p, se, n }: Share, q: number): Interval {
  // Deviance of n answers 2n·D over the dispersion n/(n−1) of the Pearson residuals equals q²·n·se²/(p(1−p)).
  const allowed = (q ** 2 * se ** 2 * n) / (2 * p * (1 - p) * (n - 1))
  const divergence = (x: number) => p * Math.log(p / x) + (1 - p) * Math.log((1 - p) / (1 - x))
  return [border((x) => divergence(x) > allowed, 0, p), border((x) => divergence(x) > allowed, 1, p)]
}

/** Halves between a share outside and one inside until they are neighbours as far as a double can tell. */
function border(isOutside: (x: number) => boolean, outer: number, inner: number): number {
  let [outside, inside] = [outer, inner]
  for (;;) {
    const middle = (outside + inside) / 2
    if (middle === outside || middle === inside) return inside
    if (isOutside(middle)) outside = middle
    else inside = middle
  }
}
