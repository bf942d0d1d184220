import { Refusal } from '../../platform/problems/refusal.ts'
import type { EditionRow, Rulebook } from '../../rulebook/load.ts'
import { type EnteredReading, readEntered } from '../evaluation/index.ts'
import { refuse } from './problems.ts'
import { rowRights } from './rules/row-rights.ts'
import type { RowSaid } from './storage/rows.ts'

/** Shapes whose reading is one value: parts of a ratio say nothing of them. */
const valueShapes = new Set(['score', 'level', 'grade', 'yes-no'])

export interface Examined {
  /** What is declared, or claimed instead of the value that stands; null where nothing is. */
  reading: EnteredReading | null
  /** Why the row is not ready. */
  fault: Refusal | null
}

const ready = (reading: EnteredReading | null = null): Examined => ({ reading, fault: null })
const wrong = (fault: Refusal): Examined => ({ reading: null, fault })

type Content = Pick<
  RowSaid,
  'stance' | 'numerator' | 'denominator' | 'value' | 'note' | 'evidenceNote' | 'fromLastYear'
>

/** Whether what is said of a row could be submitted, and what it comes to. @param documents how many are attached */
export function examineRow(
  rulebook: Rulebook,
  row: EditionRow,
  said: Content | undefined,
  { year, documents }: { year: number; documents: number },
): Examined {
  if (!said?.stance) return wrong(refuse('unanswered', {}, { field: row.id }))
  if (said.stance === 'accept') return ready()
  const refused = refuseStance(row, said.stance)
  if (refused) return wrong(refused)
  const isSaid = [said.numerator, said.denominator, said.value].some(Boolean)
  if (said.stance === 'contest' && said.note.length < 4)
    return wrong(refuse('reason-missing', {}, { field: row.id }))
  if (said.stance === 'declare' && !isSaid) return wrong(refuse('value-missing', {}, { field: row.id }))
  const read = isSaid ? readSaid(rulebook, row, said, year) : ready()
  if (read.fault) return read
  if (documents === 0 && !said.evidenceNote)
    return wrong(refuse('evidence-missing', {}, { field: row.id, clause: '6.8.1' }))
  return said.fromLastYear ? wrong(refuse('check-last-year', {}, { field: row.id })) : read
}

/** Why the row may not be declared or contested at all; undefined where it may. */
export function refuseStance(row: EditionRow, stance: RowSaid['stance']): Refusal | undefined {
  const rights = rowRights(row)
  const title = row.factDefinition?.title ?? row.indicator
  if (stance === 'declare' && !rights.declare)
    return row.factDefinition?.provenance === 'computed'
      ? refuse('computed-not-declared', { title }, { field: row.id })
      : refuse('not-declarable', { title }, { field: row.id })
  if (stance === 'contest' && !rights.contest)
    return refuse('not-contestable', { row: row.id }, { field: row.id })
  return undefined
}

function readSaid(rulebook: Rulebook, row: EditionRow, said: Content, year: number): Examined {
  const fact = row.factDefinition
  if (!fact) return ready()
  const parts = valueShapes.has(fact.shape)
    ? { value: said.value ?? '' }
    : { numerator: said.numerator ?? '', denominator: said.denominator ?? '', value: said.value ?? '' }
  // A contest's note is its reason, not the reason why a fact would not apply.
  const note = said.stance === 'declare' ? { note: said.note } : {}
  try {
    return ready(readEntered(rulebook, fact.id, { ...parts, ...note }, year))
  } catch (fault) {
    if (fault instanceof Refusal) return wrong(fault)
    throw fault
  }
}
