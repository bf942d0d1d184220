import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { day, id, page, paging } from '../shapes.ts'
import {
  claimNumberPattern,
  contentLength,
  longestName,
  longestRemark,
  longestSpot,
  mostPhotos,
  publicPetitionPaths as paths,
  publicStates,
  residentSteps,
} from './public-words.ts'
import { claimLevel, limitClass, outcome } from './words.ts'

const number = z.string().regex(claimNumberPattern, '编号应写成 SQ20261123-000123 的样子')
const publicState = z.enum(publicStates)

const placeHit = z.object({
  id,
  code: z.string(),
  name: z.string(),
  kind: z.enum(['city', 'district', 'street', 'community', 'compound']),
  /** District, street and community, the widest first. */
  lies: z.string(),
})

/** What the form needs: matters, and the place that the code at the gate says. */
export const startFiling = endpoint({
  method: 'GET',
  path: paths.start,
  verb: 'public',
  summary: '居民反映诉求：类别和地点',
  query: z.object({ at: z.string().trim().max(30).optional() }),
  response: z.object({
    demo: z.boolean(),
    categories: z.array(
      z.object({
        code: z.string(),
        parent: z.string().nullable(),
        name: z.string(),
        nameEn: z.string(),
        limitClass,
        aboutFirm: z.boolean(),
        common: z.boolean(),
      }),
    ),
    /** Null where the code is unknown, or none was given. */
    place: placeHit.nullable(),
  }),
})

/** Compounds first, then communities; by name, pinyin, initials or code. */
export const findPlaces = endpoint({
  method: 'GET',
  path: paths.places,
  verb: 'public',
  summary: '查找小区或社区',
  query: z.object({ text: z.string().trim().min(1).max(60) }),
  response: z.object({ rows: z.array(placeHit) }),
})

/** Category, place, day and state, and nothing else: what anybody may know of anybody's claim. */
export const publicClaim = z.object({
  number: z.string(),
  categoryName: z.string(),
  categoryNameEn: z.string(),
  placeName: z.string(),
  openedOn: day,
  state: publicState,
})
export type PublicClaim = z.infer<typeof publicClaim>

/** Likely the same, before anything is sent. */
export const similarClaims = endpoint({
  method: 'GET',
  path: paths.similar,
  verb: 'public',
  summary: '可能相同的诉求',
  query: z.object({ place: id, category: z.string().max(6) }),
  response: z.object({ rows: z.array(publicClaim) }),
})

export const fileOwnClaim = endpoint({
  method: 'POST',
  path: paths.claims,
  verb: 'petitions.file-own',
  summary: '居民反映诉求',
  body: z.object({
    /** Made by the browser: the same claim sent twice is one. */
    key: id,
    category: z.string().max(6),
    placeId: id,
    spot: z.string().trim().max(longestSpot).default(''),
    content: z
      .string()
      .trim()
      .min(contentLength.least, `请写明什么事，至少 ${contentLength.least} 个字`)
      .max(contentLength.most, `最多 ${contentLength.most} 个字`),
    name: z.string().trim().max(longestName).nullish(),
    /** 家人代为反映. */
    forRelative: z.boolean().default(false),
    /** 不让承办单位知道我是谁. */
    sealed: z.boolean().default(false),
    agreesToPublish: z.boolean().default(false),
    photos: z.array(id).max(mostPhotos, `最多 ${mostPhotos} 张照片`).default([]),
    latitude: z.number().min(-90).max(90).nullish(),
    longitude: z.number().min(-180).max(180).nullish(),
  }),
  response: z.object({
    number: z.string(),
    /** Danger: 110, 119 and 120 come first. */
    danger: z.boolean(),
  }),
})

export const lookUpClaim = endpoint({
  method: 'GET',
  path: paths.claim,
  verb: 'public',
  summary: '按编号查诉求进展（只有类别、地点、日期、状态）',
  params: z.object({ number }),
  response: publicClaim.extend({
    /** Words that the reporter agreed to and an official cleared. */
    text: z.string().nullable(),
  }),
})

export const listPlaceClaims = endpoint({
  method: 'GET',
  path: paths.placeClaims,
  verb: 'public',
  summary: '一个小区的诉求（只有类别、日期、状态）',
  params: z.object({ id }),
  query: z.object({ ...paging, limit: z.coerce.number().int().min(1).max(50).default(20) }),
  response: page(publicClaim).extend({ place: placeHit, open: z.number().int() }),
})

export const joinClaim = endpoint({
  method: 'POST',
  path: paths.followers,
  verb: 'petitions.join-own',
  summary: '我也遇到了：加入同一诉求并接收进展短信',
  params: z.object({ number }),
  body: z.object({}).default({}),
  response: z.object({ number: z.string(), followers: z.number().int() }),
})

const says = { zh: z.string(), en: z.string() }
const rating = z.object({
  responded: z.boolean().nullable(),
  solved: z.boolean().nullable(),
  satisfied: z.boolean().nullable(),
})

/** One thing that happened, in a neighbour's words. */
export const residentStep = z.object({
  seq: z.number().int(),
  at: z.string(),
  kind: z.enum(residentSteps),
  ...says,
  /** What was written: an answer, measures, a remark. */
  note: z.string(),
  /** Pictures that came with it. */
  photos: z.array(id),
})

const residentClaim = publicClaim.extend({
  openedAt: z.string(),
  level: claimLevel,
  limitClass,
  /** Who has it now: a body's or an office's name; null once it is nobody's work. */
  heldBy: z.string().nullable(),
  /** The office to which it has climbed. */
  ledBy: z.string().nullable(),
  /** Until when the next step must be done; null while the clock stands still, or no term runs. */
  dueAt: z.string().nullable(),
  /** 暂定, past the last official year. */
  dueProvisional: day.nullable(),
  isOverdue: z.boolean(),
  isSuspended: z.boolean(),
  outcome: outcome.nullable(),
  steps: z.array(residentStep),
  /** Why this deadline: dated steps. */
  why: z.array(z.object({ at: z.string(), ...says })),
  /** What happens next and who does it. */
  next: z.object(says),
})
export type ResidentClaim = z.infer<typeof residentClaim>

/** From the link in a short message: the claim without the reporter. */
export const openLinkedClaim = endpoint({
  method: 'GET',
  path: paths.linked,
  verb: 'public',
  summary: '从短信链接看诉求进展（不含反映人信息）',
  params: z.object({ token: z.string().max(80) }),
  response: residentClaim,
})

export const listOwnClaims = endpoint({
  method: 'GET',
  path: paths.mine,
  verb: 'petitions.see-own',
  summary: '我反映和关注的诉求',
  query: z.object({ ...paging, limit: z.coerce.number().int().min(1).max(50).default(20) }),
  response: page(
    publicClaim.extend({
      /** Joined, not reported. */
      follows: z.boolean(),
      heldBy: z.string().nullable(),
      dueAt: z.string().nullable(),
      isOverdue: z.boolean(),
      /** Answered and not rated yet. */
      asksRating: z.boolean(),
    }),
  ).extend({ phone: z.string() }),
})

const may = z.object({
  rate: z.boolean(),
  reopen: z.boolean(),
  /** Until when a first reopening needs no reason; null where it needs one. */
  reopenFreeUntil: day.nullable(),
  withdraw: z.boolean(),
  urge: z.boolean(),
  remark: z.boolean(),
})

export const getOwnClaim = endpoint({
  method: 'GET',
  path: paths.own,
  verb: 'petitions.see-own',
  summary: '我的一件诉求',
  params: z.object({ number }),
  response: residentClaim.extend({
    follows: z.boolean(),
    /** Empty for whoever only follows it. */
    content: z.string(),
    spot: z.string(),
    sealed: z.boolean(),
    /** Pictures that came with it. */
    photos: z.array(id),
    rating,
    may,
  }),
})
export type OwnClaim = z.output<typeof getOwnClaim.response>

export const getOwnPhoto = endpoint({
  method: 'GET',
  path: paths.photo,
  verb: 'petitions.see-own',
  summary: '我的诉求里的照片',
  params: z.object({ number, documentId: id }),
  query: z.object({ size: z.enum(['thumbnail', 'preview']).default('thumbnail') }),
  response: z.unknown(),
})

const step = z.object({ number: z.string(), state: publicState })

export const rateOwnClaim = endpoint({
  method: 'POST',
  path: paths.rating,
  verb: 'petitions.rate-own',
  summary: '评价：响应、解决、满意',
  params: z.object({ number }),
  body: z.object({
    responded: z.boolean(),
    solved: z.boolean(),
    satisfied: z.boolean(),
    note: z.string().trim().max(longestRemark).default(''),
  }),
  response: step,
})

export const reopenOwnClaim = endpoint({
  method: 'POST',
  path: paths.reopening,
  verb: 'petitions.reopen-own',
  summary: '没有解决，要求重办',
  params: z.object({ number }),
  body: z.object({ reason: z.string().trim().max(longestRemark).default('') }),
  response: step,
})

export const withdrawOwnClaim = endpoint({
  method: 'POST',
  path: paths.withdrawal,
  verb: 'petitions.withdraw-own',
  summary: '不用办了，撤回',
  params: z.object({ number }),
  body: z.object({ reason: z.string().trim().max(longestRemark).default('') }),
  response: step,
})

export const urgeOwnClaim = endpoint({
  method: 'POST',
  path: paths.urging,
  verb: 'petitions.urge-own',
  summary: '催办',
  params: z.object({ number }),
  body: z.object({ note: z.string().trim().max(longestRemark).default('') }),
  response: step,
})

export const addRemark = endpoint({
  method: 'POST',
  path: paths.remarks,
  verb: 'petitions.remark-own',
  summary: '补充说明或照片',
  params: z.object({ number }),
  body: z.object({
    note: z.string().trim().min(2, '请写一句说明').max(longestRemark),
    photos: z.array(id).max(mostPhotos).default([]),
  }),
  response: step,
})
