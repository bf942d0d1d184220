import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { can, day, id, page, paging } from '../shapes.ts'
import { committeeRow, contractRow, staffRow, timelineEntry } from './rows.ts'
import { postRow } from './posts.ts'
import { compoundType, enclosure, managementMode } from './words.ts'

export const compoundRow = z.object({
  id,
  code: z.string(),
  name: z.string(),
  communityId: id,
  communityName: z.string(),
  streetName: z.string(),
  districtName: z.string(),
  type: compoundType,
  managementMode,
  households: z.number().int(),
  buildings: z.number().int(),
  /** Built area in 0.01 m². */
  areaCenti: z.number().int(),
  enclosure,
  providerName: z.string().nullable(),
  can,
})
export const listCompounds = endpoint({
  method: 'GET',
  path: '/api/organisations/compounds',
  verb: 'organisations.see-compounds',
  summary: '小区列表',
  query: z.object({
    ...paging,
    place: id.optional(),
    type: compoundType.optional(),
    mode: managementMode.optional(),
    /** `none`: no contract runs today. */
    contract: z.enum(['none']).optional(),
    text: z.string().max(60).optional(),
  }),
  response: page(compoundRow),
})

export const compoundProfile = z.object({
  type: compoundType,
  managementMode,
  households: z.number().int().min(1),
  buildings: z.number().int().min(1),
  area: z.string().regex(/^\d+(\.\d{1,2})?$/, '请填写平方米数，最多两位小数'),
  enclosure,
  renovatedOn: day.nullable(),
  committeeImpossibleReason: z.string().trim().max(200).nullable(),
})
export const compoundRecord = z.object({
  ...compoundRow.shape,
  renovatedOn: day.nullable(),
  committeeImpossibleReason: z.string().nullable(),
  version: z.number().int(),
  validFrom: day,
  endedOn: day.nullable(),
})
export const getCompound = endpoint({
  method: 'GET',
  path: '/api/organisations/compounds/:id',
  verb: 'organisations.see-compounds',
  summary: '小区档案',
  params: z.object({ id }),
  response: compoundRecord,
})
export const createCompound = endpoint({
  method: 'POST',
  path: '/api/organisations/compounds',
  verb: 'organisations.record-compounds',
  summary: '新建小区档案',
  body: z.object({
    ...compoundProfile.shape,
    community: z.string(),
    name: z.string().trim().min(1).max(80),
    code: z.string().nullish(),
    validFrom: day,
    distinct: z.boolean().default(false),
  }),
  response: z.object({ id }),
})
export const editCompound = endpoint({
  method: 'PUT',
  path: '/api/organisations/compounds/:id',
  verb: 'organisations.edit-compound',
  summary: '修改小区档案',
  params: z.object({ id }),
  body: z.object({ ...compoundProfile.shape, version: z.number().int() }),
  response: z.object({ version: z.number().int() }),
})

/** Everything on record of a compound today and before; Party coverage stands with the Party organisations. */
export const getCompoundPage = endpoint({
  method: 'GET',
  path: '/api/organisations/compounds/:id/page',
  verb: 'organisations.see-compounds',
  summary: '小区档案页',
  params: z.object({ id }),
  response: z.object({
    profile: compoundRecord,
    /** Every contract, the newest first. */
    contracts: z.array(contractRow),
    committees: z.array(committeeRow),
    /** Posts held today in the project and on the committee. */
    posts: z.array(postRow),
    staff: z.array(staffRow),
    timeline: z.array(timelineEntry),
  }),
})
