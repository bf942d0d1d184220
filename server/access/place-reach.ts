import { sql } from 'kysely'
import type { Db } from '../platform/database/database.ts'

/** Hangs new places under their parents: each is reached by itself and by all that reach its parent. Set-based. */
export async function hangPlaces(db: Db, places: { id: string; parentId: string | null }[]): Promise<void> {
  const ids = places.map((p) => p.id)
  const parents = places.map((p) => p.parentId)
  await sql`INSERT INTO access.place_reach (ancestor_id, place_id, depth)
    WITH fresh AS (SELECT * FROM unnest(${ids}::uuid[], ${parents}::uuid[]) AS f (id, parent_id))
    SELECT id, id, 0 FROM fresh
    UNION ALL
    SELECT above.ancestor_id, fresh.id, above.depth + 1
    FROM fresh JOIN access.place_reach above ON above.place_id = fresh.parent_id
    ON CONFLICT DO NOTHING`.execute(db)
}

/** Moves a place with its whole subtree under another parent. */
export async function movePlace(db: Db, id: string, parentId: string): Promise<void> {
  await sql`DELETE FROM access.place_reach link USING access.place_reach below, access.place_reach above
    WHERE below.ancestor_id = ${id} AND above.place_id = ${id} AND above.depth > 0
      AND link.place_id = below.place_id AND link.ancestor_id = above.ancestor_id`.execute(db)
  await sql`INSERT INTO access.place_reach (ancestor_id, place_id, depth)
    SELECT above.ancestor_id, below.place_id, above.depth + below.depth + 1
    FROM access.place_reach above, access.place_reach below
    WHERE above.place_id = ${parentId} AND below.ancestor_id = ${id}`.execute(db)
}
