import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { can, day, id, page, paging } from '../shapes.ts'
import { committeeRow, contractRow, timelineEntry } from './rows.ts'
import { postRow } from './posts.ts'
import { bodyKind } from './words.ts'

export const bodyRow = z.object({
  id,
  kind: bodyKind,
  name: z.string(),
  uscc: z.string().nullable(),
  placeId: id,
  placeName: z.string(),
  from: day,
  /** The last day on which it was; null while it is. */
  to: day.nullable(),
  /** Compounds served today. */
  compounds: z.number().int(),
  can,
})
export const listBodies = endpoint({
  method: 'GET',
  path: '/api/organisations/bodies',
  verb: 'organisations.see-bodies',
  summary: '机构列表',
  query: z.object({
    ...paging,
    kind: bodyKind.optional(),
    /** Seated in, or serving a compound of, this place or any below. */
    place: id.optional(),
    text: z.string().max(60).optional(),
    past: z.enum(['yes', 'no']).default('no'),
  }),
  response: page(bodyRow),
})
export const getBody = endpoint({
  method: 'GET',
  path: '/api/organisations/bodies/:id',
  verb: 'organisations.see-bodies',
  summary: '机构档案',
  params: z.object({ id }),
  response: z.object({
    ...bodyRow.shape,
    version: z.number().int(),
    committee: committeeRow.nullable(),
    contracts: z.array(contractRow),
    posts: z.array(postRow),
    timeline: z.array(timelineEntry),
  }),
})

const bodyName = z.string().trim().min(1).max(120)
export const createEnterprise = endpoint({
  method: 'POST',
  path: '/api/organisations/enterprises',
  verb: 'organisations.record-bodies',
  summary: '登记物业服务企业或其他管理人',
  body: z.object({
    uscc: z.string(),
    name: bodyName,
    kind: z.enum(['enterprise', 'other-manager']),
    seat: z.string(),
    validFrom: day,
  }),
  response: z.object({ id }),
})
export const createBody = endpoint({
  method: 'POST',
  path: '/api/organisations/bodies',
  verb: 'organisations.record-bodies',
  summary: '登记部门、协会或居委会',
  body: z.object({
    kind: z.enum(['department', 'association', 'residents-committee']),
    name: bodyName,
    uscc: z.string().nullish(),
    place: z.string(),
    validFrom: day,
  }),
  response: z.object({ id }),
})
export const editBody = endpoint({
  method: 'PUT',
  path: '/api/organisations/bodies/:id',
  verb: 'organisations.edit-body',
  summary: '修改机构名称、所在地，或登记其终止',
  params: z.object({ id }),
  body: z.object({ name: bodyName, placeId: id, to: day.nullable(), version: z.number().int() }),
  response: z.object({ version: z.number().int() }),
})

export const listCommittees = endpoint({
  method: 'GET',
  path: '/api/organisations/committees',
  verb: 'organisations.see-compounds',
  summary: '业委会和物管会列表',
  query: z.object({
    ...paging,
    place: id.optional(),
    compound: id.optional(),
    kind: bodyKind.optional(),
    past: z.enum(['yes', 'no']).default('no'),
  }),
  response: page(committeeRow),
})
export const createCommittee = endpoint({
  method: 'POST',
  path: '/api/organisations/committees',
  verb: 'organisations.record-committees',
  summary: '登记业委会或物管会',
  body: z.object({
    compound: z.string(),
    name: bodyName,
    kind: z.enum(['owners-committee', 'property-management-committee']),
    seats: z.number().int(),
    electedOn: day,
    filedOn: day.nullable(),
    renewal: z.boolean().default(false),
    termEndsOn: day.nullable(),
  }),
  response: z.object({ id }),
})
