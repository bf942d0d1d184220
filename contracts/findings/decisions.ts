import { z } from 'zod'
import { evidence } from '../documents/staff.ts'
import { endpoint } from '../endpoint.ts'
import { subjectKind } from '../evaluation/words.ts'
import { can, id, page, paging } from '../shapes.ts'
import { rowId } from './incidents.ts'
import { decisionGround, decisionState, longest } from './words.ts'

const file = z.unknown()
const reason = z.string().trim().min(4, '请写明理由，至少 4 个字').max(longest.reason)

export const decisionRow = z.object({
  id,
  /** 不适用决定〔2026〕3号; null until it is decided. */
  name: z.string().nullable(),
  year: z.number().int(),
  roundId: id,
  roundName: z.string(),
  row: z.string(),
  rowTitle: z.string(),
  kind: subjectKind,
  /** The one subject, or null where all of the kind in the place are meant. */
  subjectId: id.nullable(),
  /** The subject's name, or the place's. */
  about: z.string(),
  districtName: z.string().nullable(),
  /** How many subjects it concerns. */
  subjects: z.number().int(),
  ground: decisionGround,
  reason: z.string(),
  state: decisionState,
  proposedBy: z.string().nullable(),
  proposedAt: z.string(),
  settledBy: z.string().nullable(),
  settledAt: z.string().nullable(),
  note: z.string(),
  withdrawnReason: z.string(),
  /** Whether the asker proposed it and so may not decide it. */
  mine: z.boolean(),
  can,
})
export type DecisionRow = z.infer<typeof decisionRow>

export const listDecisions = endpoint({
  method: 'GET',
  path: '/api/findings/decisions',
  verb: 'findings.see-decisions',
  summary: '不适用决定',
  query: z.object({
    ...paging,
    round: id.optional(),
    row: rowId.optional(),
    state: decisionState.optional(),
    place: id.optional(),
  }),
  response: page(decisionRow),
})
export const exportDecisions = endpoint({
  method: 'GET',
  path: '/api/findings/decisions/export',
  verb: listDecisions.verb,
  summary: '导出不适用决定（Excel）',
  query: (listDecisions.query as NonNullable<typeof listDecisions.query>).omit({ after: true, limit: true }),
  response: file,
})
export const getDecision = endpoint({
  method: 'GET',
  path: '/api/findings/decisions/:id',
  verb: listDecisions.verb,
  summary: '一项不适用决定',
  params: z.object({ id }),
  response: decisionRow.extend({
    evidence: z.array(evidence),
    /** The first of them by name. */
    named: z.array(z.object({ id, name: z.string(), districtName: z.string() })),
  }),
})

/** The rows of a round that may be found not to apply to subjects of a kind. */
export const listDecidableRows = endpoint({
  method: 'GET',
  path: '/api/findings/decidable-rows',
  verb: listDecisions.verb,
  summary: '可以作出不适用决定的指标',
  query: z.object({ round: id, kind: subjectKind }),
  response: z.object({
    rows: z.array(
      z.object({ id: z.string(), title: z.string(), titleEn: z.string(), rulings: z.array(z.string()) }),
    ),
  }),
})

export const proposeDecision = endpoint({
  method: 'POST',
  path: '/api/findings/decisions',
  verb: 'findings.propose-decision',
  summary: '提出一项不适用决定',
  body: z.object({
    roundId: id,
    row: rowId,
    kind: subjectKind,
    /** Where it lies: of all subjects of the kind in it, or of the one that is named. */
    placeId: id,
    subjectId: id.nullish(),
    ground: decisionGround,
    reason,
    documentIds: z.array(id).max(12).default([]),
  }),
  response: z.object({ id, subjects: z.number().int() }),
})
export const settleDecision = endpoint({
  method: 'POST',
  path: '/api/findings/decisions/:id/settlement',
  verb: 'findings.settle-decision',
  summary: '对不适用决定作出批准或不批准',
  params: z.object({ id }),
  body: z.object({
    outcome: z.enum(['decided', 'rejected']),
    note: z.string().trim().max(longest.reason).default(''),
  }),
  response: z.object({ state: decisionState, name: z.string().nullable() }),
})
export const withdrawDecision = endpoint({
  method: 'POST',
  path: '/api/findings/decisions/:id/withdrawal',
  verb: 'findings.settle-decision',
  summary: '撤销一项不适用决定',
  params: z.object({ id }),
  body: z.object({ reason }),
  response: z.object({ state: decisionState }),
})
