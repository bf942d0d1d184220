import { sql } from 'kysely'
import type { Clock } from '../platform/clock/clock.ts'
import type { Db } from '../platform/database/database.ts'

const hour = 3_600_000
/** Nobody repeats a submission after a week; until then its answer is kept for them. */
const keptFor = 7 * 24 * hour

/** Forgets the answers to submissions older than a week. */
async function forgetOldAnswers(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptFor).toISOString()
  await sql`DELETE FROM platform.idempotency WHERE at < ${before}`.execute(db)
}

/** Forgets once an hour; a failure waits for the next. @returns stop */
export function startForgetting(db: Db, clock: Clock): () => void {
  const timer = setInterval(() => void forgetOldAnswers(db, clock.now()).catch(() => undefined), hour)
  timer.unref()
  return () => clearInterval(timer)
}
