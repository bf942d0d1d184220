import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { day, id, page, paging } from '../shapes.ts'
import { claimNumber as number, publicClaim, publicState } from './public.ts'
import { longestRemark, mostPhotos, publicPetitionPaths as paths, residentSteps } from './public-words.ts'
import { claimLevel, limitClass, outcome } from './words.ts'

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
