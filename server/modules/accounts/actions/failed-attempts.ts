import type { Context } from '../../../access/context.ts'
import { recordAudit } from '../../../platform/audit/record.ts'
import type { Refusal } from '../../../platform/problems/refusal.ts'
import { refuse } from '../problems.ts'
import { passwordRules } from '../rules/password-rules.ts'
import { type Attempts, recordFailure } from '../storage/attempts.ts'

const minute = 60_000

/** The refusal of a name that is locked now, if it is. */
export function lockOf({ lockedUntil }: Attempts, now: Date): Refusal | undefined {
  const left = lockedUntil ? Date.parse(lockedUntil) - now.getTime() : 0
  return left > 0 ? refuse('locked', { minutes: Math.ceil(left / minute) }) : undefined
}

interface Failure {
  /** The name under which failures are counted. */
  counted: string
  attempts: Attempts
  id: string | undefined
  summary: string
}

/** One more wrong password or code; both count together towards the lock. */
export async function countFailure(ctx: Context, { counted, attempts, id, summary }: Failure): Promise<void> {
  const failed = attempts.failed + 1
  const locks = failed >= passwordRules.failuresBeforeLock
  const until = locks
    ? new Date(ctx.clock.now().getTime() + passwordRules.lockMinutes * minute).toISOString()
    : null
  await recordFailure(ctx.db, counted, locks ? 0 : failed, until)
  await trail(ctx, id, 'accounts.sign-in-failed', locks ? `${summary}，已连续输错，已锁定` : summary)
}

/** What was typed as an account nobody has is not written down: it may be somebody's password. */
export const trail = (ctx: Context, id: string | undefined, verb: string, summary: string) =>
  recordAudit(ctx.db, ctx.keys, {
    at: ctx.clock.now().toISOString(),
    actorId: id ?? null,
    verb,
    line: { resource: 'accounts.account', id: id ?? 'unknown', summary },
  })
