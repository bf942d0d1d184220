import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id } from '../shapes.ts'
import { handler, longest, moved, one, note, reason, seen, words } from './shapes.ts'
import { declineGround, limitClass, outcome } from './words.ts'

const at = <const S extends string>(step: S) => `/api/petitions/claims/:id/${step}` as const

/** 受理: taken in as it is, or under the category that it belongs to. */
export const acceptClaim = endpoint({
  method: 'POST',
  path: at('acceptance'),
  verb: 'petitions.accept',
  summary: '受理诉求（可改类别、时限类型）',
  params: one,
  body: z.object({ category: z.string().max(6).optional(), limitClass: limitClass.optional(), seen }),
  response: moved,
})

/** 不予受理: the ground names the channel that is right; the reporter is told. */
export const declineClaim = endpoint({
  method: 'POST',
  path: at('refusal'),
  verb: 'petitions.decline',
  summary: '不予受理并告知正确渠道',
  params: one,
  body: z.object({ ground: declineGround, note, seen }),
  response: moved,
})

/** Whom a claim may be sent to: what contract and duty list say first, then the offices over it. */
export const listHandlers = endpoint({
  method: 'GET',
  path: at('handlers'),
  verb: 'petitions.see',
  summary: '可派单、转办的承办单位',
  params: one,
  response: z.object({
    /** Null where nobody is answerable (无人认领). */
    proposed: handler
      .extend({ coBodyId: id.nullable(), coBodyName: z.string().nullable(), why: z.string() })
      .nullable(),
    others: z.array(handler.extend({ why: z.string() })),
  }),
})

/** A handler out of `listHandlers`: a body, or the office of a place. */
const to = z
  .object({ bodyId: id.optional(), placeId: id.optional() })
  .refine(({ bodyId, placeId }) => (bodyId === undefined) !== (placeId === undefined), '请选择一个承办单位')

export const dispatchClaim = endpoint({
  method: 'POST',
  path: at('dispatch'),
  verb: 'petitions.dispatch',
  summary: '派单（默认派给合同或职责清单上的单位）',
  params: one,
  body: z.object({ to: to.optional(), note, seen }),
  response: moved,
})

/** 退单: within the term for it, to the office that took the claim in; the third time it climbs. */
export const returnClaim = endpoint({
  method: 'POST',
  path: at('return'),
  verb: 'petitions.return',
  summary: '退单（须在退单期限内并写明理由）',
  params: one,
  body: z.object({ reason, seen }),
  response: moved,
})

export const transferClaim = endpoint({
  method: 'POST',
  path: at('transfer'),
  verb: 'petitions.transfer',
  summary: '转办给另一承办单位',
  params: one,
  body: z.object({ to, reason, seen }),
  response: moved,
})

export const signClaim = endpoint({
  method: 'POST',
  path: at('signature'),
  verb: 'petitions.sign',
  summary: '签收',
  params: one,
  body: z.object({ seen }).default({}),
  response: moved,
})

/** 办理措施: what is going to be done, by whom of the firm, until when. */
export const handleClaim = endpoint({
  method: 'POST',
  path: at('plan'),
  verb: 'petitions.handle',
  summary: '填写办理措施，进入办理',
  params: one,
  body: z.object({ plan: words, seen }),
  response: moved,
})

export const noteClaim = endpoint({
  method: 'POST',
  path: at('notes'),
  verb: 'petitions.note',
  summary: '补充办理情况',
  params: one,
  body: z.object({ note: words, documentIds: z.array(id).max(9).default([]) }),
  response: moved,
})

/** 答复: with proof, except for a question, or where the outcome says why nothing could be done. */
export const answerClaim = endpoint({
  method: 'POST',
  path: at('answer'),
  verb: 'petitions.answer',
  summary: '答复（附现场照片等佐证）',
  params: one,
  body: z.object({
    outcome: outcome.exclude(['unknown']),
    answer: z.string().trim().min(4, '请写明答复内容，至少 4 个字').max(longest.answer),
    documentIds: z.array(id).max(9).default([]),
    seen,
  }),
  response: moved,
})
