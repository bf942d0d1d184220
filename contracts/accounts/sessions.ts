import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id } from '../shapes.ts'

export const sessionRow = z.object({
  id,
  /** «Chrome 120 · Windows»; empty when the program did not say. */
  device: z.string(),
  /** Masked: the network only. */
  address: z.string(),
  via: z.enum(['password', 'identity']),
  begunAt: z.string(),
  lastSeenAt: z.string(),
  secondFactor: z.boolean(),
  /** Ends then when nothing more is done in it. */
  idleEnd: z.string(),
  /** Ends then in any case. */
  latestEnd: z.string(),
  isThis: z.boolean(),
})
export type SessionRow = z.infer<typeof sessionRow>
const sessions = z.object({ sessions: z.array(sessionRow) })

export const ownSessions = endpoint({
  method: 'GET',
  path: '/api/accounts/sessions',
  verb: 'signed-in',
  summary: '自己的登录',
  response: sessions,
})
export const endOwnSession = endpoint({
  method: 'DELETE',
  path: '/api/accounts/sessions/:sessionId',
  verb: 'signed-in',
  summary: '结束自己的一个登录',
  params: z.object({ sessionId: id }),
  response: z.object({ ended: z.number().int() }),
})
export const endOtherSessions = endpoint({
  method: 'DELETE',
  path: '/api/accounts/sessions',
  verb: 'signed-in',
  summary: '结束自己的其他登录',
  response: z.object({ ended: z.number().int() }),
})
export const sessionsOfAccount = endpoint({
  method: 'GET',
  path: '/api/accounts/accounts/:id/sessions',
  verb: 'accounts.see-sessions',
  summary: '账号的登录',
  params: z.object({ id }),
  response: sessions,
})
export const endSessions = endpoint({
  method: 'POST',
  path: '/api/accounts/accounts/:id/sessions/ending',
  verb: 'accounts.end-sessions',
  summary: '结束账号的登录',
  params: z.object({ id }),
  body: z.object({ sessionId: id.optional() }),
  response: z.object({ ended: z.number().int() }),
})
