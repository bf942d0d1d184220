import type { EditionRow } from '../../../rulebook/edition.ts'

/** What the scored body may do with a row besides accepting it. */
export interface RowRights {
  declare: boolean
  contest: boolean
}

/**
 * Declared: what the body itself may know and records do not compute; satisfaction is surveyed by others and incidents
 * are found by authorities (C31). Contested: what somebody or something else said.
 */
export function rowRights({
  factDefinition: fact,
  mechanism,
}: Pick<EditionRow, 'factDefinition' | 'mechanism'>): RowRights {
  if (!fact || mechanism === 'none' || mechanism === 'deduction') return { declare: false, contest: false }
  const others = fact.provenance === 'computed' || fact.provenance === 'surveyed'
  return { declare: !others, contest: others || fact.provenance === 'imported' }
}
