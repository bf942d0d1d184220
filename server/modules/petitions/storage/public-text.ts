import { sql } from 'kysely'
import { type Db, maybe } from '../../../platform/database/database.ts'

/** @returns false where the reporter has not agreed to any words */
export const keepPublicText = async (db: Db, claimId: string, text: string | null): Promise<boolean> =>
  (await maybe(
    db,
    sql`UPDATE petitions.claim SET public_text = ${text} WHERE id = ${claimId} AND (agrees_to_publish OR ${text}::text IS NULL)
      RETURNING id`,
  )) !== undefined
