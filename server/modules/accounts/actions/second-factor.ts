import type { Context } from '../../../access/context.ts'
import { Refusal } from '../../../platform/problems/refusal.ts'
import {
  addressOfSecret,
  freshRecoveryCodes,
  freshSecret,
  plainRecoveryCode,
  qrPicture,
  stepOfCode,
} from '../authenticator.ts'
import { refuse } from '../problems.ts'
import { secondFactorRules } from '../rules/second-factor-rules.ts'
import { findById } from '../storage/accounts.ts'
import { forgetFailures, lockAttempts } from '../storage/attempts.ts'
import {
  enrol,
  findDraft,
  findSecondFactor,
  keepDraft,
  markStepUsed,
  replaceRecoveryCodes,
  secondFactorOf,
  useRecoveryCode,
} from '../storage/second-factors.ts'
import { endSessionsOf, markProved } from '../storage/sessions.ts'
import { countFailure, lockOf, trail } from './failed-attempts.ts'

/** What an authenticator is shown. */
export interface Enrolment {
  secret: string
  address: string
  /** A data address of an SVG picture. */
  picture: string
}

/** Only what this session has proved may be replaced: a password alone removes no second factor. */
function mustBeProved({ actor }: Context) {
  if (actor.unproved) throw actor.unproved
}

/** A fresh secret for one's own authenticator; it counts once its first code has come. @throws when an earlier one was not shown first */
export async function beginEnrolment(ctx: Context): Promise<Enrolment> {
  const id = ctx.actor.id as string
  if ((await secondFactorOf(ctx.db, id)).enrolled) mustBeProved(ctx)
  const own = await findById(ctx.db, id)
  const secret = freshSecret()
  await keepDraft(ctx.db, id, ctx.keys.seal(secret), ctx.clock.now().toISOString())
  const address = addressOfSecret(secret, own?.account ?? '')
  return { secret, address, picture: await qrPicture(address) }
}

interface Shown {
  code: string
  /** The session's. */
  token: string
}

/**
 * The first code proves that the secret arrived. Every other session of the account ends.
 * @returns the recovery codes, which are shown this once
 * @throws when the code is wrong, or the secret was shown too long ago
 */
export async function confirmEnrolment(ctx: Context, { code, token }: Shown): Promise<string[]> {
  const id = ctx.actor.id as string
  return await ctx.db.transaction().execute(async (db) => {
    const now = ctx.clock.now()
    if ((await secondFactorOf(db, id)).enrolled) mustBeProved(ctx)
    const since = new Date(now.getTime() - secondFactorRules.enrolmentMinutes * 60_000).toISOString()
    const draft = await findDraft(db, id, since)
    if (!draft) throw refuse('enrolment-gone')
    const step = stepOfCode(ctx.keys.open(draft.sealed), code, now)
    if (step === undefined) throw refuse('second-factor-wrong', {}, { field: 'code' })
    await enrol(db, id, { sealed: draft.sealed, step, now: now.toISOString() })
    await endSessionsOf(db, id, token)
    await markProved(db, token, now.toISOString())
    await trail({ ...ctx, db }, id, 'accounts.enrol-second-factor', '绑定验证器')
    return await newRecoveryCodes({ ...ctx, db }, id)
  })
}

const printOf = (ctx: Context, id: string, code: string) =>
  ctx.keys.fingerprint(`recovery ${id} ${plainRecoveryCode(code)}`)

async function newRecoveryCodes(ctx: Context, id: string): Promise<string[]> {
  const codes = freshRecoveryCodes()
  const prints = codes.map((code) => printOf(ctx, id, code))
  await replaceRecoveryCodes(ctx.db, id, prints)
  return codes
}

/** New recovery codes instead of those left. @throws when this session has not shown the second factor */
export async function renewRecoveryCodes(ctx: Context): Promise<string[]> {
  const id = ctx.actor.id as string
  mustBeProved(ctx)
  return await ctx.db.transaction().execute(async (db) => {
    await trail({ ...ctx, db }, id, 'accounts.renew-recovery-codes', '重新生成恢复码')
    return await newRecoveryCodes({ ...ctx, db }, id)
  })
}

/**
 * The code of the moment, or a recovery code. Wrong ones count together with wrong passwords, and stay counted.
 * @throws when it is wrong or used, when the account is locked, or has no authenticator
 */
export async function enterCode(ctx: Context, shown: Shown): Promise<void> {
  const refusal = await ctx.db.transaction().execute(async (db) => attempt({ ...ctx, db }, shown))
  if (refusal) throw refusal
}

async function attempt(ctx: Context, { code, token }: Shown): Promise<Refusal | undefined> {
  const id = ctx.actor.id as string
  const own = await findById(ctx.db, id)
  const counted = own?.account ?? ''
  const now = ctx.clock.now()
  const attempts = await lockAttempts(ctx.db, counted, now.toISOString())
  const locked = lockOf(attempts, now)
  if (locked) return locked
  const proof = await proofOf(ctx, id, code)
  if (proof instanceof Refusal) {
    if (proof.code === refuse('second-factor-wrong').code)
      await countFailure(ctx, { counted, attempts, id, summary: '验证码不正确' })
    return proof
  }
  await forgetFailures(ctx.db, counted)
  await markProved(ctx.db, token, now.toISOString())
  await trail(ctx, id, 'accounts.show-second-factor', proof)
  return undefined
}

/** @returns what the trail says of it, or why it is none */
async function proofOf(ctx: Context, id: string, code: string): Promise<string | Refusal> {
  const kept = await findSecondFactor(ctx.db, id)
  if (!kept) return refuse('second-factor-not-enrolled')
  const wrong = refuse('second-factor-wrong', {}, { field: 'code' })
  const now = ctx.clock.now()
  const plain = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(plain)) {
    const used = await useRecoveryCode(ctx.db, id, printOf(ctx, id, code), now.toISOString())
    return used ? '用一个恢复码通过动态验证' : wrong
  }
  const step = stepOfCode(ctx.keys.open(kept.sealed), plain, now)
  if (step === undefined) return wrong
  if (step <= kept.lastStep) return refuse('second-factor-used', {}, { field: 'code' })
  await markStepUsed(ctx.db, id, step)
  return '通过动态验证'
}
