import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id } from '../shapes.ts'
import { moved, note, one, reason, seen, words } from './shapes.ts'

const at = <const S extends string>(step: S) => `/api/petitions/claims/:id/${step}` as const
const days = z.number().int('天数应是整数').min(1, '至少 1 个工作日')

/** 延期: asked once, before it is due, within the limit; the level above the handler decides. */
export const askExtension = endpoint({
  method: 'POST',
  path: at('extension'),
  verb: 'petitions.ask-extension',
  summary: '申请延期（只能一次，须在到期前）',
  params: one,
  body: z.object({ days, reason, seen }),
  response: moved,
})
export const settleExtension = endpoint({
  method: 'POST',
  path: at('extension-settlement'),
  verb: 'petitions.settle-extension',
  summary: '批准或不批准延期',
  params: one,
  body: z.object({ granted: z.boolean(), reason: note, seen }),
  response: moved,
})

/** 挂起: the clock stops, for the days that were granted at the most. */
export const askSuspension = endpoint({
  method: 'POST',
  path: at('suspension'),
  verb: 'petitions.ask-suspension',
  summary: '申请挂起（停止计时，有上限）',
  params: one,
  body: z.object({ days, reason, seen }),
  response: moved,
})
export const settleSuspension = endpoint({
  method: 'POST',
  path: at('suspension-settlement'),
  verb: 'petitions.settle-suspension',
  summary: '批准或不批准挂起',
  params: one,
  body: z.object({ granted: z.boolean(), reason: note, seen }),
  response: moved,
})
export const resumeClaim = endpoint({
  method: 'POST',
  path: at('resumption'),
  verb: 'petitions.resume',
  summary: '恢复计时',
  params: one,
  body: z.object({ seen }).default({}),
  response: moved,
})

export const urgeClaim = endpoint({
  method: 'POST',
  path: at('urging'),
  verb: 'petitions.urge',
  summary: '催办',
  params: one,
  body: z.object({ note }).default({ note: '' }),
  response: moved,
})
/** 督办 by an office over the handler; the claim is listed with it. */
export const superviseClaim = endpoint({
  method: 'POST',
  path: at('supervision'),
  verb: 'petitions.supervise',
  summary: '督办',
  params: one,
  body: z.object({ note: words, seen }),
  response: moved,
})
/** By the office that a climb called, and nobody else. */
export const takeOverClaim = endpoint({
  method: 'POST',
  path: at('take-over'),
  verb: 'petitions.take-over',
  summary: '由本级直接办理',
  params: one,
  body: z.object({ note, seen }),
  response: moved,
})
export const sendClaimBack = endpoint({
  method: 'POST',
  path: at('sending-back'),
  verb: 'petitions.send-back',
  summary: '交回承办单位并限期办理',
  params: one,
  body: z.object({
    /** Absent: to whoever has it. */
    to: z.object({ bodyId: id.optional(), placeId: id.optional() }).optional(),
    workingDays: days.max(30, '最多 30 个工作日'),
    note: words,
    seen,
  }),
  response: moved,
})
