import type { Context } from '../../../access/context.ts'
import { refuse } from '../problems.ts'
import { passwordRules } from '../rules/password-rules.ts'
import {
  findByName,
  hashPassword,
  passwordFits,
  recordSignIn,
  type StoredAccount,
} from '../storage/accounts.ts'
import { forgetFailures, lockAttempts, sweepAttempts } from '../storage/attempts.ts'
import { secondFactorOf } from '../storage/second-factors.ts'
import { type Entrance, openSession, sweepSessions } from '../storage/sessions.ts'
import { countFailure, lockOf, trail } from './failed-attempts.ts'

const day = 24 * 3_600_000
/** Checked when there is no such account, so that the time taken tells nothing about which accounts exist. */
let decoy: Promise<string> | undefined

type Outcome = { token: string; account: StoredAccount } | { refusal: Error }

/** What somebody typed to come in, and from where. */
export interface Credentials {
  account: string
  password: string
  entrance: Entrance
}

/**
 * Signing in is no guarded action: it has no actor yet. Failures must stay counted, so they commit too.
 * A name that nobody has is counted, locked and answered like any other.
 * @throws 401 wrong, 423 locked, 403 closed
 */
export async function signIn(ctx: Context, credentials: Credentials): Promise<string> {
  const outcome = await ctx.db.transaction().execute(async (trx) => attempt({ ...ctx, db: trx }, credentials))
  if ('refusal' in outcome) throw outcome.refusal
  return outcome.token
}

async function attempt(ctx: Context, { account, password, entrance }: Credentials): Promise<Outcome> {
  const now = ctx.clock.now()
  const found = await findByName(ctx.db, account)
  const counted = found ? account : `? ${ctx.keys.fingerprint(`sign-in ${account}`)}`
  const attempts = await lockAttempts(ctx.db, counted, now.toISOString())
  const locked = lockOf(attempts, now)
  if (locked) return { refusal: locked }
  decoy ??= hashPassword('a password that nobody has')
  const fits = await passwordFits(found?.passwordHash ?? (await decoy), password)
  if (!found || !fits) {
    await countFailure(ctx, { counted, attempts, id: found?.id, summary: '账号或密码不正确' })
    return {
      refusal: refuse('wrong-credentials', {
        limit: passwordRules.failuresBeforeLock,
        minutes: passwordRules.lockMinutes,
      }),
    }
  }
  if (found.closedAt) return { refusal: refuse('closed') }
  // With a code still to come the count stands: else each right password would allow five more guesses at the code.
  const { enrolled } = await secondFactorOf(ctx.db, found.id)
  if (!enrolled) await forgetFailures(ctx.db, counted)
  const token = await enter(ctx, found.id, entrance)
  await sweepAttempts(ctx.db, new Date(now.getTime() - day).toISOString())
  return { token, account: found }
}

/** A session for whoever has shown who they are. */
export async function enter(ctx: Context, id: string, entrance: Entrance): Promise<string> {
  const now = ctx.clock.now()
  await recordSignIn(ctx.db, id, now.toISOString())
  await sweepSessions(ctx.db, now)
  const token = await openSession(ctx.db, id, now.toISOString(), entrance)
  await trail(ctx, id, 'accounts.sign-in', entrance.identity ? '经统一身份认证登录' : '登录')
  return token
}
