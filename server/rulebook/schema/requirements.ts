import { z } from 'zod'
import { clauseId, comparator, day, kebab, subjectKind, words } from './primitives.ts'

const requirement = z.strictObject({
  id: z.string().regex(/^R-/),
  statement: clauseId,
  clause: clauseId,
  title: words,
  titleEn: words,
  who: words,
  subject: subjectKind,
  fact: kebab,
  per: z.enum(['once', 'month', 'quarter', 'half-year', 'year', 'term', 'event', 'always']),
  comparator,
  limit: kebab,
  from: day,
  to: day.nullable().default(null),
})

const notCheckable = z.strictObject({
  statement: clauseId,
  clause: clauseId,
  reason: words,
  reasonEn: words,
})

export const requirementsFile = z.array(requirement)
export const notCheckableFile = z.array(notCheckable)
export type Requirement = z.infer<typeof requirement>
export type NotCheckable = z.infer<typeof notCheckable>
