import { z } from 'zod'
import { clauseId, modal, words } from './primitives.ts'

const statement = z.strictObject({ id: clauseId, kind: modal, gist: words, gistEn: words })

const clause = z.strictObject({
  id: clauseId,
  title: words,
  titleEn: words,
  summary: z.string().default(''),
  summaryEn: z.string().default(''),
  /** 题 marks a heading, 述 a clause that states without 应, 宜 or 可. */
  kind: z.enum(['应', '宜', '可', '题', '述']),
  statements: z.array(statement),
})

export const clausesFile = z.array(clause)
export type Clause = z.infer<typeof clause>
export type Statement = z.infer<typeof statement>
