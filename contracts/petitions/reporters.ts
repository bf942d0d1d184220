import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id, page, paging } from '../shapes.ts'
import { one, reason } from './shapes.ts'

const openingState = z.enum(['asked', 'agreed', 'refused'])

/** 姓名电话 as it was left; every look stands in the audit trail. Refused (403 petitions.identity-sealed) where it is sealed. */
export const seeReporter = endpoint({
  method: 'POST',
  path: '/api/petitions/claims/:id/reporter',
  verb: 'petitions.see-reporter',
  summary: '查看诉求人姓名电话（留痕）',
  params: one,
  body: z.object({ purpose: z.enum(['visit', 'handling', 'review']) }),
  response: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
})

/** One asks with a reason, a second person of the level above agrees; the reporter is told. */
export const askOpening = endpoint({
  method: 'POST',
  path: '/api/petitions/claims/:id/openings',
  verb: 'petitions.ask-opening',
  summary: '申请解封诉求人身份',
  params: one,
  body: z.object({ reason }),
  response: z.object({ id, state: openingState }),
})
export const settleOpening = endpoint({
  method: 'POST',
  path: '/api/petitions/openings/:id/settlement',
  verb: 'petitions.settle-opening',
  summary: '同意或不同意解封诉求人身份',
  params: one,
  body: z.object({ agreed: z.boolean(), note: z.string().trim().max(500).default('') }),
  response: z.object({ id, state: openingState }),
})
/** What agreement opened: for the person who asked, on the day of the agreement and the six after it. */
export const seeOpened = endpoint({
  method: 'POST',
  path: '/api/petitions/openings/:id/reporter',
  verb: 'petitions.see-opened',
  summary: '查看已同意解封的诉求人（留痕）',
  params: one,
  body: z.object({}).default({}),
  response: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
})

export const opening = z.object({
  id,
  claimId: id,
  claimNumber: z.string(),
  placeName: z.string(),
  reason: z.string(),
  state: openingState,
  askedBy: z.string().nullable(),
  askedAt: z.string(),
  settledBy: z.string().nullable(),
  settledAt: z.string().nullable(),
  note: z.string(),
  /** The asker of this list asked for it and so may not settle it. */
  mine: z.boolean(),
  can: z.record(z.string(), z.boolean()),
})
export const openingFilters = { state: openingState.optional() }
export const listOpenings = endpoint({
  method: 'GET',
  path: '/api/petitions/openings',
  verb: 'petitions.see-openings',
  summary: '身份解封申请',
  query: z.object({ ...paging, ...openingFilters }),
  response: page(opening),
})
