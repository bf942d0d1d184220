import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, maybe } from '../../../platform/database/database.ts'
import { sessionDays } from '../rules/code-rules.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest()
const before = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
const isLive = (now: Date) =>
  sql`last_seen_at > ${before(now, sessionDays.idle)} AND created_at > ${before(now, sessionDays.longest)}`

/** How stale `last_seen_at` may grow: a bound in days needs no write per request. */
const touchEveryMs = 6 * 3_600_000

/** @param phone sealed @returns the token, which is stored nowhere */
export async function openResidentSession(
  db: Db,
  { phone, phoneMark, at }: { phone: string; phoneMark: string; at: string },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await sql`INSERT INTO residents.session (token_hash, phone, phone_mark, created_at, last_seen_at)
    VALUES (${hashOf(token)}, ${phone}, ${phoneMark}, ${at}, ${at})`.execute(db)
  return token
}

/** The fingerprint of the phone of a live session; marks it as seen now and then. */
export async function phoneMarkOf(db: Db, token: string, now: Date): Promise<string | undefined> {
  const hash = hashOf(token)
  const found = await maybe(
    db,
    sql<{ mark: string; seen: string }>`SELECT phone_mark AS mark, last_seen_at AS seen
      FROM residents.session WHERE token_hash = ${hash} AND ${isLive(now)}`,
  )
  if (found && now.getTime() - Date.parse(found.seen) > touchEveryMs)
    await sql`UPDATE residents.session SET last_seen_at = ${now.toISOString()} WHERE token_hash = ${hash}`.execute(
      db,
    )
  return found?.mark
}

/** The sealed number behind a fingerprint that somebody has proved. */
export const sealedPhoneOf = async (db: Db, phoneMark: string): Promise<string | undefined> =>
  (
    await maybe(
      db,
      sql<{ phone: string }>`SELECT phone FROM residents.session WHERE phone_mark = ${phoneMark}
        ORDER BY last_seen_at DESC LIMIT 1`,
    )
  )?.phone

export async function endResidentSession(db: Db, token: string): Promise<void> {
  await sql`DELETE FROM residents.session WHERE token_hash = ${hashOf(token)}`.execute(db)
}

/** Sessions past their bounds could open nothing any more. */
export async function forgetSessions(db: Db, now: Date): Promise<void> {
  await sql`DELETE FROM residents.session WHERE NOT (${isLive(now)})`.execute(db)
}
