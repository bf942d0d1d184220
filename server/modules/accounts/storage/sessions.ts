import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Grant } from '../../../access/actor.ts'
import { carriedGrant } from '../../../access/grants.ts'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'
import { gathered } from '../../../platform/database/gathered.ts'
import { refuse } from '../problems.ts'
import { isAged } from '../rules/password-rules.ts'
import { holdOf } from '../rules/second-factor-rules.ts'
import { maskedAddress, sessionRules } from '../rules/session-rules.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** Where and how somebody came in. */
export interface Entrance {
  userAgent: string
  address: string
  /** Signed in at the identity provider, whose sealed token is kept for signing out there. */
  identity?: { idToken: string; provedSecondFactor: boolean }
}

/** Opens a session. @returns the token, which is stored nowhere */
export async function openSession(
  db: Db,
  accountId: string,
  now: string,
  { userAgent, address, identity }: Entrance,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await sql`INSERT INTO accounts.session
      (token_hash, account_id, created_at, last_seen_at, user_agent, address, via, id_token, second_factor_at)
    VALUES (${hashOf(token)}, ${accountId}, ${now}, ${now}, ${userAgent.slice(0, 300)}, ${maskedAddress(address)},
      ${identity ? 'identity' : 'password'}, ${identity?.idToken ?? null}, ${identity?.provedSecondFactor ? now : null})`.execute(
    db,
  )
  return token
}

/** @returns the sealed token of the identity provider, where the session came from there */
export async function endSession(db: Db, token: string): Promise<string | null> {
  const ended = await maybe(
    db,
    sql<{
      idToken: string | null
    }>`DELETE FROM accounts.session WHERE token_hash = ${hashOf(token)} RETURNING id_token AS "idToken"`,
  )
  return ended?.idToken ?? null
}

/** Ends one session of an account by its id. @returns whether there was one */
export async function endSessionById(db: Db, accountId: string, id: string): Promise<boolean> {
  const ended = await maybe(
    db,
    sql`DELETE FROM accounts.session WHERE account_id = ${accountId} AND id = ${id} RETURNING 1`,
  )
  return ended !== undefined
}

/** Ends every session of an account: after a reset, a closing, or a change of its password elsewhere. @returns how many */
export async function endSessionsOf(db: Db, accountId: string, exceptToken?: string): Promise<number> {
  const ended = await sql`DELETE FROM accounts.session WHERE account_id = ${accountId}
    AND token_hash IS DISTINCT FROM ${exceptToken ? hashOf(exceptToken) : null}::bytea`.execute(db)
  return Number(ended.numAffectedRows ?? 0)
}

/** From here on the session may do what needs a second factor. */
export async function markProved(db: Db, token: string, now: string): Promise<void> {
  await sql`UPDATE accounts.session SET second_factor_at = ${now} WHERE token_hash = ${hashOf(token)}`.execute(
    db,
  )
}

/** Sessions past their bounds could open nothing any more. */
export async function sweepSessions(db: Db, now: Date): Promise<void> {
  await sql`DELETE FROM accounts.session WHERE last_seen_at < ${idleSince(now)} OR created_at < ${begunSince(now)}`.execute(
    db,
  )
}

const idleSince = (now: Date) => new Date(now.getTime() - sessionRules.idleMinutes * 60_000).toISOString()
const begunSince = (now: Date) =>
  new Date(now.getTime() - sessionRules.longestHours * 3_600_000).toISOString()
/** True for sessions `s` that have not ended by themselves. */
export const isLive = (now: Date) =>
  sql<boolean>`(s.last_seen_at > ${idleSince(now)} AND s.created_at > ${begunSince(now)})`
/** True for the session `s` of this token. */
export const isOfToken = (token: string) => sql<boolean>`(s.token_hash = ${hashOf(token)})`

interface SessionRow {
  token_hash: Buffer
  account_id: string
  display_name: string
  last_seen_at: string
  must_change_password: boolean
  password_changed_at: string
  via: string
  second_factor_at: string | null
  enrolled: boolean
  grants: Grant[] | null
}

interface Shown {
  hash: Buffer
  now: Date
  today: string
}

/** How stale `last_seen_at` may grow before it is written again: an idle bound in minutes needs no write per request. */
const touchEverySeconds = 60

const askersOf = new WeakMap<Db, (shown: Shown) => Promise<SessionRow | undefined>>()

/** One for all requests: it says nothing of any, and making a fault takes longer than most of what is asked here. */
const unproved = refuse('second-factor-needed')

/** The actor of a token with today's grants; undefined when the session is unknown, idle too long, or its account closed. */
export async function actorOf(db: Db, token: string, now: Date, today: string): Promise<Actor | undefined> {
  const ask = askersOf.get(db) ?? gathered((shown: Shown[]) => sessionsOf(db, shown))
  askersOf.set(db, ask)
  const row = await ask({ hash: hashOf(token), now, today })
  if (!row) return undefined
  const grants = row.grants ?? []
  const hold = holdOf({
    enrolled: row.enrolled,
    proved: row.second_factor_at !== null,
    roles: grants.map((grant) => grant.role),
    mustChangePassword: row.must_change_password,
    passwordAged: isAged(new Date(row.password_changed_at), now),
    byIdentity: row.via === 'identity',
  })
  return {
    id: row.account_id,
    displayName: row.display_name,
    today,
    grants,
    ...(hold ? { hold: refuse(hold) } : {}),
    ...(row.second_factor_at === null ? { unproved } : {}),
  }
}

/** The sessions of requests that came together, in one statement; those seen long ago are marked as seen now. */
async function sessionsOf(db: Db, shown: Shown[]): Promise<(SessionRow | undefined)[]> {
  // They came within one turn of the event loop: the latest clock decides for all.
  const { now, today } = shown.at(-1) as Shown
  const found = await rows(
    db,
    sql<SessionRow>`SELECT s.token_hash, s.account_id, a.display_name, s.last_seen_at, a.must_change_password,
      a.password_changed_at, s.via, s.second_factor_at, EXISTS (SELECT FROM accounts.second_factor f WHERE f.account_id = a.id) AS enrolled,
      (SELECT json_agg(${carriedGrant})
       FROM access.grant_of_role g WHERE g.actor_id = s.account_id
         AND g.valid_from <= ${today} AND (g.valid_to IS NULL OR g.valid_to > ${today})) AS grants
      FROM accounts.session s JOIN accounts.account a ON a.id = s.account_id
      WHERE s.token_hash = ANY(${shown.map(({ hash }) => hash)}::bytea[]) AND ${isLive(now)} AND a.closed_at IS NULL`,
  )
  const stale = found.filter((row) => now.getTime() - Date.parse(row.last_seen_at) > touchEverySeconds * 1000)
  if (stale.length > 0)
    await sql`UPDATE accounts.session SET last_seen_at = ${now.toISOString()}
      WHERE token_hash = ANY(${stale.map((row) => row.token_hash)}::bytea[])`.execute(db)
  return shown.map(({ hash }) => found.find((row) => row.token_hash.equals(hash)))
}
