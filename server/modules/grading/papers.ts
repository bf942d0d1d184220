import { edition, type Edition, type EditionRow, type Rulebook } from '../../rulebook/load.ts'
import type { FactSource } from '../fact-source.ts'

/** What grading works with. */
export interface Papers {
  /** The rule-book as an edition has it: each round is graded by its own. */
  rulebookOf(editionId: string): Promise<Rulebook>
  /** Facts that the modules compute: proposals to the grader. */
  sources: readonly FactSource[]
  /** Whether the city is a demonstration, said below every export. */
  demo: boolean
}

const known = new WeakMap<Rulebook, Map<string, Edition>>()

/** The edition that a round is scored by, at the end of its period. */
export async function editionOf(
  { rulebookOf }: Pick<Papers, 'rulebookOf'>,
  id: string,
  periodTo: string,
): Promise<Edition> {
  const rulebook = await rulebookOf(id)
  const editions = known.get(rulebook) ?? new Map<string, Edition>()
  known.set(rulebook, editions)
  const key = `${id} ${periodTo}`
  const found = editions.get(key) ?? edition(rulebook, id, periodTo)
  editions.set(key, found)
  return found
}

/** A row of the edition by its number. */
export const rowOf = (of: Edition, id: string): EditionRow | undefined =>
  Object.values(of.tables)
    .flatMap((table) => table.rows)
    .find((row) => row.id === id)
