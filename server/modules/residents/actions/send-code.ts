import { createHmac, randomInt } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { codeDigits } from '../../../../contracts/residents/words.ts'
import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import { parseMobile } from '../../../values/phone.ts'
import { refuse } from '../problems.ts'
import { codeRules, maySend } from '../rules/code-rules.ts'
import { forgetCodes, holdPhone, keepCode, sentLately } from '../storage/codes.ts'
import { forgetSessions } from '../storage/sessions.ts'

/** Bound to the row that holds it: a MAC copied to another row proves nothing there. */
export const macOfCode = ({ keys }: Pick<Context, 'keys'>, id: string, code: string): Buffer =>
  createHmac('sha256', keys.mac('residents code')).update(`${id} ${code}`).digest()

/** @throws Refusal for what is no mobile number */
export function mobileOf(typed: string): string {
  const read = parseMobile(typed)
  if (!read.ok) throw refuse('phone-unreadable', {}, { field: 'phone' })
  return read.value
}

const shown = { minutes: codeRules.minutes, againAfterSeconds: codeRules.resendSeconds }

/** Sends a code, unless the phone or the address has asked too often: the answer is the same then. */
export const sendCode = defineAction({
  verb: 'residents.send-code',
  on: () => 'anywhere' as const,
  async run(ctx, { phone: typed, address }: { phone: string; address: string }) {
    const phone = mobileOf(typed)
    const now = ctx.clock.now()
    const phoneMark = ctx.keys.fingerprint(phone)
    const addressMark = ctx.keys.fingerprint(`address ${address}`)
    await holdPhone(ctx.db, phoneMark)
    const goes = maySend(await sentLately(ctx.db, phoneMark, addressMark, now), now)
    const id = uuid()
    const audit = {
      resource: 'residents.code',
      id,
      summary: goes ? '发送短信验证码' : '未发送短信验证码：请求过于频繁',
    }
    if (!goes) return { answer: shown, audit }
    const code = String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0')
    await forgetCodes(ctx.db, now)
    await forgetSessions(ctx.db, now)
    await keepCode(ctx.db, {
      id,
      phoneMark,
      addressMark,
      mac: macOfCode(ctx, id, code),
      at: now.toISOString(),
    })
    const until = new Date(now.getTime() + codeRules.minutes * 60_000).toISOString()
    const zh = `验证码 ${code}，${codeRules.minutes} 分钟内有效。工作人员不会向您索要验证码，请勿告诉他人。`
    return { answer: shown, audit, texts: [{ phone: ctx.keys.seal(phone), zh, until, urgent: true }] }
  },
})
