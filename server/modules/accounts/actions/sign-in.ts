import { sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { recordAudit } from '../../../platform/audit/record.ts'
import { refuse } from '../problems.ts'
import { passwordRules } from '../rules/password-rules.ts'
import { findByName, hashPassword, passwordFits, recordFailure, recordSignIn, type StoredAccount } from '../storage/accounts.ts'
import { openSession } from '../storage/sessions.ts'

const minute = 60_000
/** Checked when there is no such account, so that the time taken tells nothing about which accounts exist. */
let decoy: Promise<string> | undefined

type Outcome = { token: string; account: StoredAccount } | { refusal: Error }

/**
 * Signing in is no guarded action: it has no actor yet. Failures must stay counted, so they commit too.
 * @throws 401 wrong, 423 locked, 403 closed
 */
export async function signIn(ctx: Context, name: string, password: string): Promise<{ token: string; accountId: string }> {
  const outcome = await ctx.db.transaction().execute(async (trx) => attempt({ ...ctx, db: trx }, name, password))
  if ('refusal' in outcome) throw outcome.refusal
  return { token: outcome.token, accountId: outcome.account.id }
}

async function attempt(ctx: Context, name: string, password: string): Promise<Outcome> {
  const now = ctx.clock.now()
  const found = await findByName(ctx.db, name)
  const wrong = refuse('wrong-credentials', { limit: passwordRules.failuresBeforeLock, minutes: passwordRules.lockMinutes })
  if (!found) {
    decoy ??= hashPassword('a password that nobody has')
    await passwordFits(await decoy, password)
    return { refusal: wrong }
  }
  if (found.lockedUntil && Date.parse(found.lockedUntil) > now.getTime()) {
    const left = Math.ceil((Date.parse(found.lockedUntil) - now.getTime()) / minute)
    return { refusal: refuse('locked', { minutes: left }) }
  }
  if (!(await passwordFits(found.passwordHash, password))) {
    await countFailure(ctx, found, now)
    return { refusal: wrong }
  }
  if (found.closedAt) return { refusal: refuse('closed') }
  await recordSignIn(ctx.db, found.id, now.toISOString())
  const token = await openSession(ctx.db, found.id, now.toISOString())
  await trail(ctx, found, 'accounts.sign-in', '登录')
  return { token, account: found }
}

async function countFailure(ctx: Context, found: StoredAccount, now: Date) {
  const attempts = found.failedAttempts + 1
  const locks = attempts >= passwordRules.failuresBeforeLock
  const until = locks ? new Date(now.getTime() + passwordRules.lockMinutes * minute).toISOString() : null
  await recordFailure(ctx.db, found.id, locks ? 0 : attempts, until)
  await trail(ctx, found, 'accounts.sign-in-failed', locks ? '连续输错密码，账号已锁定' : '密码不正确')
}

const trail = (ctx: Context, found: StoredAccount, verb: string, summary: string) =>
  recordAudit(ctx.db, ctx.keys, {
    at: ctx.clock.now().toISOString(),
    actorId: found.id,
    verb,
    line: { resource: 'accounts.account', id: found.id, summary },
  })

/** Sessions idle past the bound are swept away; they could open nothing any more. */
export async function sweepIdleSessions(ctx: Context): Promise<void> {
  const idleSince = new Date(ctx.clock.now().getTime() - passwordRules.idleMinutes * minute).toISOString()
  await sql`DELETE FROM accounts.session WHERE last_seen_at < ${idleSince}`.execute(ctx.db)
}
