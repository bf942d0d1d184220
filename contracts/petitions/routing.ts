import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { can, day, id, page, paging } from '../shapes.ts'
import { limitClass, responsible } from './words.ts'

const code = z.string().regex(/^\d{2}(\d{2}){0,2}$/, '类别代码是 2、4 或 6 位数字')
const name = z.string().trim().min(2, '请写明名称').max(40)

const categoryFields = {
  name,
  nameEn: z.string().trim().min(2, '请写明英文名称').max(80),
  limitClass,
  responsible,
  aboutFirm: z.boolean(),
  ofProperty: z.boolean(),
  ofSanitation: z.boolean(),
  common: z.boolean(),
  active: z.boolean(),
}
export const categoryRow = z.object({
  code,
  parent: code.nullable(),
  ...categoryFields,
  position: z.number().int(),
  version: z.number().int(),
})

/** The whole tree, groups before what lies in them; also what is switched off. */
export const listCategories = endpoint({
  method: 'GET',
  path: '/api/petitions/categories',
  verb: 'petitions.see-routing',
  summary: '诉求类别',
  response: z.object({ rows: z.array(categoryRow), can }),
})

/** A new one under its group, whose code is the beginning of its own. */
export const addCategory = endpoint({
  method: 'POST',
  path: '/api/petitions/categories',
  verb: 'petitions.edit-categories',
  summary: '增加诉求类别',
  body: z.object({ code, ...categoryFields }),
  response: z.object({ code, version: z.number().int() }),
})

/** What it says from now on; claims that were filed before keep what they were filed with. */
export const editCategory = endpoint({
  method: 'PUT',
  path: '/api/petitions/categories/:code',
  verb: 'petitions.edit-categories',
  summary: '修改、停用诉求类别',
  params: z.object({ code }),
  body: z.object({ ...categoryFields, version: z.number().int() }),
  response: z.object({ code, version: z.number().int() }),
})

export const dutyRow = z.object({
  id,
  category: code.nullable(),
  categoryName: z.string().nullable(),
  placeId: id,
  placeName: z.string(),
  bodyId: id.nullable(),
  officePlaceId: id.nullable(),
  /** The body's or office's name. */
  who: z.string(),
  basis: z.string(),
  from: day,
  to: day.nullable(),
  version: z.number().int(),
  can,
})
export const dutyFilters = {
  /** With what lies under it and over it. */
  place: id.optional(),
  category: code.optional(),
  /** Lines that hold on this day; all without it. */
  on: day.optional(),
}
export const listDuties = endpoint({
  method: 'GET',
  path: '/api/petitions/duties',
  verb: 'petitions.see-routing',
  summary: '职责清单',
  query: z.object({
    ...paging,
    ...dutyFilters,
  }),
  response: page(dutyRow),
})

/** 6.4.4: who answers for a category (or all) in a place and what lies under it, from a day on. */
export const addDuty = endpoint({
  method: 'POST',
  path: '/api/petitions/duties',
  verb: 'petitions.edit-duties',
  summary: '增加职责清单条目',
  body: z
    .object({
      category: code.nullable(),
      placeId: id,
      bodyId: id.nullish(),
      officePlaceId: id.nullish(),
      basis: z.string().trim().min(4, '请写明依据，如文件名称和条款').max(200),
      from: day,
      to: day.nullish(),
    })
    .refine(({ bodyId, officePlaceId }) => Boolean(bodyId) !== Boolean(officePlaceId), {
      path: ['bodyId'],
      error: '请选择一个单位，或一级机关',
    }),
  response: z.object({ id }),
})

/** A line ends on a day (the first on which it holds no longer); it is never removed. */
export const endDuty = endpoint({
  method: 'POST',
  path: '/api/petitions/duties/:id/end',
  verb: 'petitions.end-duties',
  summary: '终止职责清单条目',
  params: z.object({ id }),
  body: z.object({ to: day, version: z.number().int() }),
  response: z.object({ id, version: z.number().int() }),
})

export const listLadders = endpoint({
  method: 'GET',
  path: '/api/petitions/ladders',
  verb: 'petitions.see-routing',
  summary: '升级是否经过社区',
  response: z.object({
    rows: z.array(
      z.object({
        placeId: id,
        placeName: z.string(),
        skipsCommunity: z.boolean(),
        reason: z.string(),
        version: z.number().int(),
        can,
      }),
    ),
  }),
})

/** 6.4.2 d: a district says whether claims climb by way of the community; no other step can be switched off. */
export const switchLadder = endpoint({
  method: 'PUT',
  path: '/api/petitions/ladders/:placeId',
  verb: 'petitions.switch-ladder',
  summary: '设定升级是否经过社区',
  params: z.object({ placeId: id }),
  body: z.object({
    skipsCommunity: z.boolean(),
    reason: z.string().trim().min(4, '请写明理由，至少 4 个字').max(200),
    /** 0 where it was never set. */
    version: z.number().int(),
  }),
  response: z.object({ placeId: id, version: z.number().int() }),
})

/** A poster for the gate, with the code that opens the form for this compound. */
export const printGatePoster = endpoint({
  method: 'GET',
  path: '/api/petitions/places/:id/poster',
  verb: 'petitions.print-poster',
  summary: '打印小区门口的二维码海报',
  params: z.object({ id }),
  response: z.unknown(),
})
