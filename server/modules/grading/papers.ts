import { edition, type Edition, type EditionRow, type Rulebook } from '../../rulebook/load.ts'
import type { FactSource } from '../fact-source.ts'

/** What grading works with. */
export interface Papers {
  rulebook: Rulebook
  /** Facts that the modules compute: proposals to the grader. */
  sources: readonly FactSource[]
  /** Whether the city is a demonstration, said below every export. */
  demo: boolean
}

const known = new WeakMap<Rulebook, Map<string, Edition>>()

/** The edition that a round is scored by, at the end of its period. */
export function editionOf({ rulebook }: Pick<Papers, 'rulebook'>, id: string, periodTo: string): Edition {
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
