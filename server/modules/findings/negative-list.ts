import { edition, editionAt, type EditionRow, isUndecided, type Rulebook } from '../../rulebook/load.ts'
import type { Scale } from './rules/severity.ts'

/** A row of the negative list with the scale by which its incidents are weighed. */
export interface NegativeRow {
  row: EditionRow
  fact: string
  scale: Scale
  undecided: boolean
}

/** 负面清单 of the year's edition (A.3.3, C23). */
export function negativeList(rulebook: Rulebook, year: number): NegativeRow[] {
  const day = `${year}-12-31`
  const { tables } = edition(rulebook, editionAt(rulebook, day), day)
  return Object.values(tables)
    .flatMap((table) => table.rows)
    .flatMap((row) => {
      const { least, most } = row.figures
      if (row.mechanism !== 'deduction' || !least || !most) return []
      const scale = { severities: row.parameters.severities, least: least.value, most: most.value }
      return [{ row, fact: row.fact, scale, undecided: isUndecided(row) }]
    })
}
