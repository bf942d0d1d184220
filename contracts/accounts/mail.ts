import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

const address = z.email('邮箱地址不完整，应写成 name@example.cn 的样子').max(200)

/** Where one's own notices go besides the application. */
export const ownMail = endpoint({
  method: 'GET',
  path: '/api/accounts/mail',
  verb: 'signed-in',
  summary: '本人接收通知的邮箱',
  response: z.object({ address: z.string().nullable() }),
})
export const setOwnMail = endpoint({
  method: 'PUT',
  path: '/api/accounts/mail',
  verb: 'signed-in',
  summary: '设置本人接收通知的邮箱',
  /** NULL: in the application only. */
  body: z.object({ address: address.nullable() }),
  response: z.object({ address: z.string().nullable() }),
})
