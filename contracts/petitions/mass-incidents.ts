import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { can, day, id, page, paging } from '../shapes.ts'
import { one, reason } from './shapes.ts'

/** 群体性事件 from property problems, as a competent department found it. */
export const massIncident = z.object({
  id,
  placeId: id,
  placeName: z.string(),
  claimId: id.nullable(),
  claimNumber: z.string().nullable(),
  happenedOn: day,
  finding: z.string(),
  issuer: z.string(),
  recordedBy: z.string().nullable(),
  recordedAt: z.string(),
  /** Null while it stands. */
  withdrawnReason: z.string().nullable(),
  version: z.number().int(),
  can,
})

export const massIncidentFilters = {
  place: id.optional(),
  year: z.coerce.number().int().min(2021).max(2100).optional(),
}
export const listMassIncidents = endpoint({
  method: 'GET',
  path: '/api/petitions/mass-incidents',
  verb: 'petitions.see-mass-incidents',
  summary: '物业问题引发的群体性事件',
  query: z.object({
    ...paging,
    ...massIncidentFilters,
  }),
  response: page(massIncident),
})
export const recordMassIncident = endpoint({
  method: 'POST',
  path: '/api/petitions/mass-incidents',
  verb: 'petitions.record-mass-incident',
  summary: '登记群体性事件认定',
  body: z.object({
    placeId: id,
    claimId: id.nullish(),
    happenedOn: day,
    finding: z.string().trim().min(4, '请写明认定的事实，至少 4 个字').max(1000),
    issuer: z.string().trim().min(2, '请填写认定机关').max(80),
    documentIds: z.array(id).max(9).default([]),
  }),
  response: z.object({ id }),
})
export const withdrawMassIncident = endpoint({
  method: 'POST',
  path: '/api/petitions/mass-incidents/:id/withdrawal',
  verb: 'petitions.withdraw-mass-incident',
  summary: '撤销群体性事件认定',
  params: one,
  body: z.object({ reason, version: z.number().int() }),
  response: z.object({ id }),
})
