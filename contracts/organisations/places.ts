import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { can, day, id, page, paging } from '../shapes.ts'
import { timelineEntry } from './rows.ts'
import { placeKind } from './words.ts'

export const placeRow = z.object({
  id,
  kind: placeKind,
  code: z.string(),
  name: z.string(),
  parentId: id.nullable(),
  parentName: z.string().nullable(),
  inBuiltUpArea: z.boolean(),
  /** Places directly below. */
  children: z.number().int(),
  /** Compounds anywhere below. */
  compounds: z.number().int(),
  can,
})
export const listPlaces = endpoint({
  method: 'GET',
  path: '/api/organisations/places',
  verb: 'organisations.see-places',
  summary: '区域列表',
  query: z.object({
    ...paging,
    parent: id.optional(),
    /** Anywhere below this place. */
    within: id.optional(),
    kind: placeKind.optional(),
    text: z.string().max(60).optional(),
    builtUp: z.enum(['yes', 'no']).optional(),
  }),
  response: page(placeRow),
})

const named = z.object({ id, kind: placeKind, code: z.string(), name: z.string() })
export const placeRecord = z.object({
  ...placeRow.shape,
  validFrom: day,
  endedOn: day.nullable(),
  version: z.number().int(),
  /** From the city down to the parent. */
  ancestors: z.array(named),
  /** Each state the place has had, the newest first; `to` is its last day. */
  versions: z.array(
    z.object({
      from: day,
      to: day.nullable(),
      code: z.string(),
      name: z.string(),
      parentName: z.string().nullable(),
      inBuiltUpArea: z.boolean(),
    }),
  ),
  predecessors: z.array(z.object({ ...named.shape, how: z.enum(['merge', 'split']), on: day })),
  successors: z.array(z.object({ ...named.shape, how: z.enum(['merge', 'split']), on: day })),
  timeline: z.array(timelineEntry),
})
export const getPlace = endpoint({
  method: 'GET',
  path: '/api/organisations/places/:id',
  verb: 'organisations.see-places',
  summary: '区域档案',
  params: z.object({ id }),
  response: placeRecord,
})

const placeName = z.string().trim().min(1).max(80)
const placeCode12 = z.string().regex(/^\d{12}$/, '请填写12位区划代码')
const verb = 'organisations.change-divisions'
export const createPlace = endpoint({
  method: 'POST',
  path: '/api/organisations/places',
  verb,
  summary: '新设区域',
  body: z.object({
    code: placeCode12,
    name: placeName,
    kind: z.enum(['district', 'street', 'community']),
    parent: placeCode12,
    inBuiltUpArea: z.boolean(),
    validFrom: day,
  }),
  response: z.object({ id }),
})
export const renamePlace = endpoint({
  method: 'PUT',
  path: '/api/organisations/places/:id',
  verb,
  summary: '区域更名、变更代码或建成区标记',
  params: z.object({ id }),
  body: z.object({
    name: placeName,
    code: z.string().trim().min(1).max(20),
    inBuiltUpArea: z.boolean(),
    on: day,
    version: z.number().int(),
  }),
  response: z.object({ version: z.number().int() }),
})
export const movePlace = endpoint({
  method: 'POST',
  path: '/api/organisations/places/:id/move',
  verb,
  summary: '区域改隶',
  params: z.object({ id }),
  body: z.object({ parentId: id, on: day, version: z.number().int() }),
  response: z.object({ version: z.number().int() }),
})
export const mergePlaces = endpoint({
  method: 'POST',
  path: '/api/organisations/places/:id/merge',
  verb,
  summary: '并入：把别的区域并入本区域',
  params: z.object({ id }),
  body: z.object({ absorbed: z.array(id).min(1).max(20), on: day }),
  response: z.object({ moved: z.number().int() }),
})
export const splitPlace = endpoint({
  method: 'POST',
  path: '/api/organisations/places/:id/split',
  verb,
  summary: '拆分：本区域撤销，下辖各归新区域',
  params: z.object({ id }),
  body: z.object({
    into: z
      .array(z.object({ code: placeCode12, name: placeName, children: z.array(id) }))
      .min(2)
      .max(20),
    on: day,
  }),
  response: z.object({ ids: z.array(id) }),
})
