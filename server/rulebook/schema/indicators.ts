import { z } from 'zod'
import {
  booleanParameters,
  checklistParameters,
  countParameters,
  deductionParameters,
  emptyParameters,
  ratioParameters,
  tiersParameters,
} from './mechanisms.ts'
import { clauseId, exact, indicatorId, kebab, rulingId, subjectKind, tableId, words } from './primitives.ts'

const rubricGrade = z.strictObject({
  level: z.enum(['优', '良', '中', '差']),
  share: exact,
  signs: words,
  signsEn: words,
})

const row = z.strictObject({
  id: indicatorId,
  level1: words,
  level1En: words,
  level2: words,
  level2En: words,
  indicator: words,
  indicatorEn: words,
  points: exact,
  evaluator: z.enum([
    '考核组',
    '物业主管部门',
    '街道社区',
    '业委会',
    '区物业主管部门',
    '市物业主管部门',
    '业主',
  ]),
  variant: words.nullable().default(null),
  levels: z.array(subjectKind).min(1),
  gate: kebab.optional(),
  aids: z.array(kebab).default([]),
  evidence: z.array(words).default([]),
  rulings: z.array(rulingId).default([]),
  clauses: z.array(clauseId).default([]),
})

const scored = row.extend({ fact: kebab })

/** The closed set of mechanisms; one file each in the evaluation's rules. */
export const indicator = z.discriminatedUnion('mechanism', [
  scored.extend({ mechanism: z.literal('boolean'), parameters: booleanParameters }),
  scored.extend({ mechanism: z.literal('ratio'), parameters: ratioParameters }),
  scored.extend({ mechanism: z.literal('count'), parameters: countParameters }),
  scored.extend({ mechanism: z.literal('tiers'), parameters: tiersParameters }),
  scored.extend({ mechanism: z.literal('checklist'), parameters: checklistParameters }),
  scored.extend({
    mechanism: z.literal('grade'),
    parameters: emptyParameters,
    rubric: z.array(rubricGrade).length(4),
  }),
  scored.extend({ mechanism: z.literal('survey'), parameters: emptyParameters }),
  scored.extend({ mechanism: z.literal('deduction'), parameters: deductionParameters }),
  row.extend({ mechanism: z.literal('none'), parameters: emptyParameters, fact: kebab.nullish() }),
])

export const indicatorsFile = z.strictObject({
  table: tableId,
  edition: words,
  rows: z.array(indicator).min(1),
})

export type Indicator = z.infer<typeof indicator>
export type Mechanism = Indicator['mechanism']
export type RubricGrade = z.infer<typeof rubricGrade>
export type IndicatorTable = z.infer<typeof indicatorsFile>
