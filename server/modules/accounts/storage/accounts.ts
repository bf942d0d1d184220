import { hash, verify } from '@node-rs/argon2'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Role } from '../../../../contracts/accounts/words.ts'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'
import { breaches } from '../../../access/action.ts'
import { refuse } from '../problems.ts'

export interface NewAccount {
  account: string
  displayName: string
  password: string
  mustChangePassword: boolean
  homePlaceId: string | null
}

/** argon2id with the package's defaults (19 MiB, 2 passes: OWASP's first choice). */
export const hashPassword = (password: string) => hash(password)
export const passwordFits = (stored: string, password: string) => verify(stored, password)

/** @throws when the account name is taken */
export async function insertAccount(db: Db, fresh: NewAccount, now: string): Promise<string> {
  const id = uuid()
  const passwordHash = await hashPassword(fresh.password)
  await sql`INSERT INTO access.actor (id) VALUES (${id})`.execute(db)
  try {
    await sql`INSERT INTO accounts.account
      (id, account, display_name, password_hash, must_change_password, password_changed_at, created_at, home_place_id)
      VALUES (${id}, ${fresh.account}, ${fresh.displayName}, ${passwordHash}, ${fresh.mustChangePassword}, ${now}, ${now}, ${fresh.homePlaceId})`.execute(db)
  } catch (fault) {
    if (breaches(fault, 'account_name_is_taken')) throw refuse('name-taken', { account: fresh.account }, { field: 'account' })
    throw fault
  }
  return id
}

export interface StoredAccount {
  id: string
  account: string
  displayName: string
  passwordHash: string
  mustChangePassword: boolean
  failedAttempts: number
  lockedUntil: string | null
  closedAt: string | null
}

const columns = sql.raw(`id, account, display_name AS "displayName", password_hash AS "passwordHash",
  must_change_password AS "mustChangePassword", failed_attempts AS "failedAttempts",
  locked_until AS "lockedUntil", closed_at AS "closedAt"`)

/** Locked, so that parallel guesses are counted one by one. */
export const findByName = (db: Db, account: string) =>
  maybe(db, sql<StoredAccount>`SELECT ${columns} FROM accounts.account WHERE account = ${account} FOR UPDATE`)
export const findById = (db: Db, id: string) =>
  maybe(db, sql<StoredAccount>`SELECT ${columns} FROM accounts.account WHERE id = ${id}`)

export async function recordFailure(db: Db, id: string, attempts: number, lockedUntil: string | null): Promise<void> {
  await sql`UPDATE accounts.account SET failed_attempts = ${attempts}, locked_until = ${lockedUntil} WHERE id = ${id}`.execute(db)
}

export async function recordSignIn(db: Db, id: string, now: string): Promise<void> {
  await sql`UPDATE accounts.account SET failed_attempts = 0, locked_until = NULL, last_sign_in_at = ${now} WHERE id = ${id}`.execute(db)
}

export async function replacePassword(db: Db, id: string, password: string, mustChange: boolean, now: string) {
  await sql`UPDATE accounts.account SET password_hash = ${await hashPassword(password)}, must_change_password = ${mustChange},
    failed_attempts = 0, locked_until = NULL, password_changed_at = ${now} WHERE id = ${id}`.execute(db)
}

export async function markClosed(db: Db, id: string, now: string): Promise<void> {
  await sql`UPDATE accounts.account SET closed_at = ${now} WHERE id = ${id}`.execute(db)
  await sql`UPDATE access.actor SET closed_at = ${now} WHERE id = ${id}`.execute(db)
}

export interface NewGrant {
  role: Role
  placeId?: string | null | undefined
  bodyId?: string | null | undefined
}

export async function insertGrants(db: Db, actorId: string, grants: NewGrant[], by: string | null, from: string) {
  const made = grants.map((grant) => ({ id: uuid(), ...grant }))
  for (const { id, role, placeId, bodyId } of made)
    await sql`INSERT INTO access.grant_of_role (id, actor_id, role, place_id, body_id, valid_from, granted_by)
      VALUES (${id}, ${actorId}, ${role}, ${placeId ?? null}, ${bodyId ?? null}, ${from}, ${by})`.execute(db)
  return made.map((grant) => grant.id)
}

export const grantsOf = (db: Db, actorId: string, on: string) =>
  rows(
    db,
    sql<{ id: string; role: Role; placeId: string | null; bodyId: string | null }>`
      SELECT id, role, place_id AS "placeId", body_id AS "bodyId" FROM access.grant_of_role
      WHERE actor_id = ${actorId} AND (valid_to IS NULL OR valid_to > ${on}) ORDER BY id`,
  )

/** A grant ends on a day; it is never deleted, so that the trail can say who could do what when. */
export async function endGrants(db: Db, ids: string[], on: string): Promise<void> {
  await sql`UPDATE access.grant_of_role SET valid_to = greatest(valid_from, ${on}::date) WHERE id = ANY(${ids}::uuid[])`.execute(db)
}
