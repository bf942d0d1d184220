import { sql } from 'kysely'
import { type Db, one } from '../../../platform/database/database.ts'

/** Compounds of the round's place said to be in an enterprise's care, for which no contract runs at the period's end or today. */
export async function withoutContract(
  db: Db,
  round: { placeId: string; to: string },
  today: string,
): Promise<number> {
  const on = round.to < today ? round.to : today
  const found = await one(
    db,
    sql<{ n: number }>`SELECT count(*)::integer AS n FROM organisations.published_compound c
      JOIN organisations.published_place p ON p.id = c.place_id AND (p.ended_on IS NULL OR p.ended_on > ${on})
      JOIN access.place_reach reach ON reach.place_id = p.id AND reach.ancestor_id = ${round.placeId}
      WHERE c.management_mode = 'enterprise' AND c.type <> 'other'
        AND NOT EXISTS (SELECT FROM organisations.published_service_contract s WHERE s.compound_id = c.place_id
          AND s.valid_from <= ${on} AND (s.valid_to IS NULL OR s.valid_to > ${on}))`,
  )
  return found.n
}
