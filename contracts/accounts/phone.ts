import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id } from '../shapes.ts'

/** As it is typed: +86, spaces and hyphens are read away. */
export const phoneEntered = z.string().trim().max(30)

/** The telephone of whoever holds an account: shown masked, and matched with posts on record (回避, A.1.4). */
export const setPhone = endpoint({
  method: 'PUT',
  path: '/api/accounts/accounts/:id/phone',
  verb: 'accounts.set-phone',
  summary: '登记或清除账号持有人的手机号',
  params: z.object({ id }),
  body: z.object({ phone: phoneEntered.min(1, '请输入手机号，或清除').nullable() }),
  response: z.object({ phoneMask: z.string().nullable() }),
})
