import type { Edition, EditionRow } from '../../server/rulebook/edition.ts'
import type { FactDefinition } from '../../server/rulebook/schema/facts.ts'
import type { SubjectKind } from '../../server/modules/fact-source.ts'

/** A fact that somebody has to bring, with the first row that reads it. */
export interface AskedFact {
  fact: FactDefinition
  row: EditionRow
}

/** Every fact that the rows of a table read of subjects of one kind and variant, but those that records compute. */
export function askedFacts(
  edition: Edition,
  table: string,
  kind: SubjectKind,
  variant: string | null,
): AskedFact[] {
  const asked = new Map<string, AskedFact>()
  for (const row of edition.tables[table]?.rows ?? []) {
    if (!row.levels.includes(kind) || (row.variant !== null && row.variant !== variant)) continue
    for (const fact of [row.factDefinition, row.gateDefinition])
      if (fact && fact.provenance !== 'computed' && !asked.has(fact.id)) asked.set(fact.id, { fact, row })
  }
  return [...asked.values()]
}
