import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id } from '../shapes.ts'

/** Goes to the identity provider; `back` is the page to return to. */
export const toIdentityProvider = endpoint({
  method: 'GET',
  path: '/api/accounts/identity/sign-in',
  verb: 'public',
  summary: '去统一身份认证登录',
  query: z.object({ back: z.string().max(400).optional() }),
  response: z.unknown(),
})
/** Comes back from there, signed in or with the reason why not. */
export const fromIdentityProvider = endpoint({
  method: 'GET',
  path: '/api/accounts/identity/callback',
  verb: 'public',
  summary: '从统一身份认证返回',
  query: z.object({ state: z.string().max(400).optional() }).loose(),
  response: z.unknown(),
})
export const bindIdentity = endpoint({
  method: 'PUT',
  path: '/api/accounts/accounts/:id/identity',
  verb: 'accounts.bind-identity',
  summary: '绑定或解除统一身份标识',
  params: z.object({ id }),
  body: z.object({ subject: z.string().trim().min(1, '请输入统一身份标识').max(255).nullable() }),
  response: z.object({ bound: z.boolean() }),
})
