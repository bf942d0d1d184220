import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'

/** Does the work inside the running transaction; what it wrote is taken back unless it answers that it shall stay. */
export async function withSavepoint<T>(
  db: Db,
  work: () => Promise<{ keep: boolean; answer: T }>,
): Promise<T> {
  await sql`SAVEPOINT sheet_batch`.execute(db)
  const { keep, answer } = await work()
  if (!keep) await sql`ROLLBACK TO SAVEPOINT sheet_batch`.execute(db)
  await sql`RELEASE SAVEPOINT sheet_batch`.execute(db)
  return answer
}
