/** An estimate with its 95 % interval. */
export interface Interval {
  value: number
  low: number
  high: number
}

/** Of the normal distribution, for 95 %. */
const z = 1.959964

/** A share of so many with the interval of Wilson (1927), which holds for few and for shares near 0 or 1; null of none. */
export function shareOf(hits: number, of: number): Interval | null {
  if (of === 0) return null
  const share = hits / of
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  return { value: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** How often the first's category (row) met the second's (column). */
export function crossingOf(pairs: readonly (readonly [number, number])[], categories: number): number[][] {
  const table = Array.from({ length: categories }, () => Array.from({ length: categories }, () => 0))
  for (const [first, second] of pairs) {
    const line = table[first]
    if (line?.[second] !== undefined) line[second]++
  }
  return table
}

/**
 * Cohen's kappa with linear weights over ordered categories, and its 95 % interval by the large-sample variance of
 * Fleiss, Cohen and Everitt (1969). Null where chance alone agrees wholly (all in one category), or nothing is there.
 */
export function weightedKappa(table: readonly (readonly number[])[]): Interval | null {
  const size = table.length
  const count = table.flat().reduce((sum, n) => sum + n, 0)
  if (count === 0 || size < 2) return null
  const cells = table.flatMap((line, i) => line.map((n, j) => ({ i, j, p: n / count })))
  const weight = (i: number, j: number) => 1 - Math.abs(i - j) / (size - 1)
  const sum = (of: (cell: { i: number; j: number; p: number }) => number) =>
    cells.reduce((total, cell) => total + of(cell), 0)
  const rowShare = table.map((_, i) => sum((cell) => (cell.i === i ? cell.p : 0)))
  const columnShare = table.map((_, j) => sum((cell) => (cell.j === j ? cell.p : 0)))
  const observed = sum(({ i, j, p }) => weight(i, j) * p)
  const byChance = sum(({ i, j }) => weight(i, j) * (rowShare[i] ?? 0) * (columnShare[j] ?? 0))
  if (1 - byChance < 1e-12) return null
  const value = (observed - byChance) / (1 - byChance)
  const rowWeight = table.map((_, i) => columnShare.reduce((total, p, j) => total + p * weight(i, j), 0))
  const columnWeight = table.map((_, j) => rowShare.reduce((total, p, i) => total + p * weight(i, j), 0))
  const spread = sum(({ i, j, p }) => {
    const own = weight(i, j) - ((rowWeight[i] ?? 0) + (columnWeight[j] ?? 0)) * (1 - value)
    return p * own * own
  })
  const shift = value - byChance * (1 - value)
  const variance = Math.max(0, spread - shift * shift) / (count * (1 - byChance) ** 2)
  const half = z * Math.sqrt(variance)
  return { value, low: Math.max(-1, value - half), high: Math.min(1, value + half) }
}
