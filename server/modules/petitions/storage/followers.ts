import { sql } from 'kysely'
import { type Db, rows } from '../../../platform/database/database.ts'

/** Sealed numbers of everybody who follows a claim. */
export const followersOf = async (db: Db, claimId: string): Promise<string[]> =>
  (
    await rows(
      db,
      sql<{
        phone: string
      }>`SELECT phone FROM petitions.follower WHERE claim_id = ${claimId} ORDER BY phone_mark`,
    )
  ).map(({ phone }) => phone)

/**
 * Joined to a lead claim: its reporter and followers follow the lead from now on, each once.
 * @returns how many follow the lead now
 */
export async function carryFollowers(db: Db, from: string, to: string, at: string): Promise<number> {
  await sql`INSERT INTO petitions.follower (claim_id, phone, phone_mark, at)
    SELECT ${to}, phone, phone_mark, ${at} FROM (
      SELECT reporter_phone AS phone, reporter_phone_mark AS phone_mark FROM petitions.claim
        WHERE id = ${from} AND reporter_phone IS NOT NULL AND reporter_phone_mark IS NOT NULL
      UNION ALL SELECT phone, phone_mark FROM petitions.follower WHERE claim_id = ${from}) one
    WHERE phone_mark IS DISTINCT FROM (SELECT reporter_phone_mark FROM petitions.claim WHERE id = ${to})
    ON CONFLICT DO NOTHING`.execute(db)
  await sql`UPDATE petitions.claim SET lead_id = ${to} WHERE id = ${from} OR lead_id = ${from}`.execute(db)
  const [count] = await rows(
    db,
    sql<{
      count: number
    }>`SELECT count(*)::integer AS count FROM petitions.follower WHERE claim_id = ${to}`,
  )
  return count?.count ?? 0
}
