import type { SubjectKind } from '../../../contracts/evaluation/words.ts'
import { edition, type EditionRow, type Rulebook } from '../../rulebook/load.ts'

/** The rows of an edition that a person may find not to apply to subjects of a kind. */
export function decidableRows(
  rulebook: Rulebook,
  round: { edition: string; to: string },
  kind: SubjectKind,
): (EditionRow & { fact: string })[] {
  const { tables } = edition(rulebook, round.edition, round.to)
  const decidable = (row: EditionRow): row is EditionRow & { fact: string } =>
    typeof row.fact === 'string' &&
    row.mechanism !== 'none' &&
    row.mechanism !== 'deduction' &&
    row.levels.includes(kind)
  return Object.values(tables)
    .flatMap((table) => table.rows)
    .filter(decidable)
}
