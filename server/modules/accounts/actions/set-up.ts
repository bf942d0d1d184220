import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { insertGrants } from '../../../access/grants.ts'
import { recordAudit } from '../../../platform/audit/record.ts'
import { type Db, maybe, one } from '../../../platform/database/database.ts'
import { refuse } from '../problems.ts'
import { checkPassword } from '../rules/password-rules.ts'
import { insertAccount } from '../storage/accounts.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** Whether nobody can sign in yet. */
export async function needsSetUp(db: Db): Promise<boolean> {
  const { some } = await one(
    db,
    sql<{ some: boolean }>`SELECT EXISTS (SELECT 1 FROM accounts.account) AS some`,
  )
  return !some
}

/** A fresh one-time token for the console; earlier ones end. */
export async function issueSetUpToken(db: Db, now: string): Promise<string> {
  const token = randomBytes(12).toString('hex')
  await sql`DELETE FROM accounts.set_up_token`.execute(db)
  await sql`INSERT INTO accounts.set_up_token (token_hash, made_at) VALUES (${hashOf(token)}, ${now})`.execute(
    db,
  )
  return token
}

export interface FirstAdministrator {
  token: string
  account: string
  displayName: string
  password: string
}

/**
 * The first account: the authorisation administrator of the whole city, who makes all others.
 * @throws when the token is wrong or used, or an account exists already
 */
export async function setUp(
  ctx: Context,
  input: FirstAdministrator,
  cityId: () => Promise<string>,
): Promise<string> {
  return await ctx.db.transaction().execute(async (db) => {
    const token = await maybe(
      db,
      sql`UPDATE accounts.set_up_token SET used_at = now() WHERE token_hash = ${hashOf(input.token)} AND used_at IS NULL RETURNING 1`,
    )
    if (!token) throw refuse('token-wrong', {}, { field: 'token' })
    if (!(await needsSetUp(db))) throw refuse('already-set-up')
    checkPassword(input.password, input.account)
    const now = ctx.clock.now().toISOString()
    const id = await insertAccount(db, { ...input, mustChangePassword: false, homePlaceId: null }, now)
    const grant = { role: 'authorisation-admin' as const, placeId: await cityId() }
    await insertGrants(db, id, [grant], null, ctx.clock.today())
    const line = { resource: 'accounts.account', id, summary: '用一次性口令建立首位授权管理员' }
    await recordAudit(db, ctx.keys, { at: now, actorId: id, verb: 'accounts.set-up', line })
    return id
  })
}
