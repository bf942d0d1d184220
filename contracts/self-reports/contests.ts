import { z } from 'zod'
import { evidence } from '../documents/staff.ts'
import { endpoint } from '../endpoint.ts'
import { roundState, subjectKind } from '../evaluation/words.ts'
import { can, id, page, paging } from '../shapes.ts'
import { entered } from './report.ts'
import { answerer, contestOutcome, longest } from './words.ts'

const file = z.unknown()

export const contestRow = z.object({
  id,
  reportId: id,
  roundId: id,
  roundName: z.string(),
  stage: roundState,
  subjectId: id,
  kind: subjectKind,
  name: z.string(),
  districtName: z.string(),
  row: z.string(),
  rowTitle: z.string(),
  evaluator: z.string(),
  answerer,
  /** What the body says that the value is; all null where it names none. */
  claimed: z.object({
    numerator: z.string().nullable(),
    denominator: z.string().nullable(),
    value: z.string().nullable(),
  }),
  reason: z.string(),
  evidenceNote: z.string(),
  contestedAt: z.string(),
  outcome: contestOutcome.nullable(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.string().nullable(),
  can,
})
export type ContestRow = z.infer<typeof contestRow>

export const listContests = endpoint({
  method: 'GET',
  path: '/api/self-reports/contests',
  verb: 'self-reports.see-contests',
  summary: '自评异议列表',
  query: z.object({
    ...paging,
    round: id.optional(),
    state: z.enum(['open', 'answered']).optional(),
    place: id.optional(),
    text: z.string().max(60).optional(),
  }),
  response: page(contestRow),
})
export const exportContests = endpoint({
  method: 'GET',
  path: '/api/self-reports/contests/export',
  verb: listContests.verb,
  summary: '导出自评异议（Excel）',
  query: (listContests.query as NonNullable<typeof listContests.query>).omit({ after: true, limit: true }),
  response: file,
})
export const getContest = endpoint({
  method: 'GET',
  path: '/api/self-reports/contests/:id',
  verb: listContests.verb,
  summary: '一条自评异议',
  params: z.object({ id }),
  response: contestRow.extend({
    evidence: z.array(evidence),
    /** The sentence of the score as it stands. */
    why: z.string(),
    whyEn: z.string(),
    shape: z.string(),
    levels: z.array(z.string()),
  }),
})
/** Accepted with the value that counts from now on, or rejected; with reasons either way. */
export const answerContest = endpoint({
  method: 'POST',
  path: '/api/self-reports/contests/:id/answer',
  verb: 'self-reports.answer-contest',
  summary: '答复一条自评异议',
  params: z.object({ id }),
  body: z.object({
    outcome: contestOutcome,
    reason: z.string().trim().min(4, '请写明理由，至少 4 个字').max(longest.reason),
    entered: entered.default({}),
  }),
  response: z.object({ outcome: contestOutcome }),
})
