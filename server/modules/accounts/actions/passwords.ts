import { defineAction } from '../../../access/action.ts'
import { account } from '../policy.ts'
import { refuse } from '../problems.ts'
import { oneTimePassword } from './one-time-password.ts'
import { checkPassword, passwordRules } from '../rules/password-rules.ts'
import { findById, formerPasswords, passwordFits, replacePassword } from '../storage/accounts.ts'
import { forgetFailures } from '../storage/attempts.ts'
import { endSessionsOf } from '../storage/sessions.ts'
import type { Context } from '../../../access/context.ts'
import { recordAudit } from '../../../platform/audit/record.ts'
import type { Db } from '../../../platform/database/database.ts'

/** A new one-time password for an account; every session of it ends and no lock holds it. */
export async function issueOneTimePassword(db: Db, id: string, now: string): Promise<string> {
  const password = oneTimePassword()
  await replacePassword(db, id, password, true, now)
  await endSessionsOf(db, id)
  const known = await findById(db, id)
  await forgetFailures(db, known?.account ?? '')
  return password
}

/** A forgotten password: a new one-time password, every session ended. */
export const resetPassword = defineAction({
  verb: 'accounts.reset-password',
  on: (input: { id: string }) => ({ resource: account, id: input.id }),
  async run(ctx, input) {
    const password = await issueOneTimePassword(ctx.db, input.id, ctx.clock.now().toISOString())
    return {
      answer: { oneTimePassword: password },
      audit: { resource: account.name, id: input.id, summary: '重置密码，已退出其全部登录' },
    }
  },
})

/**
 * Anyone changes their own password; other sessions of the account end.
 * @throws when the current one is wrong, or the new one is the same, weak, common or one of the last
 */
export async function changeOwnPassword(
  ctx: Context,
  input: { current: string; next: string; token?: string },
) {
  const id = ctx.actor.id as string
  // Whoever holds the password alone must not get as far as replacing it.
  if (ctx.actor.hold?.code === refuse('second-factor-needed').code) throw ctx.actor.hold
  await ctx.db.transaction().execute(async (db) => {
    const own = await findById(db, id)
    if (!own || !(await passwordFits(own.passwordHash, input.current)))
      throw refuse('password-wrong', {}, { field: 'current' })
    if (input.current === input.next) throw refuse('password-same', {}, { field: 'next' })
    checkPassword(input.next, own.account, { field: 'next' })
    await mustBeNew(db, id, input.next)
    const now = ctx.clock.now().toISOString()
    await replacePassword(db, id, input.next, false, now)
    await endSessionsOf(db, id, input.token)
    const line = { resource: account.name, id, summary: '修改自己的密码' }
    await recordAudit(db, ctx.keys, { at: now, actorId: id, verb: 'accounts.change-password', line })
  })
}

async function mustBeNew(db: Db, id: string, next: string): Promise<void> {
  const former = await formerPasswords(db, id)
  const fits = await Promise.all(former.map((stored) => passwordFits(stored, next)))
  if (fits.includes(true))
    throw refuse('password-reused', { count: passwordRules.remembered }, { field: 'next' })
}
