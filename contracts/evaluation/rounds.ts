import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { can, day, decimal, id, page, paging } from '../shapes.ts'
import { roundState, subjectKind, table } from './words.ts'

const runShape = z.object({
  id: z.number().int(),
  stage: z.string(),
  done: z.number().int(),
  total: z.number().int(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  failedBecause: z.string().nullable(),
})

export const roundRow = z.object({
  id,
  year: z.number().int(),
  name: z.string(),
  edition: z.string(),
  placeId: id,
  placeName: z.string(),
  from: day,
  to: day,
  state: roundState,
  evaluatedAt: z.string().nullable(),
  can,
})
export const listRounds = endpoint({
  method: 'GET',
  path: '/api/evaluation/rounds',
  verb: 'evaluation.see-rounds',
  summary: '评价轮次列表',
  query: z.object(paging),
  response: page(roundRow),
})
export const exportRounds = endpoint({
  method: 'GET',
  path: '/api/evaluation/rounds/export',
  verb: listRounds.verb,
  summary: '导出评价轮次（Excel）',
  response: z.unknown(),
})
export const openRound = endpoint({
  method: 'POST',
  path: '/api/evaluation/rounds',
  verb: 'evaluation.open-round',
  summary: '开启一轮评价',
  body: z.object({
    year: z.number().int(),
    name: z.string().trim().min(2, '请填写轮次名称').max(60),
    edition: z.string().default('DB1502-draft-2021'),
    placeId: id,
  }),
  response: z.object({ id }),
})

/** How far the round is, by table and by district. */
export const tableProgress = z.object({
  table,
  kind: subjectKind,
  subjects: z.number().int(),
  notAssessed: z.number().int(),
  complete: z.number().int(),
  missingRows: z.number().int(),
  mean: decimal.nullable(),
  least: decimal.nullable(),
  most: decimal.nullable(),
})
export const getRound = endpoint({
  method: 'GET',
  path: '/api/evaluation/rounds/:id',
  verb: 'evaluation.see-rounds',
  summary: '一轮评价的进度',
  params: z.object({ id }),
  response: z.object({
    ...roundRow.shape,
    run: runShape.nullable(),
    tables: z.array(tableProgress),
    districts: z.array(
      z.object({
        districtId: id,
        districtName: z.string(),
        table,
        kind: subjectKind,
        subjects: z.number().int(),
        complete: z.number().int(),
        mean: decimal.nullable(),
      }),
    ),
  }),
})
export const evaluateRound = endpoint({
  method: 'POST',
  path: '/api/evaluation/rounds/:id/runs',
  verb: 'evaluation.evaluate',
  summary: '计算全部得分',
  params: z.object({ id }),
  body: z.object({}),
  response: z.object({ runId: z.number().int() }),
})
export const closeRound = endpoint({
  method: 'POST',
  path: '/api/evaluation/rounds/:id/closing',
  verb: 'evaluation.close-round',
  summary: '结束一轮评价',
  params: z.object({ id }),
  body: z.object({ reason: z.string().trim().min(2, '请写明结束的依据').max(200) }),
  response: z.object({ closed: z.literal(true) }),
})
export const evaluateSubject = endpoint({
  method: 'POST',
  path: '/api/evaluation/rounds/:id/subjects/:subjectId/evaluation',
  verb: 'evaluation.evaluate-subject',
  summary: '只重算一个对象',
  params: z.object({ id, subjectId: id }),
  body: z.object({}),
  response: z.object({ total: decimal, before: decimal.nullable() }),
})
