import { sql } from 'kysely'
import type { Telling } from '../../../access/tell.ts'
import { type Db, rows } from '../../../platform/database/database.ts'

export interface Heard {
  /** Which of the tellings. */
  n: number
  accountId: string
}

/**
 * Whom tellings are for, by the roles held on that day: each open account once for each telling, in one statement.
 * Accounts that are closed hear nothing.
 */
export async function whoHears(db: Db, tellings: readonly Telling[], today: string): Promise<Heard[]> {
  const asked = tellings.flatMap(({ to }, n) => to.map((audience) => ({ n, ...audience })))
  if (asked.length === 0) return []
  return await rows(
    db,
    sql<Heard>`WITH asked AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        AS a (n integer, "accountId" uuid, "bodyId" uuid, "placeId" uuid, roles text[], reach text)),
    heard AS (
      SELECT n, "accountId" AS id FROM asked WHERE "accountId" IS NOT NULL
      UNION
      SELECT a.n, g.actor_id FROM asked a JOIN access.grant_of_role g ON g.body_id = a."bodyId"
      WHERE (a.roles IS NULL OR g.role = ANY (a.roles)) AND ${holds(today)}
      UNION
      SELECT a.n, g.actor_id FROM asked a
      JOIN access.place_reach reach ON CASE a.reach
        WHEN 'above' THEN reach.place_id = a."placeId"
        WHEN 'below' THEN reach.ancestor_id = a."placeId"
        ELSE reach.place_id = a."placeId" AND reach.ancestor_id = a."placeId" END
      JOIN access.grant_of_role g ON g.role = ANY (a.roles)
        AND g.place_id = CASE a.reach WHEN 'below' THEN reach.place_id ELSE reach.ancestor_id END
      WHERE a."placeId" IS NOT NULL AND ${holds(today)})
    SELECT heard.n, heard.id AS "accountId" FROM heard
    JOIN accounts.published_account account ON account.id = heard.id AND account.closed_at IS NULL
    ORDER BY 1, 2`,
  )
}

const holds = (today: string) =>
  sql`g.valid_from <= ${today}::date AND (g.valid_to IS NULL OR g.valid_to > ${today}::date)`
