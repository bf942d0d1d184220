import { z } from 'zod'
import { clauseId, day, exact, kebab, subjectKind, words } from './primitives.ts'

const named = { name: words, nameEn: words }

const item = z.strictObject({
  id: kebab,
  /** Whose work the owner judges: the five kinds of 6.8.1 e. */
  about: subjectKind,
  text: words,
  textEn: words,
  /** `renovated`: only of owners whose compound was renovated in the survey's year (3-29, 4-23). */
  asked: z.enum(['everybody', 'renovated']).default('everybody'),
  /** What its mean is of; `subjects` where the fact is fed by another item for the others. */
  feeds: z
    .array(z.strictObject({ fact: kebab, subjects: z.array(subjectKind).min(1).optional() }))
    .default([]),
})

/** What owners are asked, and how it counts, from a day on. */
export const questionnaire = z.strictObject({
  id: kebab,
  kind: z.enum(['yearly', 'half-year']),
  title: words,
  titleEn: words,
  clause: clauseId,
  from: day,
  to: day.nullable(),
  /** The owners' part of the assessment it belongs to, such as "3/5" (6.8.1 c). */
  weight: exact.optional(),
  scale: z.strictObject({
    /** The best first; an answer is a place in this list, from 1 on. */
    levels: z.array(z.strictObject({ ...named, value: exact })).min(2),
    notApplicable: z.strictObject(named),
  }),
  remark: z.strictObject({ title: words, titleEn: words }),
  items: z.array(item).min(1),
})

export type Questionnaire = z.infer<typeof questionnaire>
