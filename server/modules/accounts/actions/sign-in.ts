import type { Context } from '../../../access/context.ts'
import { recordAudit } from '../../../platform/audit/record.ts'
import { refuse } from '../problems.ts'
import { passwordRules } from '../rules/password-rules.ts'
import {
  findByName,
  hashPassword,
  passwordFits,
  recordSignIn,
  type StoredAccount,
} from '../storage/accounts.ts'
import {
  type Attempts,
  forgetFailures,
  lockAttempts,
  recordFailure,
  sweepAttempts,
} from '../storage/attempts.ts'
import { openSession, sweepSessions } from '../storage/sessions.ts'

const minute = 60_000
const day = 24 * 60 * minute
/** Checked when there is no such account, so that the time taken tells nothing about which accounts exist. */
let decoy: Promise<string> | undefined

type Outcome = { token: string; account: StoredAccount } | { refusal: Error }

/**
 * Signing in is no guarded action: it has no actor yet. Failures must stay counted, so they commit too.
 * A name that nobody has is counted, locked and answered like any other.
 * @throws 401 wrong, 423 locked, 403 closed
 */
export async function signIn(
  ctx: Context,
  name: string,
  password: string,
): Promise<{ token: string; accountId: string }> {
  const outcome = await ctx.db
    .transaction()
    .execute(async (trx) => attempt({ ...ctx, db: trx }, name, password))
  if ('refusal' in outcome) throw outcome.refusal
  return { token: outcome.token, accountId: outcome.account.id }
}

async function attempt(ctx: Context, name: string, password: string): Promise<Outcome> {
  const now = ctx.clock.now()
  const found = await findByName(ctx.db, name)
  const counted = found ? name : `? ${ctx.keys.fingerprint(`sign-in ${name}`)}`
  const attempts = await lockAttempts(ctx.db, counted, now.toISOString())
  if (attempts.lockedUntil && Date.parse(attempts.lockedUntil) > now.getTime()) {
    const left = Math.ceil((Date.parse(attempts.lockedUntil) - now.getTime()) / minute)
    return { refusal: refuse('locked', { minutes: left }) }
  }
  decoy ??= hashPassword('a password that nobody has')
  const fits = await passwordFits(found?.passwordHash ?? (await decoy), password)
  if (!found || !fits) {
    await countFailure(ctx, { counted, attempts, id: found?.id })
    return {
      refusal: refuse('wrong-credentials', {
        limit: passwordRules.failuresBeforeLock,
        minutes: passwordRules.lockMinutes,
      }),
    }
  }
  if (found.closedAt) return { refusal: refuse('closed') }
  await forgetFailures(ctx.db, counted)
  await recordSignIn(ctx.db, found.id, now.toISOString())
  await sweepSessions(ctx.db, now)
  await sweepAttempts(ctx.db, new Date(now.getTime() - day).toISOString())
  const token = await openSession(ctx.db, found.id, now.toISOString())
  await trail(ctx, found.id, 'accounts.sign-in', '登录')
  return { token, account: found }
}

interface Failure {
  counted: string
  attempts: Attempts
  id: string | undefined
}

async function countFailure(ctx: Context, { counted, attempts, id }: Failure) {
  const failed = attempts.failed + 1
  const locks = failed >= passwordRules.failuresBeforeLock
  const until = locks
    ? new Date(ctx.clock.now().getTime() + passwordRules.lockMinutes * minute).toISOString()
    : null
  await recordFailure(ctx.db, counted, locks ? 0 : failed, until)
  await trail(ctx, id, 'accounts.sign-in-failed', locks ? '连续输错，已锁定' : '账号或密码不正确')
}

/** What was typed as an account nobody has is not written down: it may be somebody's password. */
const trail = (ctx: Context, id: string | undefined, verb: string, summary: string) =>
  recordAudit(ctx.db, ctx.keys, {
    at: ctx.clock.now().toISOString(),
    actorId: id ?? null,
    verb,
    line: { resource: 'accounts.account', id: id ?? 'unknown', summary },
  })
