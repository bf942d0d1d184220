import { sql } from 'kysely'
import { type Db, one } from '../../../platform/database/database.ts'

export interface Attempts {
  failed: number
  lockedUntil: string | null
}

/** The failures under a typed name, locked, so that parallel guesses are counted one by one. */
export const lockAttempts = (db: Db, name: string, now: string) =>
  one(
    db,
    sql<Attempts>`INSERT INTO accounts.sign_in_attempt (name, last_at) VALUES (${name}, ${now})
      ON CONFLICT (name) DO UPDATE SET last_at = excluded.last_at
      RETURNING failed, locked_until AS "lockedUntil"`,
  )

export async function recordFailure(
  db: Db,
  name: string,
  failed: number,
  lockedUntil: string | null,
): Promise<void> {
  await sql`UPDATE accounts.sign_in_attempt SET failed = ${failed}, locked_until = ${lockedUntil} WHERE name = ${name}`.execute(
    db,
  )
}

/** After a success, or a reset by an administrator. */
export async function forgetFailures(db: Db, name: string): Promise<void> {
  await sql`DELETE FROM accounts.sign_in_attempt WHERE name = ${name}`.execute(db)
}

/** Names tried long ago need not be remembered. */
export async function sweepAttempts(db: Db, before: string): Promise<void> {
  await sql`DELETE FROM accounts.sign_in_attempt WHERE last_at < ${before} AND coalesce(locked_until < ${before}, true)`.execute(
    db,
  )
}
