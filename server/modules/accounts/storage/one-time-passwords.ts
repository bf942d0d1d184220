import { sql } from 'kysely'
import { type Db, one, rows } from '../../../platform/database/database.ts'

/** Keeps sealed one-time passwords for the administrator who imported the accounts. */
export async function keepOneTimePasswords(
  db: Db,
  kept: readonly { accountId: string; sealed: string }[],
  by: string | null,
  now: string,
): Promise<void> {
  await sql`INSERT INTO accounts.one_time_password (account_id, sealed, made_by, made_at)
    SELECT "accountId", sealed, ${by}::uuid, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) AS f ("accountId" uuid, sealed text)`.execute(db)
}

/** Takes them out: nobody can fetch the same ones again. */
export const takeOneTimePasswords = (db: Db, by: string | null) =>
  rows(
    db,
    sql<{ account: string; displayName: string; sealed: string }>`WITH taken AS (
        DELETE FROM accounts.one_time_password WHERE made_by IS NOT DISTINCT FROM ${by}::uuid RETURNING account_id, sealed)
      SELECT a.account, a.display_name AS "displayName", taken.sealed FROM taken JOIN accounts.account a ON a.id = taken.account_id
      ORDER BY a.account`,
  )

export async function countOneTimePasswords(db: Db, by: string | null): Promise<number> {
  const { waiting } = await one(
    db,
    sql<{
      waiting: number
    }>`SELECT count(*) AS waiting FROM accounts.one_time_password WHERE made_by IS NOT DISTINCT FROM ${by}::uuid`,
  )
  return waiting
}
