import { z } from 'zod'
import { clauseId, day, rulingId, words } from './primitives.ts'

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

const ruling = z.strictObject({
  id: rulingId,
  title: words,
  titleEn: words,
  gap: words,
  gapEn: words,
  reading: words,
  readingEn: words,
  reason: words,
  reasonEn: words,
  clauses: z.array(clauseId),
  from: day,
  to: day.nullable().default(null),
  parameters: z
    .record(
      z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
      z.union([scalar, z.array(scalar), z.record(z.string(), scalar)]),
    )
    .default({}),
})

export const rulingsFile = z.array(ruling)
export type Ruling = z.infer<typeof ruling>
