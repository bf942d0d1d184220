import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { can, day, id, page, paging } from '../shapes.ts'
import { bodyKind, partyStatus, postRole } from './words.ts'

/** A post; its holder masked for everybody. */
export const postRow = z.object({
  id,
  personId: id,
  nameMask: z.string(),
  phoneMask: z.string().nullable(),
  role: postRole,
  bodyId: id,
  bodyName: z.string(),
  bodyKind,
  compoundId: id.nullable(),
  compoundName: z.string().nullable(),
  from: day,
  /** The last day in post; null while it is held. */
  to: day.nullable(),
  /** Null where it was not provided, and for those who may not see it. */
  partyStatus: partyStatus.nullable(),
  attestedBy: z.string().nullable(),
  attestedOn: day.nullable(),
  version: z.number().int(),
  can,
})
export const listPosts = endpoint({
  method: 'GET',
  path: '/api/organisations/posts',
  verb: 'organisations.see-posts',
  summary: '任职列表',
  query: z.object({
    ...paging,
    body: id.optional(),
    compound: id.optional(),
    place: id.optional(),
    role: postRole.optional(),
    past: z.enum(['yes', 'no']).default('no'),
  }),
  response: page(postRow),
})
export const createPost = endpoint({
  method: 'POST',
  path: '/api/organisations/posts',
  verb: 'organisations.record-posts',
  summary: '登记任职',
  body: z.object({
    body: z.string(),
    compound: z.string().nullish(),
    name: z.string().trim().min(1).max(40),
    phone: z.string().nullish(),
    role: postRole,
    from: day,
    to: day.nullish(),
    partyStatus: partyStatus.nullish(),
    attestedBy: z.string().trim().max(120).nullish(),
    attestedOn: day.nullish(),
  }),
  response: z.object({ id }),
})
export const endPost = endpoint({
  method: 'POST',
  path: '/api/organisations/posts/:id/end',
  verb: 'organisations.end-post',
  summary: '登记离任',
  params: z.object({ id }),
  body: z.object({ lastDay: day, version: z.number().int() }),
  response: z.object({ version: z.number().int() }),
})
export const attestPost = endpoint({
  method: 'POST',
  path: '/api/organisations/posts/:id/attestation',
  verb: 'organisations.attest-party-status',
  summary: '确认或撤回政治面貌（撤回后为未提供）',
  params: z.object({ id }),
  body: z.object({
    partyStatus: partyStatus.nullable(),
    attestedBy: z.string().trim().max(120).nullable(),
    attestedOn: day.nullable(),
    version: z.number().int(),
  }),
  response: z.object({ version: z.number().int() }),
})
export const revealPerson = endpoint({
  method: 'POST',
  path: '/api/organisations/posts/:id/reveal',
  verb: 'organisations.reveal-person',
  summary: '查看完整姓名和手机号（留痕）',
  params: z.object({ id }),
  body: z.object({ reason: z.string().trim().min(2, '请写明查看原因').max(200) }),
  response: z.object({ name: z.string(), phone: z.string().nullable() }),
})
