import { sql } from 'kysely'
import { type Db, one } from '../../../platform/database/database.ts'

/** Whether a photo or paper hangs on the claim under the name that those of handlers have. */
export const hasProof = async (db: Db, resource: string, claimId: string): Promise<boolean> =>
  (
    await one(
      db,
      sql<{ has: boolean }>`SELECT EXISTS (SELECT FROM documents.published_attachment
        WHERE resource = ${resource} AND record_id = ${claimId}::text) AS has`,
    )
  ).has
