import type { EditionRow } from '../../../../rulebook/edition.ts'
import type { Scorer } from '../outcome.ts'
import { prepareBoolean } from './boolean.ts'
import { prepareChecklist } from './checklist.ts'
import { prepareCount } from './count.ts'
import { type Pricer, prepareDeduction } from './deduction.ts'
import { prepareGrade } from './grade.ts'
import { prepareNone } from './none.ts'
import { prepareRatio } from './ratio.ts'
import { prepareSurvey } from './survey.ts'
import { prepareTiers } from './tiers.ts'

/** A row made ready once for all subjects: it scores a reading, or prices the incidents of one. */
export type Prepared = { kind: 'score'; score: Scorer } | { kind: 'deduct'; price: Pricer }

export function prepareRow(row: EditionRow): Prepared {
  if (row.mechanism === 'deduction') return { kind: 'deduct', price: prepareDeduction(row) }
  return { kind: 'score', score: prepareScorer(row) }
}

function prepareScorer(row: Exclude<EditionRow, { mechanism: 'deduction' }>): Scorer {
  switch (row.mechanism) {
    case 'boolean':
      return prepareBoolean(row)
    case 'ratio':
      return prepareRatio(row)
    case 'count':
      return prepareCount(row)
    case 'tiers':
      return prepareTiers(row)
    case 'checklist':
      return prepareChecklist(row)
    case 'grade':
      return prepareGrade(row)
    case 'survey':
      return prepareSurvey(row)
    case 'none':
      return prepareNone()
  }
}
