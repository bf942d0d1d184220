import { z } from 'zod'
import { clauseId, exact, kebab, subjectKind, words } from './primitives.ts'

export const fact = z.strictObject({
  id: kebab,
  title: words,
  titleEn: words,
  subjects: z.array(subjectKind).min(1),
  shape: z.enum(['yes-no', 'ratio', 'count', 'checklist', 'level', 'grade', 'score', 'deduction']),
  unit: z.string().optional(),
  unitEn: z.string().optional(),
  /** Named values of a level fact, e.g. {A: 4, AA: 5}. */
  levels: z.record(z.string(), exact).optional(),
  /** A ratio whose numerator is not counted among its denominator and may be greater: funds beyond the plan, hours per employee. */
  mayExceed: z.boolean().default(false),
  /** The denominator at most: 12 months, 4 quarters; of a checklist that no row reads, its number of items. */
  whole: exact.optional(),
  provenance: z.enum(['computed', 'inspected', 'surveyed', 'declared', 'imported']),
  module: kebab,
  clause: clauseId,
  reads: words,
  readsEn: words,
  personal: z.boolean().default(false),
})

export const factsFile = z.array(fact)
export type FactDefinition = z.infer<typeof fact>
