import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { day, id, page, paging } from '../shapes.ts'
import {
  claimNumberPattern,
  contentLength,
  longestName,
  longestSpot,
  mostPhotos,
  publicPetitionPaths as paths,
  publicStates,
} from './public-words.ts'
import { limitClass } from './words.ts'

export const claimNumber = z.string().regex(claimNumberPattern, '编号应写成 SQ20261123-000123 的样子')
export const publicState = z.enum(publicStates)

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
  params: z.object({ number: claimNumber }),
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
  params: z.object({ number: claimNumber }),
  body: z.object({}).default({}),
  response: z.object({ number: z.string(), followers: z.number().int() }),
})
