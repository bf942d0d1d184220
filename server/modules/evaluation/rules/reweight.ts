import { Fraction } from '../../../values/fraction.ts'

export interface WeighedRow {
  readonly points: Fraction
  readonly group: number
  readonly applies: boolean
}

/**
 * By how much each group's rows count when some do not apply (C32): their points are spread over the other
 * rows of the level-1 group in proportion; a group in which nothing applies is spread over the whole table.
 * Answers one factor per group, or null where every factor is 1. A group without a live row has factor 0.
 */
export function groupFactors(
  rows: readonly WeighedRow[],
  groups: readonly { points: Fraction }[],
): Fraction[] | null {
  if (rows.every((r) => r.applies || r.points.isZero())) return null
  const live = groups.map(() => Fraction.ZERO)
  for (const { points, group, applies } of rows) {
    const sum = live[group]
    if (applies && sum !== undefined) live[group] = sum.add(points)
  }
  const all = Fraction.sum(groups.map((g) => g.points))
  const lively = Fraction.sum(groups.filter((_, i) => !live[i]?.isZero()).map((g) => g.points))
  return groups.map((group, i) => {
    const own = live[i] ?? Fraction.ZERO
    return own.isZero() ? Fraction.ZERO : group.points.div(own).mul(all).div(lively)
  })
}
