import { readFileSync } from 'node:fs'
import type { Draw } from './draw.ts'

interface Quantiles {
  p5: number
  p10: number
  p25: number
  p50: number
  p75: number
  p90: number
  p95: number
  p99: number
}

const listed = JSON.parse(
  readFileSync(new URL('../data/compound-sizes/quantiles.json', import.meta.url), 'utf8'),
) as Record<'baotou_households_per_compound' | 'harbin_households_per_building', Quantiles>

const steps = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]

/** A size between the 5th and the 99th percentile: what lies beyond are the listings' errors. */
function sizeFrom(quantiles: Quantiles, draw: Draw): number {
  const { p5, p10, p25, p50, p75, p90, p95, p99 } = quantiles
  const values = [p5, p10, p25, p50, p75, p90, p95, p99]
  const at = 0.05 + draw.share() * 0.94
  const upper = Math.max(
    1,
    steps.findIndex((step) => step >= at),
  )
  const [x0 = 0, x1 = 1] = [steps[upper - 1], steps[upper]]
  const [y0 = 0, y1 = 0] = [values[upper - 1], values[upper]]
  return y0 + ((y1 - y0) * (at - x0)) / (x1 - x0)
}

/** Households of `count` compounds, shaped as the listings and scaled so that they sum to `total`. */
export function householdsOf(count: number, total: number, draw: Draw): number[] {
  const shapes = Array.from({ length: count }, () => sizeFrom(listed.baotou_households_per_compound, draw))
  const scale = total / shapes.reduce((sum, size) => sum + size, 0)
  return shapes.map((size) => Math.max(24, Math.round(size * scale)))
}

/** Buildings for so many households. */
export const buildingsOf = (households: number, draw: Draw): number =>
  Math.max(1, Math.round(households / sizeFrom(listed.harbin_households_per_building, draw)))
