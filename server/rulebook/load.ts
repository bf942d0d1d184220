import { fileURLToPath } from 'node:url'
import { checkParts } from './checks/index.ts'
import { type Fault, RulebookError } from './fault.ts'
import { readParts } from './read-parts.ts'
import { assemble, type Rulebook } from './rulebook.ts'

export { edition, type Edition, type EditionRow, type EditionTable, type Figure } from './edition.ts'
export { describeFault, type Fault, RulebookError } from './fault.ts'
export { editionAt } from './edition-at.ts'
export { type Editions, editionsOver, type Papers, shippedEditions } from './editions.ts'
export { limitAt, type LimitAt } from './limit-at.ts'
export type { Rulebook } from './rulebook.ts'
export type { CalendarNotice } from './schema/calendars.ts'
export { isUndecided } from './undecided.ts'

/** Where the product's own rule-book lies, wherever the process was started. */
export const RULEBOOK_FOLDER = fileURLToPath(new URL('../../rulebook', import.meta.url))

/**
 * Reads and checks the whole rule-book. Throws RulebookError with every fault (file, line, Chinese, English):
 * a rule-book with a fault scores nothing.
 */
export function loadRulebook(folder: string = RULEBOOK_FOLDER): Rulebook {
  const faults: Fault[] = []
  const parts = readParts(folder, faults)
  if (faults.length === 0) faults.push(...checkParts(parts))
  if (faults.length > 0) throw new RulebookError(faults)
  return assemble(parts)
}

export type { ScoringSettings } from './scoring-settings.ts'
