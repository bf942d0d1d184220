import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { day, id, page, paging } from '../shapes.ts'

export const entryRow = z.object({
  id: z.number().int(),
  at: z.string(),
  actorId: id.nullable(),
  /** NULL where the system itself or somebody not signed in acted. */
  actorAccount: z.string().nullable(),
  actorName: z.string().nullable(),
  verb: z.string(),
  resource: z.string(),
  resourceId: z.string(),
  summary: z.string(),
  /** The number of the seal over it; NULL until it is sealed, about a second. */
  seal: z.number().int().nullable(),
})
export const listEntries = endpoint({
  method: 'GET',
  path: '/api/audit-trail/entries',
  verb: 'audit-trail.see',
  summary: '审计记录列表',
  query: z.object({
    ...paging,
    /** An account's name. */
    actor: z.string().trim().max(64).optional(),
    verb: z.string().max(80).optional(),
    resource: z.string().max(80).optional(),
    resourceId: z.string().max(80).optional(),
    /** Days in Asia/Shanghai, both included. */
    from: day.optional(),
    to: day.optional(),
  }),
  response: page(entryRow),
})
export const exportEntries = endpoint({
  method: 'GET',
  path: '/api/audit-trail/entries/export',
  verb: listEntries.verb,
  summary: '导出审计记录（Excel）',
  query: (listEntries.query as NonNullable<typeof listEntries.query>).omit({ after: true, limit: true }),
  response: z.unknown(),
})
export const getEntry = endpoint({
  method: 'GET',
  path: '/api/audit-trail/entries/:id',
  verb: 'audit-trail.see',
  summary: '审计记录详情',
  params: z.object({ id: z.coerce.number().int() }),
  /** Personal fields stay sealed in the trail and show as 已加密. */
  response: z.object({ ...entryRow.shape, detail: z.record(z.string(), z.unknown()) }),
})

export const verification = z.object({
  at: z.string(),
  byName: z.string().nullable(),
  ok: z.boolean(),
  seals: z.number().int(),
  entries: z.number().int(),
  unsealed: z.number().int(),
  findings: z.array(z.object({ kind: z.string(), zh: z.string(), en: z.string() })),
  /** There are more than are listed: `gongzhi audit verify` names them all. */
  more: z.boolean(),
})
export const trailStatus = endpoint({
  method: 'GET',
  path: '/api/audit-trail/status',
  verb: 'audit-trail.see',
  summary: '审计封存与校验状态',
  response: z.object({
    lastSeal: z.object({ number: z.number().int(), at: z.string() }).nullable(),
    /** Not sealed yet: a removal of these alone could not be told. */
    unsealed: z.object({ count: z.number().int(), oldestAt: z.string().nullable() }),
    lastVerification: verification.nullable(),
  }),
})
export const verifyTrail = endpoint({
  method: 'POST',
  path: '/api/audit-trail/verifications',
  verb: 'audit-trail.verify',
  summary: '校验审计记录',
  body: z.object({}),
  response: verification,
})
