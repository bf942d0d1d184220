import { timingSafeEqual } from 'node:crypto'
import { defineAction, perform } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import { maskMobile } from '../../../values/phone.ts'
import { refuse } from '../problems.ts'
import { tryCode, useCode } from '../storage/codes.ts'
import { openResidentSession } from '../storage/sessions.ts'
import { macOfCode, mobileOf } from './send-code.ts'

export interface Proof {
  phone: string
  code: string
}

/**
 * The try is counted and kept by itself, before the code is compared: a refusal takes nothing of it back.
 * @returns the browser's token, and the phone as it may be shown
 * @throws Refusal the same for a wrong code, an expired one and one that was tried too often
 */
export async function provePhone(ctx: Context, { phone: typed, code }: Proof) {
  const phone = mobileOf(typed)
  const phoneMark = ctx.keys.fingerprint(phone)
  const sent = await tryCode(ctx.db, phoneMark, ctx.clock.now())
  if (!sent || !timingSafeEqual(sent.mac, macOfCode(ctx, sent.id, code)))
    throw refuse('code-wrong', {}, { field: 'code' })
  return await perform(ctx, takeCode, { id: sent.id, phone, phoneMark })
}

const takeCode = defineAction({
  verb: 'residents.prove-phone',
  on: () => 'anywhere' as const,
  async run(ctx, { id, phone, phoneMark }: { id: string; phone: string; phoneMark: string }) {
    const at = ctx.clock.now().toISOString()
    if (!(await useCode(ctx.db, id, at))) throw refuse('code-wrong', {}, { field: 'code' })
    const token = await openResidentSession(ctx.db, { phone: ctx.keys.seal(phone), phoneMark, at })
    return {
      answer: { token, phone: maskMobile(phone) },
      audit: { resource: 'residents.code', id, summary: `居民验证手机号 ${maskMobile(phone)}` },
    }
  },
})
