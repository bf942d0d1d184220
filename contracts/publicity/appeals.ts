import { z } from 'zod'
import { evidence } from '../documents/staff.ts'
import { endpoint } from '../endpoint.ts'
import { roundState, subjectKind } from '../evaluation/words.ts'
import { can, day, decimal, id, page, paging } from '../shapes.ts'
import { appealOutcome, appealState } from './appeal-words.ts'

export const rowId = z.string().regex(/^\d-\d\d$/, '指标编号应写成 1-08 的样子')

/** A reading as a person enters it: 是/否, 优, AA, 75%, 9 and 12, 不适用. */
export const entered = z.object({
  numerator: z.string().trim().max(40).nullish(),
  denominator: z.string().trim().max(40).nullish(),
  value: z.string().trim().max(40).nullish(),
})
/** A decided reading as it is kept. */
export const reading = z.object({
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  value: z.string().nullable(),
  named: z.string().nullable(),
  notApplicable: z.string().nullable(),
})
/** How one subject stood before and stands after a decision. */
export const shift = z.object({
  subjectId: id,
  name: z.string(),
  kind: subjectKind,
  totalBefore: z.string(),
  totalAfter: z.string(),
  bandBefore: z.string().nullable(),
  bandAfter: z.string().nullable(),
  rankBefore: z.number().int().nullable(),
  rankAfter: z.number().int().nullable(),
})
export type Shift = z.infer<typeof shift>

/** Scored subjects of the asker's own, in rounds that are published and take appeals, or took them. */
export const ownResult = z.object({
  subjectId: id,
  roundId: id,
  roundName: z.string(),
  kind: subjectKind,
  name: z.string(),
  total: decimal.nullable(),
  band: z.string().nullable(),
  rank: z.number().int().nullable(),
  /** Whether an appeal is taken today. */
  open: z.boolean(),
  /** Last day on which appeals are taken; null where the calendar does not know it yet. */
  until: day.nullable(),
  appeals: z.number().int(),
})
export const listOwnResults = endpoint({
  method: 'GET',
  path: '/api/publicity/own-results',
  verb: 'publicity.file-appeal',
  summary: '我方可申诉的评价结果',
  response: z.object({ results: z.array(ownResult) }),
})

/** The rows of one published subject, for an appeal or a correction. */
export const disputable = z.object({
  subject: ownResult.omit({ appeals: true }).extend({ roundState, tableTitle: z.string() }),
  rows: z.array(
    z.object({
      id: rowId,
      level1: z.string(),
      indicator: z.string(),
      indicatorEn: z.string(),
      points: decimal,
      max: decimal,
      why: z.string(),
      whyEn: z.string(),
      /** A decided reading can be entered; else the row follows from others. */
      decidable: z.boolean(),
      shape: z.string().nullable(),
      levels: z.array(z.string()),
      /** Number of the appeal, or correction, that is open on it. */
      open: z.string().nullable(),
    }),
  ),
})
export type Disputable = z.infer<typeof disputable>
export const getAppealable = endpoint({
  method: 'GET',
  path: '/api/publicity/subjects/:id/appealable',
  verb: 'publicity.file-appeal',
  summary: '可申诉的指标',
  params: z.object({ id }),
  response: disputable,
})
export const fileAppeal = endpoint({
  method: 'POST',
  path: '/api/publicity/appeals',
  verb: 'publicity.file-appeal',
  summary: '提出申诉',
  body: z.object({
    /** Made on the sender's side: the same appeal sent twice is one. */
    id,
    subjectId: id,
    rows: z
      .array(
        z.object({
          indicator: rowId,
          reason: z.string().trim().min(10, '请写明对这一项的申诉理由，至少 10 个字').max(1000),
        }),
      )
      .min(1, '请选择要申诉的指标')
      .max(40),
    documentIds: z.array(id).max(20, '最多附 20 个文件').default([]),
  }),
  response: z.object({ id, number: z.string(), assigned: z.boolean() }),
})

export const appealRow = z.object({
  id,
  number: z.string(),
  roundId: id,
  roundName: z.string(),
  subjectId: id,
  kind: subjectKind,
  subjectName: z.string(),
  districtName: z.string(),
  appellant: z.string(),
  rows: z.array(z.string()),
  state: appealState,
  outcome: appealOutcome.nullable(),
  assigneeId: id.nullable(),
  assignee: z.string().nullable(),
  mine: z.boolean(),
  filedAt: z.string(),
  /** Last day of the stage that handles appeals, once it has begun. */
  dueOn: day.nullable(),
  decidedAt: z.string().nullable(),
  can,
})
export type AppealRow = z.infer<typeof appealRow>
const filters = {
  round: id.optional(),
  state: appealState.optional(),
  /** `mine`: assigned to the asker; `none`: to nobody. */
  assigned: z.enum(['mine', 'none']).optional(),
  place: id.optional(),
  text: z.string().max(60).optional(),
}
export const listAppeals = endpoint({
  method: 'GET',
  path: '/api/publicity/appeals',
  verb: 'publicity.see-appeals',
  summary: '申诉列表',
  query: z.object({ ...paging, ...filters }),
  response: page(appealRow),
})
export const exportAppeals = endpoint({
  method: 'GET',
  path: '/api/publicity/appeals/export',
  verb: listAppeals.verb,
  summary: '导出申诉（Excel）',
  query: z.object(filters),
  response: z.unknown(),
})
export const getAppeal = endpoint({
  method: 'GET',
  path: '/api/publicity/appeals/:id',
  verb: 'publicity.see-appeals',
  summary: '一件申诉',
  params: z.object({ id }),
  response: z.object({
    appeal: appealRow,
    answer: z.string().nullable(),
    decidedBy: z.string().nullable(),
    rows: z.array(
      z.object({
        id: rowId,
        indicator: z.string(),
        indicatorEn: z.string(),
        reason: z.string(),
        outcome: appealOutcome.nullable(),
        answer: z.string().nullable(),
        reading: reading.nullable(),
        pointsBefore: decimal.nullable(),
        pointsAfter: decimal.nullable(),
        /** As it stands now. */
        points: decimal.nullable(),
        max: decimal.nullable(),
        why: z.string(),
        whyEn: z.string(),
        decidable: z.boolean(),
        shape: z.string().nullable(),
        levels: z.array(z.string()),
      }),
    ),
    evidence: z.array(evidence),
    /** Whom the decision moved; empty before it. */
    shifts: z.array(shift),
    assignments: z.array(
      z.object({ at: z.string(), by: z.string().nullable(), to: z.string(), reason: z.string() }),
    ),
  }),
})
export type AppealPage = z.infer<typeof getAppeal.response>

export const listCandidates = endpoint({
  method: 'GET',
  path: '/api/publicity/appeals/:id/candidates',
  verb: 'publicity.assign-appeals',
  summary: '可以处理这件申诉的人员',
  params: z.object({ id }),
  response: z.object({
    candidates: z.array(z.object({ id, name: z.string(), place: z.string(), open: z.number().int() })),
  }),
})
export const assignAppeal = endpoint({
  method: 'POST',
  path: '/api/publicity/appeals/:id/assignment',
  verb: 'publicity.assign-appeals',
  summary: '指定申诉处理人',
  params: z.object({ id }),
  body: z.object({
    assigneeId: id,
    reason: z.string().trim().min(4, '请写明指定的原因，至少 4 个字').max(200),
  }),
  response: z.object({ assigned: z.literal(true) }),
})
export const decideAppeal = endpoint({
  method: 'POST',
  path: '/api/publicity/appeals/:id/decision',
  verb: 'publicity.decide-appeals',
  summary: '答复申诉',
  params: z.object({ id }),
  body: z.object({
    rows: z
      .array(
        z.object({
          indicator: rowId,
          outcome: appealOutcome,
          answer: z.string().trim().min(4, '请逐项写明理由，至少 4 个字').max(1000),
          /** The reading that counts from now on; none where the row is rejected. */
          entered: entered.nullish(),
        }),
      )
      .min(1)
      .max(40),
    answer: z.string().trim().min(4, '请写明答复，至少 4 个字').max(2000),
  }),
  response: z.object({ outcome: appealOutcome, shifts: z.number().int() }),
})
export const withdrawAppeal = endpoint({
  method: 'POST',
  path: '/api/publicity/appeals/:id/withdrawal',
  verb: 'publicity.withdraw-appeal',
  summary: '撤回申诉',
  params: z.object({ id }),
  body: z.object({}),
  response: z.object({ withdrawn: z.literal(true) }),
})
