import { z } from 'zod'
import { day, exact, subjectKind, tableId, words } from './primitives.ts'

const band = z.strictObject({
  name: words,
  nameEn: words,
  from: exact,
  to: exact,
  /** Bands are half-open [from, to); only the highest takes its end in (C3). */
  includesTo: z.boolean().default(false),
})

const table = z.strictObject({
  id: tableId,
  title: words,
  titleEn: words,
  /** locality: streets and communities, both subjects of one table (C34). */
  subject: z.enum([...subjectKind.options, 'locality']),
  organiser: words,
  organiserEn: words.optional(),
  points: exact,
  ownersShare: z.strictObject({ points: exact, evaluators: z.array(words).min(1) }),
  variants: z.array(words).default([]),
  groups: z.array(z.strictObject({ name: words, nameEn: words.optional(), points: exact })).min(1),
  bands: z.array(band).default([]),
})

export const scheme = z.strictObject({
  id: words,
  title: words,
  titleEn: words,
  from: day,
  to: day.nullable(),
  status: z.enum(['draft', 'published']),
  tables: z.array(table).min(1),
  surveyScale: z.strictObject({
    levels: z.array(z.strictObject({ name: words, nameEn: words.optional(), value: exact })).min(2),
  }),
})

export type Scheme = z.infer<typeof scheme>
export type SchemeTable = z.infer<typeof table>
export type Band = z.infer<typeof band>
