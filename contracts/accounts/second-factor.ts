import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id } from '../shapes.ts'
import { me } from './staff.ts'

const code = z.string().trim().min(6, '请输入 6 位验证码').max(40)

export const beginEnrolment = endpoint({
  method: 'POST',
  path: '/api/accounts/second-factor/enrolment',
  verb: 'signed-in',
  summary: '绑定验证器：显示二维码',
  body: z.object({}),
  response: z.object({
    /** Base32, to be typed where nothing can be scanned. */
    secret: z.string(),
    address: z.string(),
    /** A data address of an SVG picture of the QR code. */
    picture: z.string(),
  }),
})
export const confirmEnrolment = endpoint({
  method: 'PUT',
  path: '/api/accounts/second-factor/enrolment',
  verb: 'signed-in',
  summary: '绑定验证器：输入第一个验证码',
  body: z.object({ code }),
  response: z.object({ recoveryCodes: z.array(z.string()), me }),
})
export const enterCode = endpoint({
  method: 'POST',
  path: '/api/accounts/second-factor/code',
  verb: 'signed-in',
  summary: '输入动态验证码或恢复码',
  body: z.object({ code }),
  response: me,
})
export const renewRecoveryCodes = endpoint({
  method: 'POST',
  path: '/api/accounts/second-factor/recovery-codes',
  verb: 'signed-in',
  summary: '重新生成恢复码',
  body: z.object({}),
  response: z.object({ recoveryCodes: z.array(z.string()) }),
})
export const resetSecondFactor = endpoint({
  method: 'POST',
  path: '/api/accounts/accounts/:id/second-factor-reset',
  verb: 'accounts.reset-second-factor',
  summary: '解除账号的验证器绑定',
  params: z.object({ id }),
  body: z.object({ reason: z.string().trim().min(2, '请写明解除原因').max(200) }),
  response: z.object({ reset: z.literal(true) }),
})
