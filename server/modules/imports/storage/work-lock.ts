import { sql } from 'kysely'
import { type Db, one } from '../../../platform/database/database.ts'

/** Any fixed number: sheets are recorded one after the other, in whichever process. */
const oneAtATime = 715_026_004

/** Tries to take the turn for a run. Held by the transaction: gone the moment its process or connection dies. */
export async function isFree(trx: Db, id: string): Promise<boolean> {
  const { free } = await one(
    trx,
    sql<{ free: boolean }>`SELECT CASE WHEN pg_try_advisory_xact_lock(${oneAtATime}::bigint)
      THEN pg_try_advisory_xact_lock(hashtextextended(${id}, 0)) ELSE false END AS free`,
  )
  return free
}

/** Whether nobody works on the run; asked inside a transaction, which then holds the lock itself. */
export async function isAbandoned(trx: Db, id: string): Promise<boolean> {
  const { free } = await one(
    trx,
    sql<{ free: boolean }>`SELECT pg_try_advisory_xact_lock(hashtextextended(${id}, 0)) AS free`,
  )
  return free
}
