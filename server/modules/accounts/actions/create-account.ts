import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import { insertGrants, type NewGrant } from '../../../access/grants.ts'
import { oneTimePassword } from './one-time-password.ts'
import { insertAccount } from '../storage/accounts.ts'
import { keepPhone } from '../storage/phones.ts'
import { checkGrants } from '../storage/scopes.ts'
import { phoneDigits } from './set-phone.ts'

export interface AccountToCreate {
  account: string
  displayName: string
  phone?: string | null | undefined
  grants: NewGrant[]
}

/** An account is at home where the administrator who makes it administers. */
export const homeOf = (ctx: Context): string | null =>
  ctx.actor.grants.find((g) => g.role === 'authorisation-admin')?.placeId ?? null

/** A new account with its roles. The one-time password is answered once and must be changed at the first sign-in. */
export const createAccount = defineAction({
  verb: 'accounts.create',
  on: () => 'anywhere' as const,
  async run(ctx, input: AccountToCreate) {
    await checkGrants(ctx, input.grants)
    const phone = phoneDigits(input.phone)
    const password = oneTimePassword()
    const now = ctx.clock.now().toISOString()
    const fresh = { ...input, password, mustChangePassword: true, homePlaceId: homeOf(ctx) }
    const id = await insertAccount(ctx.db, fresh, now)
    if (phone !== null) await keepPhone(ctx.db, ctx.keys, id, phone)
    await insertGrants(ctx.db, id, input.grants, ctx.actor.id, ctx.clock.today())
    return {
      answer: { id, account: input.account, oneTimePassword: password },
      audit: {
        resource: 'accounts.account',
        id,
        summary: `新建账号 ${input.account}`,
        detail: { grants: input.grants },
      },
    }
  },
})
