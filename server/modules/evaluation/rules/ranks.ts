import type { Fraction } from '../../../values/fraction.ts'

/** The place of each by falling total; equal totals share a place and the next one is left out: 1, 2, 2, 4. */
export function ranksOf(scored: readonly { id: string; total: Fraction }[]): Map<string, number> {
  const ranks = new Map<string, number>()
  let before: { total: Fraction; rank: number } | undefined
  for (const [i, { id, total }] of scored.toSorted((a, b) => b.total.compare(a.total)).entries()) {
    const rank = before?.total.equals(total) ? before.rank : i + 1
    ranks.set(id, rank)
    before = { total, rank }
  }
  return ranks
}
