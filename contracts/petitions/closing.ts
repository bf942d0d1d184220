import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { moved, note, one, rating, reason, seen, words } from './shapes.ts'
import { outcome } from './words.ts'

const at = <const S extends string>(step: S) => `/api/petitions/claims/:id/${step}` as const

/** 审核: by the community where a firm or body answered, by the level above where an office did; never by a hand. */
export const reviewClaim = endpoint({
  method: 'POST',
  path: at('review'),
  verb: 'petitions.review',
  summary: '审核通过答复',
  params: one,
  body: z.object({ note, seen }),
  response: moved,
})

/** 重办: after an answer that does not do, or a visit that found the reporter unsatisfied. */
export const sendClaimAgain = endpoint({
  method: 'POST',
  path: at('redoing'),
  verb: 'petitions.send-again',
  summary: '退回重办',
  params: one,
  body: z.object({ reason, seen }),
  response: moved,
})

/** Nobody answered: what was tried. */
export const tryVisit = endpoint({
  method: 'POST',
  path: at('visit-tries'),
  verb: 'petitions.visit',
  summary: '登记一次未联系上的回访',
  params: one,
  body: z.object({ note: words, seen }),
  response: moved.extend({
    /** Tries so far, the days on which they lie, and whether 未能回访 may be recorded now. */
    tries: z.number().int(),
    days: z.number().int(),
    mayEnd: z.boolean(),
  }),
})

/**
 * 回访: what the reporter said; once recorded nobody changes it. `unreached` (未能回访) needs as many tries on as many
 * days as the limits say, and carries no rating.
 */
export const visitClaim = endpoint({
  method: 'POST',
  path: at('visit'),
  verb: 'petitions.visit',
  summary: '登记回访结果（响应、解决、满意）',
  params: one,
  body: z.object({
    result: z.enum(['reached', 'unreached']),
    rating: rating.optional(),
    note,
    seen,
  }),
  response: moved,
})

/** 办结. After a visit that found the matter unsolved or the reporter unsatisfied it takes a reason. */
export const closeClaim = endpoint({
  method: 'POST',
  path: at('closing'),
  verb: 'petitions.close',
  summary: '办结（回访不满意的须写明理由）',
  params: one,
  body: z.object({ outcome: outcome.optional(), reason: reason.optional(), seen }),
  response: moved,
})

/** 销号: only where proof, answer and visit, or its attempts, are there. */
export const strikeOffClaim = endpoint({
  method: 'POST',
  path: at('striking-off'),
  verb: 'petitions.strike-off',
  summary: '销号',
  params: one,
  body: z.object({ note, seen }),
  response: moved,
})

/** On behalf of the reporter, who asked at the counter or by telephone. */
export const reopenClaim = endpoint({
  method: 'POST',
  path: at('reopening'),
  verb: 'petitions.reopen',
  summary: '代诉求人申请重办',
  params: one,
  body: z.object({ reason, seen }),
  response: moved,
})

/** 撤回, as the reporter asked. */
export const withdrawClaim = endpoint({
  method: 'POST',
  path: at('withdrawal'),
  verb: 'petitions.withdraw',
  summary: '代诉求人撤回',
  params: one,
  body: z.object({ reason, seen }),
  response: moved,
})
