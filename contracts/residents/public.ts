import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { residentPaths } from './words.ts'

const phone = z.string().trim().max(30)

/** Answers the same whether or not a code was sent: nobody learns whom a phone belongs to, or how often it asked. */
export const sendCode = endpoint({
  method: 'POST',
  path: residentPaths.codes,
  verb: 'public',
  summary: '获取短信验证码',
  body: z.object({ phone }),
  response: z.object({ minutes: z.number().int(), againAfterSeconds: z.number().int() }),
})

const proved = z.object({
  /** 138****5678; null where nobody has proved a phone here. */
  phone: z.string().nullable(),
})

/** Sets the cookie by which this browser is known from now on. */
export const provePhone = endpoint({
  method: 'POST',
  path: residentPaths.session,
  verb: 'public',
  summary: '用短信验证码验证手机号',
  body: z.object({
    phone,
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/, '验证码是 6 位数字'),
  }),
  response: proved,
})

export const whoIsHere = endpoint({
  method: 'GET',
  path: residentPaths.session,
  verb: 'public',
  summary: '本机验证过的手机号',
  response: proved.extend({
    /** 演示数据: codes lie in the demonstration's inbox. */
    demo: z.boolean(),
    /** Whether this installation sends codes at all. */
    sendsCodes: z.boolean(),
  }),
})

export const endResidentSession = endpoint({
  method: 'DELETE',
  path: residentPaths.session,
  verb: 'public',
  summary: '退出（本机不再保留验证过的手机号）',
  response: z.object({ ended: z.literal(true) }),
})
