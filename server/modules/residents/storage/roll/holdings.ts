import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Db } from '../../../../platform/database/database.ts'

export interface NewHolding {
  dwellingId: string
  partyId: string
  share: string | null
  from: string
  reason: string
}

export async function insertOwnerships(db: Db, fresh: readonly NewHolding[]): Promise<void> {
  if (fresh.length === 0) return
  await sql`INSERT INTO residents.ownership (id, dwelling_id, party_id, share, valid_from, reason)
    SELECT id, "dwellingId", "partyId", share, "from", reason FROM jsonb_to_recordset(${JSON.stringify(fresh.map((one) => ({ ...one, id: uuid() })))}::jsonb)
      AS f (id uuid, "dwellingId" uuid, "partyId" uuid, share text, "from" date, reason text)`.execute(db)
}
