import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { roundState, subjectKind } from '../evaluation/words.ts'
import { can, decimal, id, page, paging } from '../shapes.ts'
import { choice, flagKind, hand, reviewState } from './words.ts'

export * from './agreement.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const row = z.string().regex(/^\d-\d\d$/)

export const reviewRow = z.object({
  id,
  roundId: id,
  roundName: z.string(),
  roundState,
  subjectId: id,
  kind: subjectKind,
  name: z.string(),
  code: z.string(),
  districtName: z.string(),
  total: decimal.nullable(),
  band: z.string().nullable(),
  state: reviewState,
  /** Flags that nobody has settled. */
  openFlags: z.number().int(),
  flags: z.number().int(),
  flagKinds: z.array(flagKind),
  /** Questions to graders that wait for an answer. */
  openQuestions: z.number().int(),
  /** SHA-256 of the rows as they stand: what a confirmation confirms. Null before there is a score. */
  hash: hash.nullable(),
  confirmedBy: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  /** What the asker has done to it, so that somebody else must confirm. */
  ownHand: hand.nullable(),
  can,
})
export type ReviewRow = z.infer<typeof reviewRow>

const filters = {
  round: id.optional(),
  state: reviewState.optional(),
  kind: subjectKind.optional(),
  flag: flagKind.optional(),
  /** `open`: only those with a question that waits. */
  questions: z.enum(['open']).optional(),
  place: id.optional(),
  text: z.string().max(60).optional(),
}
export const listReviews = endpoint({
  method: 'GET',
  path: '/api/moderation/reviews',
  verb: 'moderation.see',
  summary: '复核事项列表',
  query: z.object({ ...paging, ...filters }),
  response: page(reviewRow),
})
export const exportReviews = endpoint({
  method: 'GET',
  path: '/api/moderation/reviews/export',
  verb: listReviews.verb,
  summary: '导出复核事项（Excel）',
  query: z.object(filters),
  response: z.unknown(),
})

const said = z.object({
  numerator: decimal.nullable(),
  denominator: decimal.nullable(),
  value: decimal.nullable(),
  named: z.string().nullable(),
  notApplicable: z.string().nullable(),
})
const grade = z.object({
  taskId: id,
  second: z.boolean(),
  /** 考核组-03, or the office. */
  grader: z.string(),
  projectName: z.string().nullable(),
  said,
  comment: z.string(),
  overrideReason: z.string().nullable(),
  computedSaid: z.string().nullable(),
  evidence: z.array(id),
  at: z.string(),
})
const question = z.object({
  id,
  taskId: id,
  question: z.string(),
  askedBy: z.string().nullable(),
  askedAt: z.string(),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
})
const flag = z.object({
  id,
  kind: flagKind,
  /** The sentence, made of the figures behind the flag. */
  zh: z.string(),
  en: z.string(),
  settledBy: z.string().nullable(),
  settledAt: z.string().nullable(),
  note: z.string().nullable(),
})

export const reviewedRow = z.object({
  id: row,
  level1: z.string(),
  indicator: z.string(),
  indicatorEn: z.string(),
  points: decimal.nullable(),
  max: decimal.nullable(),
  /** Points of the round before, on the present scale. */
  before: decimal.nullable(),
  why: z.string(),
  whyEn: z.string(),
  flags: z.array(flag),
  grades: z.array(grade),
  questions: z.array(question),
  /** What was chosen between two graders. */
  chosen: z.object({ choice, reason: z.string(), by: z.string().nullable(), at: z.string() }).nullable(),
})
export type ReviewedRow = z.infer<typeof reviewedRow>

export const getReview = endpoint({
  method: 'GET',
  path: '/api/moderation/reviews/:id',
  verb: 'moderation.see',
  summary: '一个对象的复核',
  params: z.object({ id }),
  response: z.object({
    review: reviewRow,
    /** Rows with a flag, a grade or a question; the others stand on the score's own page. */
    rows: z.array(reviewedRow),
    events: z.array(
      z.object({
        at: z.string(),
        by: z.string().nullable(),
        kind: z.enum(['confirmed', 'asked', 'chosen']),
        row: z.string().nullable(),
        note: z.string(),
      }),
    ),
  }),
})

/** One or many at once: one line in the trail, with the hash of each. */
export const confirmReviews = endpoint({
  method: 'POST',
  path: '/api/moderation/confirmations',
  verb: 'moderation.confirm',
  summary: '复核确认（可批量）',
  body: z.object({
    reviews: z.array(z.object({ id, hash })).min(1, '请选择要确认的对象').max(200, '一次最多确认 200 个对象'),
    /** Why flagged rows stand all the same. */
    note: z.string().trim().min(4, '请写明说明，至少 4 个字').max(500).nullish(),
  }),
  response: z.object({
    confirmed: z.number().int(),
    refused: z.array(
      z.object({ id, name: z.string(), code: z.string(), detail: z.string(), detailEn: z.string() }),
    ),
  }),
})
export const askGrader = endpoint({
  method: 'POST',
  path: '/api/moderation/reviews/:id/questions',
  verb: 'moderation.ask',
  summary: '退回评分人并提问',
  params: z.object({ id }),
  body: z.object({
    taskId: id,
    row,
    question: z.string().trim().min(4, '请写明问题，至少 4 个字').max(500),
  }),
  response: z.object({ asked: z.literal(true) }),
})
export const chooseGrade = endpoint({
  method: 'POST',
  path: '/api/moderation/reviews/:id/choices',
  verb: 'moderation.choose',
  summary: '在两名评分人之间选定',
  params: z.object({ id }),
  body: z.object({
    /** The first grader's task. */
    taskId: id,
    row,
    choice,
    reason: z.string().trim().min(4, '请写明理由，至少 4 个字').max(500),
  }),
  response: z.object({ chosen: choice }),
})
export const examineRound = endpoint({
  method: 'POST',
  path: '/api/moderation/rounds/:id/examination',
  verb: 'moderation.examine',
  summary: '重新检查一轮的疑点',
  params: z.object({ id }),
  body: z.object({}),
  response: z.object({ flags: z.number().int() }),
})
export const getModeration = endpoint({
  method: 'GET',
  path: '/api/moderation/rounds/:id',
  verb: 'moderation.see',
  summary: '一轮的复核概况',
  params: z.object({ id }),
  response: z.object({
    subjects: z.number().int(),
    confirmed: z.number().int(),
    changed: z.number().int(),
    flagged: z.number().int(),
    openQuestions: z.number().int(),
    byKind: z.array(z.object({ kind: flagKind, open: z.number().int(), all: z.number().int() })),
    examinedAt: z.string().nullable(),
    /** The scores were computed again, or grades given, since the rows were examined. */
    outdated: z.boolean(),
    can,
  }),
})
