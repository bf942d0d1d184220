import { z } from 'zod'
import { id } from '../shapes.ts'

/** One result of a round: what the public page shows, and the hash by which it can be checked. */
const result = z.strictObject({
  roundId: id,
  year: z.int(),
  /** The edition of the standard that it was scored by. */
  edition: z.string(),
  subject: z.strictObject({
    kind: z.enum(['compound', 'enterprise', 'street', 'community', 'district', 'committee']),
    /** Division or compound code; for an enterprise the code of the district. */
    code: z.string(),
    /** 统一社会信用代码 of an enterprise; null for what has none. */
    uscc: z.string().nullable(),
    name: z.string(),
  }),
  /** Table of the standard's annex. */
  table: z.string().regex(/^A\.\d+$/),
  /** Points with two decimals; null where the subject was not scored. */
  total: z.string().nullable(),
  /** 五星级 …, where the table has bands. */
  band: z.string().nullable(),
  rank: z.int().positive().nullable(),
  /** SHA-256, hex, of the frozen result. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

/** The results of a round are laid open: the publicity term runs. */
export const roundPublished = z.strictObject({
  roundId: id,
  year: z.int(),
  edition: z.string(),
  /** First and last day of the publicity term. */
  from: z.iso.date(),
  /** Null where the year's holiday notice has not been loaded yet. */
  to: z.iso.date().nullable(),
  results: z.int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
/** One result is final. */
export const resultFinal = result
/** A final result was wrong: the new one, and what it replaces. Why is written freely and stays in the house. */
export const resultCorrected = z.strictObject({
  ...result.shape,
  replaces: z.strictObject({
    total: z.string().nullable(),
    band: z.string().nullable(),
    rank: z.int().positive().nullable(),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
})
/** An appeal was decided; `result` is how the subject stands afterwards. */
export const appealDecided = z.strictObject({
  ...result.shape,
  appealId: id,
  /** Rows of the table that were in question. */
  rows: z.array(z.string()),
  decision: z.enum(['upheld', 'changed']),
})
/** Sent on request, to try a receiver out. */
export const trial = z.strictObject({ subscriptionId: id, note: z.string() })

const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const later = '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752'
const example = {
  roundId: '019ab0e2-7c1e-7000-8000-000000000001',
  year: 2026,
  edition: 'DB1502-draft-2021',
  subject: { kind: 'compound', code: '150203001001001', uscc: null, name: '演示数据·示例花园' },
  table: 'A.1',
  total: '91.50',
  band: '五星级',
  rank: 12,
  hash,
}

/** What evaluation lets other systems know. */
export const evaluationEvents = [
  {
    name: 'evaluation.round-published',
    zh: '评价结果开始公示',
    en: 'Results of a round are laid open',
    data: roundPublished,
    example: {
      roundId: example.roundId,
      year: 2026,
      edition: example.edition,
      from: '2026-12-01',
      to: '2026-12-07',
      results: 1480,
      hash,
    },
  },
  {
    name: 'evaluation.result-final',
    zh: '评价结果生效',
    en: 'A result is final',
    data: resultFinal,
    example,
  },
  {
    name: 'evaluation.result-corrected',
    zh: '已生效结果更正',
    en: 'A final result is corrected',
    data: resultCorrected,
    example: {
      ...example,
      total: '89.00',
      band: '四星级',
      rank: 31,
      hash: later,
      replaces: { total: '91.50', band: '五星级', rank: 12, hash },
    },
  },
  {
    name: 'evaluation.appeal-decided',
    zh: '申诉已作出决定',
    en: 'An appeal is decided',
    data: appealDecided,
    example: {
      ...example,
      appealId: '019ab0e2-7c1e-7000-8000-000000000002',
      rows: ['1-06'],
      decision: 'changed',
    },
  },
] as const

export const trialEvent = {
  name: 'exchange.trial',
  zh: '试发（检查接收是否正常）',
  en: 'A trial, to see whether the receiver works',
  data: trial,
  example: { subscriptionId: '019ab0e2-7c1e-7000-8000-000000000003', note: '这是一条试发消息，可以忽略。' },
} as const
