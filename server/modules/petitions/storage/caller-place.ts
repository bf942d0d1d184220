import { sql } from 'kysely'
import { type Db, maybe } from '../../../platform/database/database.ts'

/** The nearest of the offices that lies over the place; null where none does. */
export const callerPlace = async (
  db: Db,
  placeId: string,
  offices: readonly string[],
): Promise<string | null> =>
  (
    await maybe(
      db,
      sql<{ id: string }>`SELECT reach.ancestor_id AS id FROM access.place_reach reach
        WHERE reach.place_id = ${placeId} AND reach.ancestor_id = ANY(${[...offices]}::uuid[]) ORDER BY reach.depth LIMIT 1`,
    )
  )?.id ?? null
