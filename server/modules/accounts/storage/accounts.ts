import { hash, verify } from '@node-rs/argon2'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { breaches } from '../../../access/action.ts'
import { addActors, closeActor } from '../../../access/grants.ts'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'
import { refuse } from '../problems.ts'
import { passwordRules } from '../rules/password-rules.ts'

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
  const [id = ''] = await insertAccounts(db, [fresh], now)
  return id
}

/** Makes accounts in one statement; hashing takes most of the time (about 12 ms each on two cores). @throws when a name is taken */
export async function insertAccounts(db: Db, fresh: readonly NewAccount[], now: string): Promise<string[]> {
  const made = await Promise.all(
    fresh.map(async ({ password, ...rest }) => ({
      id: uuid(),
      ...rest,
      passwordHash: await hashPassword(password),
    })),
  )
  const ids = made.map((one) => one.id)
  await addActors(db, ids)
  try {
    await sql`INSERT INTO accounts.account
      (id, account, display_name, password_hash, must_change_password, password_changed_at, created_at, home_place_id)
      SELECT id, account, "displayName", "passwordHash", "mustChangePassword", ${now}::timestamptz, ${now}::timestamptz, "homePlaceId"
      FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS f (id uuid, account text, "displayName" text,
        "passwordHash" text, "mustChangePassword" boolean, "homePlaceId" uuid)`.execute(db)
  } catch (fault) {
    const account = fresh.length === 1 ? (fresh[0]?.account ?? '') : ''
    if (breaches(fault, 'account_name_is_taken'))
      throw refuse('name-taken', { account }, { field: 'account' })
    throw fault
  }
  return ids
}

export interface StoredAccount {
  id: string
  account: string
  displayName: string
  passwordHash: string
  mustChangePassword: boolean
  closedAt: string | null
  homePlaceId: string | null
}

const columns = sql.raw(`id, account, display_name AS "displayName", password_hash AS "passwordHash",
  must_change_password AS "mustChangePassword", closed_at AS "closedAt", home_place_id AS "homePlaceId"`)

export const findByName = (db: Db, account: string) =>
  maybe(db, sql<StoredAccount>`SELECT ${columns} FROM accounts.account WHERE account = ${account}`)
export const findById = (db: Db, id: string) =>
  maybe(db, sql<StoredAccount>`SELECT ${columns} FROM accounts.account WHERE id = ${id}`)

/** Known accounts by name, one statement for a whole batch. */
export async function accountsByName(db: Db, names: readonly string[]): Promise<Map<string, StoredAccount>> {
  const found = await rows(
    db,
    sql<StoredAccount>`SELECT ${columns} FROM accounts.account WHERE account = ANY(${names}::text[])`,
  )
  return new Map(found.map((one) => [one.account, one]))
}

export async function rename(db: Db, id: string, displayName: string): Promise<void> {
  await sql`UPDATE accounts.account SET display_name = ${displayName} WHERE id = ${id}`.execute(db)
}

export async function recordSignIn(db: Db, id: string, now: string): Promise<void> {
  await sql`UPDATE accounts.account SET last_sign_in_at = ${now} WHERE id = ${id}`.execute(db)
}

/**
 * A one-time password that waits to be fetched is void from here on. The password that its owner had chosen is
 * remembered, as many as the rules say.
 */
export async function replacePassword(
  db: Db,
  id: string,
  password: string,
  mustChange: boolean,
  now: string,
): Promise<void> {
  await sql`INSERT INTO accounts.former_password (account_id, replaced_at, password_hash)
    SELECT id, ${now}, password_hash FROM accounts.account WHERE id = ${id} AND NOT must_change_password`.execute(
    db,
  )
  await sql`DELETE FROM accounts.former_password WHERE account_id = ${id} AND ctid NOT IN (
    SELECT ctid FROM accounts.former_password WHERE account_id = ${id}
    ORDER BY replaced_at DESC LIMIT ${passwordRules.remembered})`.execute(db)
  await sql`UPDATE accounts.account SET password_hash = ${await hashPassword(password)}, must_change_password = ${mustChange},
    password_changed_at = ${now} WHERE id = ${id}`.execute(db)
  await sql`DELETE FROM accounts.one_time_password WHERE account_id = ${id}`.execute(db)
}

/** The hashes of the last passwords that the owner had chosen, the present one not among them. */
export async function formerPasswords(db: Db, id: string): Promise<string[]> {
  const found = await rows(
    db,
    sql<{
      hash: string
    }>`SELECT password_hash AS hash FROM accounts.former_password WHERE account_id = ${id}`,
  )
  return found.map(({ hash }) => hash)
}

/** @param closedAt ISO instant, or null to open the account again */
export async function markClosed(db: Db, id: string, closedAt: string | null): Promise<void> {
  await sql`UPDATE accounts.account SET closed_at = ${closedAt} WHERE id = ${id}`.execute(db)
  await closeActor(db, id, closedAt)
}
