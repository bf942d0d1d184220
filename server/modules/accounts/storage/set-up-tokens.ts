import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, maybe, one } from '../../../platform/database/database.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** Whether nobody can sign in yet. */
export async function needsSetUp(db: Db): Promise<boolean> {
  const { some } = await one(
    db,
    sql<{ some: boolean }>`SELECT EXISTS (SELECT 1 FROM accounts.account) AS some`,
  )
  return !some
}

/** Earlier tokens end. */
export async function replaceSetUpToken(db: Db, token: string, now: string): Promise<void> {
  await sql`DELETE FROM accounts.set_up_token`.execute(db)
  await sql`INSERT INTO accounts.set_up_token (token_hash, made_at) VALUES (${hashOf(token)}, ${now})`.execute(
    db,
  )
}

/** @returns whether the token was there and unused; from now on it is used */
export async function useSetUpToken(db: Db, token: string, now: string): Promise<boolean> {
  const used = await maybe(
    db,
    sql`UPDATE accounts.set_up_token SET used_at = ${now} WHERE token_hash = ${hashOf(token)} AND used_at IS NULL RETURNING 1`,
  )
  return used !== undefined
}
