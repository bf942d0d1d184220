import type { Fraction } from '../../../../values/fraction.ts'
import type { FrameStratum } from './frame.ts'
import { type PermanentNumbers, pointAfter, ringOrder, ringStart } from './permanent-numbers.ts'
import { roundUp, type Size, type SizeWish, sampleSize } from './size.ts'

/** How a frame is drawn from. */
export interface DrawPlan extends SizeWish {
  /** Where each stratum's sample begins in the ring; from 0 for those that are left out. */
  starts?: ReadonlyMap<string, string> | undefined
  /** So many batches of reserves, each this share of the stratum's sample, rounded up, while any are left. */
  reserves?: { batches: number; share: Fraction } | undefined
}

/** What was drawn of a stratum. Rows are places in the frame, in the order in which they were drawn. */
export interface DrawnStratum extends Size {
  stratum: string
  /** Heads. */
  N: number
  sample: Uint32Array
  /** Random like the sample: each is released whole, and counted whole in the response rate. */
  batches: Uint32Array[]
  /** From where the next round draws, for sample and reserves of this one to rest. */
  next: string
}

/**
 * Simple random sampling without replacement in each stratum, by permanent random numbers: the n units that come first
 * from the start are the sample, those that follow the reserves. The order of rows plays no part.
 */
export function drawStrata(
  strata: readonly FrameStratum[],
  numbers: PermanentNumbers,
  plan: DrawPlan,
): DrawnStratum[] {
  return strata.map(({ stratum, rows }) => {
    const size = sampleSize(rows.length, plan)
    const order = ringOrder(rows, numbers, plan.starts?.get(stratum) ?? ringStart)
    const batches = batchesOf(order.subarray(size.n), size.n, plan.reserves)
    const taken = size.n + batches.reduce((all, { length }) => all + length, 0)
    const next = pointAfter(numbers.whole(order[taken - 1] as number))
    return { stratum, N: rows.length, ...size, sample: order.subarray(0, size.n), batches, next }
  })
}

function batchesOf(rest: Uint32Array, n: number, reserves: DrawPlan['reserves']): Uint32Array[] {
  if (!reserves) return []
  const size = roundUp(reserves.share.n * BigInt(n), reserves.share.d)
  return Array.from({ length: reserves.batches }, (_, i) => rest.subarray(i * size, (i + 1) * size)).filter(
    ({ length }) => length > 0,
  )
}
