import { sql } from 'kysely'
import type { TieKind } from '../../../../contracts/grading/words.ts'
import { type Db, rows } from '../../../platform/database/database.ts'

export interface GivenTie {
  kind: TieKind
  placeId: string | null
  bodyId: string | null
}

/** Which of the given ties name a compound or a body on record, by their place in the list. */
export async function knownTies(db: Db, ties: readonly GivenTie[]): Promise<Set<number>> {
  const found = await rows(
    db,
    sql<{
      n: number
    }>`SELECT f.n::integer AS n FROM json_to_recordset(${JSON.stringify(ties.map((tie, n) => ({ n, ...tie })))}::json)
        AS f (n integer, "placeId" uuid, "bodyId" uuid)
      WHERE (f."placeId" IS NULL) <> (f."bodyId" IS NULL)
        AND (EXISTS (SELECT FROM organisations.published_place p WHERE p.id = f."placeId" AND p.kind = 'compound')
          OR EXISTS (SELECT FROM organisations.published_body b WHERE b.id = f."bodyId"))`,
  )
  return new Set(found.map(({ n }) => n))
}

/** From now on these hold and no others. */
export async function replaceTies(
  db: Db,
  accountId: string,
  ties: readonly (GivenTie & { id: string })[],
  at: string,
): Promise<void> {
  const json = JSON.stringify(ties)
  const given = sql`json_to_recordset(${json}::json) AS f (id uuid, kind text, "placeId" uuid, "bodyId" uuid)`
  const same = sql`tie.kind = f.kind AND tie.place_id IS NOT DISTINCT FROM f."placeId" AND tie.body_id IS NOT DISTINCT FROM f."bodyId"`
  await sql`UPDATE grading.tie tie SET ended_at = ${at} WHERE account_id = ${accountId} AND ended_at IS NULL
    AND NOT EXISTS (SELECT FROM ${given} WHERE ${same})`.execute(db)
  await sql`INSERT INTO grading.tie (id, account_id, kind, place_id, body_id, declared_at)
    SELECT DISTINCT ON (f.kind, f."placeId", f."bodyId") f.id, ${accountId}::uuid, f.kind, f."placeId", f."bodyId", ${at}::timestamptz FROM ${given}
    WHERE NOT EXISTS (SELECT FROM grading.tie tie WHERE tie.account_id = ${accountId} AND tie.ended_at IS NULL AND ${same})`.execute(
    db,
  )
  await sql`INSERT INTO grading.tie_declaration (account_id, declared_at) VALUES (${accountId}, ${at})
    ON CONFLICT (account_id) DO UPDATE SET declared_at = excluded.declared_at`.execute(db)
}
