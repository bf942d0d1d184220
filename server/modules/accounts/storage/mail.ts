import { sql } from 'kysely'
import { type Db, maybe } from '../../../platform/database/database.ts'

export async function keepMail(db: Db, accountId: string, sealed: string | null): Promise<void> {
  await sql`UPDATE accounts.account SET mail_sealed = ${sealed} WHERE id = ${accountId}`.execute(db)
}

export async function mailOf(db: Db, accountId: string | null): Promise<string | null> {
  const row = await maybe(
    db,
    sql<{
      sealed: string | null
    }>`SELECT mail_sealed AS sealed FROM accounts.account WHERE id = ${accountId}::uuid`,
  )
  return row?.sealed ?? null
}
