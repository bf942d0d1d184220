import { sql } from 'kysely'
import { type Db, maybe, one } from '../../../platform/database/database.ts'

/** A secret that was shown and waits for its first code; an earlier one is forgotten. */
export async function keepDraft(db: Db, accountId: string, sealed: string, now: string): Promise<void> {
  await sql`INSERT INTO accounts.second_factor_draft (account_id, sealed, made_at) VALUES (${accountId}, ${sealed}, ${now})
    ON CONFLICT (account_id) DO UPDATE SET sealed = excluded.sealed, made_at = excluded.made_at`.execute(db)
}

/** The sealed secret shown since then, locked; undefined when there is none. */
export const findDraft = (db: Db, accountId: string, since: string) =>
  maybe(
    db,
    sql<{ sealed: string }>`SELECT sealed FROM accounts.second_factor_draft
      WHERE account_id = ${accountId} AND made_at > ${since} FOR UPDATE`,
  )

/** The draft has become the account's second factor, instead of an earlier one. */
export async function enrol(
  db: Db,
  accountId: string,
  { sealed, step, now }: { sealed: string; step: number; now: string },
): Promise<void> {
  await sql`INSERT INTO accounts.second_factor (account_id, sealed, last_step, enrolled_at)
    VALUES (${accountId}, ${sealed}, ${step}, ${now})
    ON CONFLICT (account_id) DO UPDATE SET sealed = excluded.sealed, last_step = excluded.last_step,
      enrolled_at = excluded.enrolled_at`.execute(db)
  await sql`DELETE FROM accounts.second_factor_draft WHERE account_id = ${accountId}`.execute(db)
}

/** The sealed secret of an account, locked so that one code opens one session; undefined when it has none. */
export const findSecondFactor = (db: Db, accountId: string) =>
  maybe(
    db,
    sql<{
      sealed: string
      lastStep: number
    }>`SELECT sealed, last_step AS "lastStep" FROM accounts.second_factor
      WHERE account_id = ${accountId} FOR UPDATE`,
  )

/** The code of that time step has been used: neither it nor an earlier one is taken again (RFC 6238 5.2). */
export async function markStepUsed(db: Db, accountId: string, step: number): Promise<void> {
  await sql`UPDATE accounts.second_factor SET last_step = ${step} WHERE account_id = ${accountId}`.execute(db)
}

/** @returns whether there was one; its recovery codes go with it */
export async function removeSecondFactor(db: Db, accountId: string): Promise<boolean> {
  await sql`DELETE FROM accounts.recovery_code WHERE account_id = ${accountId}`.execute(db)
  await sql`DELETE FROM accounts.second_factor_draft WHERE account_id = ${accountId}`.execute(db)
  const gone = await maybe(
    db,
    sql`DELETE FROM accounts.second_factor WHERE account_id = ${accountId} RETURNING 1`,
  )
  return gone !== undefined
}

/** New recovery codes, by their keyed prints; earlier ones are void. */
export async function replaceRecoveryCodes(
  db: Db,
  accountId: string,
  fingerprints: readonly string[],
): Promise<void> {
  await sql`DELETE FROM accounts.recovery_code WHERE account_id = ${accountId}`.execute(db)
  await sql`INSERT INTO accounts.recovery_code (account_id, fingerprint)
    SELECT ${accountId}, unnest(${fingerprints}::text[])`.execute(db)
}

/** @returns whether the code was there and unused; from now on it is used */
export async function useRecoveryCode(
  db: Db,
  accountId: string,
  fingerprint: string,
  now: string,
): Promise<boolean> {
  const used = await maybe(
    db,
    sql`UPDATE accounts.recovery_code SET used_at = ${now}
      WHERE account_id = ${accountId} AND fingerprint = ${fingerprint} AND used_at IS NULL RETURNING 1`,
  )
  return used !== undefined
}

/** Whether an account has a second factor, and how many of its recovery codes are left. */
export const secondFactorOf = (db: Db, accountId: string) =>
  one(
    db,
    sql<{ enrolled: boolean; recoveryCodesLeft: number }>`SELECT
      EXISTS (SELECT FROM accounts.second_factor WHERE account_id = ${accountId}) AS enrolled,
      (SELECT count(*) FROM accounts.recovery_code WHERE account_id = ${accountId} AND used_at IS NULL) AS "recoveryCodesLeft"`,
  )
