import { z } from 'zod'
import { evidence } from '../documents/staff.ts'
import { endpoint } from '../endpoint.ts'
import { subjectKind } from '../evaluation/words.ts'
import { can, decimal, id, page, paging } from '../shapes.ts'
import { disputable, entered, reading, rowId, shift } from './appeals.ts'
import { correctionState } from './appeal-words.ts'

export const getCorrectable = endpoint({
  method: 'GET',
  path: '/api/publicity/subjects/:id/correctable',
  verb: 'publicity.propose-corrections',
  summary: '可更正的指标',
  params: z.object({ id }),
  response: disputable,
})
export const proposeCorrection = endpoint({
  method: 'POST',
  path: '/api/publicity/corrections',
  verb: 'publicity.propose-corrections',
  summary: '提出结果更正',
  body: z.object({
    /** Made on the sender's side: the same proposal sent twice is one. */
    id,
    subjectId: id,
    reason: z.string().trim().min(10, '请写明发现了什么错误、依据是什么，至少 10 个字').max(500),
    rows: z
      .array(
        z.object({
          indicator: rowId,
          entered,
          reason: z.string().trim().min(4, '请写明这一项更正的理由，至少 4 个字').max(500),
        }),
      )
      .min(1, '请选择要更正的指标')
      .max(40),
    documentIds: z.array(id).min(1, '更正须附证明材料').max(20, '最多附 20 个文件'),
  }),
  response: z.object({ id, number: z.string() }),
})

export const correctionRow = z.object({
  id,
  number: z.string(),
  roundId: id,
  roundName: z.string(),
  subjectId: id,
  kind: subjectKind,
  subjectName: z.string(),
  districtName: z.string(),
  rows: z.array(z.string()),
  reason: z.string(),
  state: correctionState,
  proposedBy: z.string().nullable(),
  proposedAt: z.string(),
  /** The asker proposed it himself: another decides. */
  own: z.boolean(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  can,
})
export type CorrectionRow = z.infer<typeof correctionRow>
const filters = { round: id.optional(), state: correctionState.optional(), place: id.optional() }
export const listCorrections = endpoint({
  method: 'GET',
  path: '/api/publicity/corrections',
  verb: 'publicity.see-corrections',
  summary: '结果更正列表',
  query: z.object({ ...paging, ...filters }),
  response: page(correctionRow),
})
export const exportCorrections = endpoint({
  method: 'GET',
  path: '/api/publicity/corrections/export',
  verb: listCorrections.verb,
  summary: '导出结果更正（Excel）',
  query: z.object(filters),
  response: z.unknown(),
})

/** What the public is shown of the subject in one version. */
const version = z.object({
  version: z.number().int(),
  kind: z.enum(['publicity', 'final', 'correction']),
  publishedAt: z.string(),
  note: z.string(),
  total: decimal.nullable(),
  band: z.string().nullable(),
  rank: z.number().int().nullable(),
})
export const getCorrection = endpoint({
  method: 'GET',
  path: '/api/publicity/corrections/:id',
  verb: 'publicity.see-corrections',
  summary: '一件结果更正',
  params: z.object({ id }),
  response: z.object({
    correction: correctionRow,
    note: z.string().nullable(),
    rows: z.array(
      z.object({
        id: rowId,
        indicator: z.string(),
        indicatorEn: z.string(),
        reason: z.string(),
        reading,
        points: decimal.nullable(),
        max: decimal.nullable(),
        pointsBefore: decimal.nullable(),
        pointsAfter: decimal.nullable(),
      }),
    ),
    evidence: z.array(evidence),
    shifts: z.array(shift),
    /** Every version that was shown, the oldest first. */
    versions: z.array(version),
  }),
})
export const decideCorrection = endpoint({
  method: 'POST',
  path: '/api/publicity/corrections/:id/decision',
  verb: 'publicity.decide-corrections',
  summary: '决定结果更正',
  params: z.object({ id }),
  body: z.object({
    accept: z.boolean(),
    note: z.string().trim().min(4, '请写明决定的理由，至少 4 个字').max(500),
  }),
  response: z.object({ state: correctionState, shifts: z.number().int() }),
})
export const withdrawCorrection = endpoint({
  method: 'POST',
  path: '/api/publicity/corrections/:id/withdrawal',
  verb: 'publicity.withdraw-correction',
  summary: '撤回结果更正',
  params: z.object({ id }),
  body: z.object({}),
  response: z.object({ withdrawn: z.literal(true) }),
})
