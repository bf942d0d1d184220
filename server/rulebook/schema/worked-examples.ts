import { z } from 'zod'
import { exact, indicatorId, kebab, subjectKind, tableId, words } from './primitives.ts'

const cell = z.union([z.string(), z.number(), z.boolean()]).nullable()

const reading = z.strictObject({
  numerator: cell.optional(),
  denominator: cell.optional(),
  value: cell.optional(),
  note: cell.optional(),
})
const facts = z.record(kebab, z.union([reading, z.array(reading)]))

const state = z.enum(['scored', 'missing', 'not-applicable', 'no-matter'])

const workedCase = z.strictObject({
  id: words,
  title: words,
  titleEn: words.optional(),
  table: tableId,
  row: indicatorId,
  facts,
  expect: z.strictObject({ points: exact, state }),
})

const workedSubject = z.strictObject({
  id: words,
  title: words,
  titleEn: words.optional(),
  table: tableId,
  level: subjectKind,
  variant: words.nullable().default(null),
  facts,
  expect: z.strictObject({
    total: exact,
    missing: exact.optional(),
    band: words.nullable().optional(),
    rows: z.record(indicatorId, exact).default({}),
  }),
})

export const workedExamplesFile = z.strictObject({
  cases: z.array(workedCase).default([]),
  subjects: z.array(workedSubject).default([]),
})

export type WorkedExamples = z.infer<typeof workedExamplesFile>
export type WorkedReading = z.infer<typeof reading>
