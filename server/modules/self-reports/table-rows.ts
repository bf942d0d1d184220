import type { SubjectKind } from '../../../contracts/evaluation/words.ts'
import { edition, type EditionRow, type Rulebook } from '../../rulebook/load.ts'

export interface TabledSubject {
  edition: string
  to: string
  table: string
  kind: SubjectKind
  variant: string | null
}

/** The rows by which a subject is scored, in the table's order. */
export function tableRows(rulebook: Rulebook, subject: TabledSubject): EditionRow[] {
  const { kind, variant } = subject
  const all = edition(rulebook, subject.edition, subject.to).tables[subject.table]?.rows ?? []
  return all.filter((row) => (row.variant === null || row.variant === variant) && row.levels.includes(kind))
}
