import type { EditionRow, Papers } from '../../../rulebook/load.ts'
import { staffWarnBelow } from '../../../rulebook/scoring-settings.ts'
import type { StoredRow } from './subject-score.ts'

/** Which ruling warns. */
const id = 'C6'

/**
 * A duty of the chapter that the points hide: table A.4 gives them from three full-time staff, 6.1.2 asks for five.
 * @returns one sentence in each language with the ruling's reason; null where nothing is to be warned of
 */
export function warningOf(
  rulebook: Papers,
  row: EditionRow,
  stored: StoredRow,
): { zh: string; en: string } | null {
  const ruling = rulebook.rulings[id]
  if (!ruling || !row.rulings.includes(id) || stored.value === null) return null
  const least = staffWarnBelow(rulebook)
  const staff = Number(stored.value)
  if (staff >= least) return null
  const clause = ruling.clauses[0] ?? ''
  return {
    zh: `现有 ${staff} 人，不足 ${least} 人，未达到 ${clause}。${ruling.reason}（${id}）`,
    en: `${staff} persons, below the ${least} of clause ${clause}. ${ruling.reasonEn} (${id})`,
  }
}
