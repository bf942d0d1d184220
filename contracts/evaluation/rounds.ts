import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { can, day, decimal, id, page, paging } from '../shapes.ts'
import { role } from '../accounts/words.ts'
import { roundState, stage, subjectKind, table } from './words.ts'

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
  /** Last day of the stage's term; null where it has none, or where the calendar does not know it yet. */
  stageDueOn: day.nullable(),
  /** 暂定, past the last official year. */
  stageDueProvisional: day.nullable(),
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
    /** A second round of the same place and year is meant. */
    again: z.boolean().default(false),
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
    /** Subjects about which facts were recorded or changed after their score was computed. */
    stale: z.number().int(),
    /** Compounds said to be managed by an enterprise, without a contract; table A.1 leaves them out. */
    withoutContract: z.number().int(),
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
/** Work of a stage, by district and role, over what the asker may see. */
export const stageProgress = z.object({
  districtId: id.nullable(),
  districtName: z.string().nullable(),
  role,
  zh: z.string(),
  en: z.string(),
  total: z.number().int(),
  done: z.number().int(),
  link: z.string().nullable(),
})
export const getRoundStages = endpoint({
  method: 'GET',
  path: '/api/evaluation/rounds/:id/stages',
  verb: 'evaluation.see-rounds',
  summary: '一轮评价的阶段与进度',
  params: z.object({ id }),
  response: z.object({
    /** Working days left of the stage's term, negative when it is over; null without a term or a calendar for it. */
    daysLeft: z.number().int().nullable(),
    /** What happened, the oldest first. */
    events: z.array(
      z.object({
        kind: z.enum(['opened', 'entered', 'term-moved', 'closed']),
        at: z.string(),
        by: z.string().nullable(),
        stage: stage.nullable(),
        dueOn: day.nullable(),
        provisional: day.nullable(),
        unfinished: z.number().int(),
        decision: z.string().nullable(),
      }),
    ),
    progress: z.array(stageProgress),
    /** The way on from here, with what stands in it now; null when the round is over. */
    next: z
      .object({
        from: stage,
        to: stage,
        may: z.boolean(),
        workingDays: z.number().int().nullable(),
        /** Over the whole round, whatever the asker sees of it. */
        unfinished: z.number().int(),
        /** Why it cannot be taken now, whatever is decided. */
        refused: z.string().nullable(),
        refusedEn: z.string().nullable(),
      })
      .nullable(),
  }),
})
export const advanceRound = endpoint({
  method: 'POST',
  path: '/api/evaluation/rounds/:id/stage',
  verb: 'evaluation.advance-round',
  summary: '结束本阶段，进入下一阶段',
  params: z.object({ id }),
  body: z.object({
    /** The stage that the mover saw. */
    from: stage,
    /** Why unfinished work is not waited for. */
    decision: z.string().trim().min(4, '请写明决定和理由').max(500).nullish(),
  }),
  response: z.object({ stage }),
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
