import { randomBytes } from 'node:crypto'
import type { Context } from '../../../access/context.ts'
import { insertGrants } from '../../../access/grants.ts'
import { recordAudit } from '../../../platform/audit/record.ts'
import type { Db } from '../../../platform/database/database.ts'
import { refuse } from '../problems.ts'
import { checkPassword } from '../rules/password-rules.ts'
import { insertAccount } from '../storage/accounts.ts'
import { type Entrance, openSession } from '../storage/sessions.ts'
import { needsSetUp, replaceSetUpToken, useSetUpToken } from '../storage/set-up-tokens.ts'

/** A fresh one-time token for the console; earlier ones end. */
export async function issueSetUpToken(db: Db, now: string): Promise<string> {
  const token = randomBytes(12).toString('hex')
  await replaceSetUpToken(db, token, now)
  return token
}

export interface FirstAdministrator {
  token: string
  account: string
  displayName: string
  password: string
  entrance: Entrance
}

/**
 * The first account: the authorisation administrator of the whole city, who makes all others.
 * @returns the token of a session of theirs
 * @throws when the token is wrong or used, or an account exists already
 */
export async function setUp(
  ctx: Context,
  input: FirstAdministrator,
  cityId: () => Promise<string>,
): Promise<string> {
  return await ctx.db.transaction().execute(async (db) => {
    const now = ctx.clock.now().toISOString()
    if (!(await useSetUpToken(db, input.token, now))) throw refuse('token-wrong', {}, { field: 'token' })
    if (!(await needsSetUp(db))) throw refuse('already-set-up')
    checkPassword(input.password, input.account)
    const id = await insertAccount(db, { ...input, mustChangePassword: false, homePlaceId: null }, now)
    const grant = { role: 'authorisation-admin' as const, placeId: await cityId() }
    await insertGrants(db, id, [grant], null, ctx.clock.today())
    const line = { resource: 'accounts.account', id, summary: '用一次性口令建立首位授权管理员' }
    await recordAudit(db, ctx.keys, { at: now, actorId: id, verb: 'accounts.set-up', line })
    return await openSession(db, id, now, input.entrance)
  })
}
