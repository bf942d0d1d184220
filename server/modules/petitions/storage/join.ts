import { sql } from 'kysely'
import { type Db, maybe, one } from '../../../platform/database/database.ts'

/** The claim of a number, as somebody who wants to join it finds it; a joined claim stands for its lead. */
export const joinTarget = (db: Db, number: string): Promise<{ id: string; number: string } | undefined> =>
  maybe(
    db,
    sql<{ id: string; number: string }>`SELECT lead.id, lead.number FROM petitions.claim c
      JOIN petitions.claim lead ON lead.id = coalesce(c.lead_id, c.id) WHERE c.number = ${number}`,
  )

/** @param phone sealed @returns whether it was not there before, and how many follow now */
export async function addFollower(
  trx: Db,
  claimId: string,
  { phone, mark, at }: { phone: string; mark: string; at: string },
): Promise<{ isNew: boolean; count: number }> {
  const added = await maybe(
    trx,
    sql`INSERT INTO petitions.follower (claim_id, phone, phone_mark, at) VALUES (${claimId}, ${phone}, ${mark}, ${at})
      ON CONFLICT DO NOTHING RETURNING 1 AS one`,
  )
  const { count } = await one(
    trx,
    sql<{ count: number }>`SELECT count(*)::int AS count FROM petitions.follower WHERE claim_id = ${claimId}`,
  )
  return { isNew: added !== undefined, count }
}
