import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { can, day, id, page, paging } from '../shapes.ts'
import { one, reason, words } from './shapes.ts'

const file = z.unknown()
const score = z.number().int().min(1, '请评 1 至 5 分').max(5, '请评 1 至 5 分')
export const whistleStates = ['open', 'ended', 'cancelled'] as const

/** One that was called: a body, or the office of a place. */
export const whistleCall = z.object({
  seq: z.number().int(),
  bodyId: id.nullable(),
  placeId: id.nullable(),
  name: z.string(),
  checkedInAt: z.string().nullable(),
  checkedInBy: z.string().nullable(),
  /** Stamped at the check-in; false too for whoever has not come when the limit is over. */
  inTime: z.boolean().nullable(),
  note: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  /** 1 to 5: by the caller of the called; by the called of the call. */
  rated: z.number().int().nullable(),
  callRated: z.number().int().nullable(),
  /** The asker may check in, or rate the call, for this one. */
  mine: z.boolean(),
})

export const whistleRow = z.object({
  id,
  number: z.string(),
  claimId: id.nullable(),
  claimNumber: z.string().nullable(),
  placeId: id,
  placeName: z.string(),
  /** 「吹哨」的街道、社区或业委会. */
  callerName: z.string(),
  matter: z.string(),
  urgent: z.boolean(),
  calledAt: z.string(),
  dueAt: z.string(),
  state: z.enum(whistleStates),
  endedAt: z.string().nullable(),
  result: z.string(),
  calls: z.array(whistleCall),
  can,
})
export type WhistleRow = z.infer<typeof whistleRow>

const filters = {
  state: z.enum(whistleStates).optional(),
  place: id.optional(),
  from: day.optional(),
  to: day.optional(),
  /** Only those that call on the asker's own body, office or project. */
  mine: z.enum(['yes', 'no']).optional(),
}

export const listWhistles = endpoint({
  method: 'GET',
  path: '/api/petitions/whistles',
  verb: 'petitions.see-whistles',
  summary: '吹哨报到',
  query: z.object({ ...paging, ...filters }),
  response: page(whistleRow),
})
export const exportWhistles = endpoint({
  method: 'GET',
  path: '/api/petitions/whistles/export',
  verb: listWhistles.verb,
  summary: '导出吹哨报到台账（Excel）',
  query: z.object(filters),
  response: file,
})
export const getWhistle = endpoint({
  method: 'GET',
  path: '/api/petitions/whistles/:id',
  verb: listWhistles.verb,
  summary: '一次吹哨',
  params: one,
  response: whistleRow,
})

/** Whom a place can call: departments and enforcement of its district and city, the firm, committees, offices over it and its own. */
export const listCallable = endpoint({
  method: 'GET',
  path: '/api/petitions/callable',
  verb: 'petitions.whistle',
  summary: '可以呼叫的部门和单位',
  query: z.object({ place: id }),
  response: z.object({
    rows: z.array(
      z.object({ bodyId: id.nullable(), placeId: id.nullable(), name: z.string(), kind: z.string() }),
    ),
  }),
})

/** 街呼区应、吹哨报到: by a community, a street or an owners committee. */
export const blowWhistle = endpoint({
  method: 'POST',
  path: '/api/petitions/whistles',
  verb: 'petitions.whistle',
  summary: '吹哨：呼叫部门和单位到现场',
  body: z.object({
    placeId: id,
    claimId: id.nullish(),
    matter: words,
    urgent: z.boolean().default(false),
    /** An owners committee names itself; offices need not. */
    callerBodyId: id.nullish(),
    call: z
      .array(z.object({ bodyId: id.optional(), placeId: id.optional() }))
      .min(1, '请至少选择一个部门或单位')
      .max(12, '一次最多呼叫 12 个'),
  }),
  response: z.object({ id, number: z.string(), dueAt: z.string() }),
})

/** 报到: on the spot; where the device tells, with its place. */
export const checkIn = endpoint({
  method: 'POST',
  path: '/api/petitions/whistles/:id/check-in',
  verb: 'petitions.check-in',
  summary: '报到',
  params: one,
  body: z.object({
    /** Which of those called, where the asker is several of them. */
    seq: z.number().int().optional(),
    note: z.string().trim().max(500).default(''),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
  }),
  response: z.object({ seq: z.number().int(), inTime: z.boolean(), checkedInAt: z.string() }),
})
/** By the caller, with what came of it; those who never came stand as not in time. */
export const endWhistle = endpoint({
  method: 'POST',
  path: '/api/petitions/whistles/:id/end',
  verb: 'petitions.end-whistle',
  summary: '结束吹哨并评价到场单位',
  params: one,
  body: z.object({
    result: words,
    ratings: z.array(z.object({ seq: z.number().int(), rated: score })).default([]),
  }),
  response: z.object({ state: z.enum(whistleStates) }),
})
export const cancelWhistle = endpoint({
  method: 'POST',
  path: '/api/petitions/whistles/:id/cancellation',
  verb: 'petitions.end-whistle',
  summary: '取消吹哨',
  params: one,
  body: z.object({ reason }),
  response: z.object({ state: z.enum(whistleStates) }),
})
/** By those called: whether the call was to the point (1 to 5). */
export const rateWhistle = endpoint({
  method: 'POST',
  path: '/api/petitions/whistles/:id/rating',
  verb: 'petitions.check-in',
  summary: '被呼叫单位评价吹哨',
  params: one,
  body: z.object({ seq: z.number().int().optional(), rated: score }),
  response: z.object({ seq: z.number().int() }),
})
