import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Grant } from '../../../access/actor.ts'
import { carriedGrant } from '../../../access/grants.ts'
import { type Db, maybe } from '../../../platform/database/database.ts'
import { refuse } from '../problems.ts'
import { passwordRules } from '../rules/password-rules.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** Opens a session. @returns the token, which is stored nowhere */
export async function openSession(db: Db, accountId: string, now: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await sql`INSERT INTO accounts.session (token_hash, account_id, created_at, last_seen_at)
    VALUES (${hashOf(token)}, ${accountId}, ${now}, ${now})`.execute(db)
  return token
}

export async function endSession(db: Db, token: string): Promise<void> {
  await sql`DELETE FROM accounts.session WHERE token_hash = ${hashOf(token)}`.execute(db)
}

/** Ends every session of an account: after a reset, a closing, or a change of its password elsewhere. */
export async function endSessionsOf(db: Db, accountId: string, exceptToken?: string): Promise<void> {
  await sql`DELETE FROM accounts.session WHERE account_id = ${accountId}
    AND token_hash IS DISTINCT FROM ${exceptToken ? hashOf(exceptToken) : null}::bytea`.execute(db)
}

/** Sessions idle past the bound could open nothing any more. */
export async function sweepSessions(db: Db, now: Date): Promise<void> {
  await sql`DELETE FROM accounts.session WHERE last_seen_at < ${idleSince(now)}`.execute(db)
}

const idleSince = (now: Date) => new Date(now.getTime() - passwordRules.idleMinutes * 60_000).toISOString()

interface SessionRow {
  account_id: string
  display_name: string
  last_seen_at: string
  must_change_password: boolean
  grants: Grant[] | null
}

/** How stale `last_seen_at` may grow before it is written again: an idle bound in minutes needs no write per request. */
const touchEverySeconds = 60

/** The actor of a token with today's grants; undefined when the session is unknown, idle too long, or its account closed. */
export async function actorOf(db: Db, token: string, now: Date, today: string): Promise<Actor | undefined> {
  const hash = hashOf(token)
  const row = await maybe(
    db,
    sql<SessionRow>`SELECT s.account_id, a.display_name, s.last_seen_at, a.must_change_password,
      (SELECT json_agg(${carriedGrant})
       FROM access.grant_of_role g WHERE g.actor_id = s.account_id
         AND g.valid_from <= ${today} AND (g.valid_to IS NULL OR g.valid_to > ${today})) AS grants
      FROM accounts.session s JOIN accounts.account a ON a.id = s.account_id
      WHERE s.token_hash = ${hash} AND s.last_seen_at > ${idleSince(now)} AND a.closed_at IS NULL`,
  )
  if (!row) return undefined
  if (now.getTime() - Date.parse(row.last_seen_at) > touchEverySeconds * 1000)
    await sql`UPDATE accounts.session SET last_seen_at = ${now.toISOString()} WHERE token_hash = ${hash}`.execute(
      db,
    )
  return {
    id: row.account_id,
    displayName: row.display_name,
    today,
    grants: row.grants ?? [],
    ...(row.must_change_password ? { hold: refuse('must-change-password') } : {}),
  }
}
