import { sql } from 'kysely'
import type { SessionRow } from '../../../../contracts/accounts/sessions.ts'
import type { Context } from '../../../access/context.ts'
import { guard } from '../../../access/guard.ts'
import { rows } from '../../../platform/database/database.ts'
import { account } from '../policy.ts'
import { deviceWords, endsOf } from '../rules/session-rules.ts'
import { isLive, isOfToken } from '../storage/sessions.ts'

interface Row {
  id: string
  userAgent: string
  address: string
  via: 'password' | 'identity'
  begunAt: string
  lastSeenAt: string
  secondFactor: boolean
  isThis: boolean
}

/** The live sessions of an account, the last used first. @param token of the asker's own session */
async function sessionsOf(ctx: Context, accountId: string, token: string): Promise<SessionRow[]> {
  const found = await rows(
    ctx.db,
    sql<Row>`SELECT s.id, s.user_agent AS "userAgent", s.address, s.via, s.created_at AS "begunAt",
      s.last_seen_at AS "lastSeenAt", s.second_factor_at IS NOT NULL AS "secondFactor", ${isOfToken(token)} AS "isThis"
      FROM accounts.session s WHERE s.account_id = ${accountId} AND ${isLive(ctx.clock.now())}
      ORDER BY ${isOfToken(token)} DESC, s.last_seen_at DESC, s.id`,
  )
  return found.map(({ userAgent, ...row }) => ({
    ...row,
    device: deviceWords(userAgent),
    ...endsOf(new Date(row.begunAt), new Date(row.lastSeenAt)),
  }))
}

/** Where one is signed in oneself. */
export const ownSessions = async (ctx: Context, token: string) => ({
  sessions: await sessionsOf(ctx, ctx.actor.id as string, token),
})

/** Where somebody else is signed in. @throws when the account lies outside the administrator's jurisdiction */
export async function sessionsOfAccount(ctx: Context, accountId: string, token: string) {
  await guard(ctx, 'accounts.see-sessions', { resource: account, id: accountId, lock: 'none' })
  return { sessions: await sessionsOf(ctx, accountId, token) }
}
