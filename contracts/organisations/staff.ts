import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { can, day, id, page, paging } from '../shapes.ts'
import { compoundType, enclosure, managementMode, placeKind } from './words.ts'

export const placeRow = z.object({
  id,
  kind: placeKind,
  code: z.string(),
  name: z.string(),
  parentId: id.nullable(),
  parentName: z.string().nullable(),
  inBuiltUpArea: z.boolean(),
  children: z.number().int(),
  compounds: z.number().int(),
})
export const listPlaces = endpoint({
  method: 'GET',
  path: '/api/organisations/places',
  verb: 'organisations.see-places',
  summary: '区域列表',
  query: z.object({ ...paging, parent: id.optional(), kind: placeKind.optional(), text: z.string().max(60).optional(), builtUp: z.enum(['yes', 'no']).optional() }),
  response: page(placeRow),
})

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
  query: z.object({ ...paging, place: id.optional(), type: compoundType.optional(), mode: managementMode.optional(), text: z.string().max(60).optional() }),
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
  body: z.object({ ...compoundProfile.shape, community: z.string(), name: z.string().trim().min(1).max(80), code: z.string().nullish(), validFrom: day, distinct: z.boolean().default(false) }),
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
