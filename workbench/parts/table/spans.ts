/** How many rows each cell of a merged column spans: 3, 0, 0, 2, 0, … ; 0 means that the cell above reaches over it. */
export function spans<Row>(rows: readonly Row[], keyOf: (row: Row) => string): number[] {
  const spread = rows.map(() => 0)
  let first = 0
  rows.forEach((row, index) => {
    const before = rows[index - 1]
    if (before === undefined || keyOf(before) !== keyOf(row)) first = index
    spread[first] = (spread[first] ?? 0) + 1
  })
  return spread
}
