import { sql } from 'kysely'
import { type Db, rows } from '../../../platform/database/database.ts'
import { type Filed, filedColumns } from './claims.ts'

/** Claims on which the sweep has something to do, those that have waited longest first. @param now ISO instant */
export const dueIds = async (db: Db, now: string, most: number): Promise<string[]> =>
  (
    await rows(
      db,
      sql<{
        id: string
      }>`SELECT id FROM petitions.claim WHERE next_at < ${now} ORDER BY next_at LIMIT ${most}`,
    )
  ).map(({ id }) => id)

/** Of these claims those that are still due, locked; another server's, or somebody's who is at work on one, are left alone. */
export const holdDue = (trx: Db, ids: readonly string[], now: string): Promise<Filed[]> =>
  rows(
    trx,
    sql<Filed>`SELECT ${filedColumns} FROM petitions.claim c JOIN organisations.published_place place ON place.id = c.place_id
      WHERE c.id = ANY(${ids}::uuid[]) AND c.next_at < ${now} FOR NO KEY UPDATE OF c SKIP LOCKED`,
  )

/** Every claim whose clock may run, locked, a page at a time. @param after the last page's last id */
export const holdOpen = (trx: Db, after: string | null, most: number): Promise<Filed[]> =>
  rows(
    trx,
    sql<Filed>`SELECT ${filedColumns} FROM petitions.claim c JOIN organisations.published_place place ON place.id = c.place_id
      WHERE (c.clock IS NOT NULL OR c.is_suspended) AND (${after}::uuid IS NULL OR c.id > ${after}::uuid)
      ORDER BY c.id LIMIT ${most} FOR NO KEY UPDATE OF c`,
  )

/** Sealed numbers of everybody who follows claims, by claim. */
export async function followersOfAll(db: Db, ids: readonly string[]): Promise<Map<string, string[]>> {
  const found = await rows(
    db,
    sql<{ claim_id: string; phone: string }>`SELECT claim_id, phone FROM petitions.follower
      WHERE claim_id = ANY(${ids}::uuid[]) ORDER BY claim_id, phone_mark`,
  )
  const phones = new Map<string, string[]>()
  for (const { claim_id, phone } of found) phones.set(claim_id, [...(phones.get(claim_id) ?? []), phone])
  return phones
}
