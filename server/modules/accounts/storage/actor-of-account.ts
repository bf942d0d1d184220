import { sql } from 'kysely'
import type { Role } from '../../../../contracts/accounts/words.ts'
import type { Actor, Grant } from '../../../access/actor.ts'
import { carriedGrant } from '../../../access/grants.ts'
import { type Db, maybe } from '../../../platform/database/database.ts'

interface Row {
  id: string
  displayName: string
  grants: Grant[] | null
}

/** Whoever an account stands for, with the grants of that day, for work without a session; undefined when it is unknown or closed. */
export async function actorOfAccount(
  db: Db,
  by: { id: string } | { account: string },
  today: string,
): Promise<Actor | undefined> {
  const row = await maybe(
    db,
    sql<Row>`SELECT a.id, a.display_name AS "displayName",
      (SELECT json_agg(${carriedGrant})
       FROM access.grant_of_role g WHERE g.actor_id = a.id
         AND g.valid_from <= ${today} AND (g.valid_to IS NULL OR g.valid_to > ${today})) AS grants
      FROM accounts.account a
      WHERE ${'id' in by ? sql`a.id = ${by.id}` : sql`a.account = ${by.account}`} AND a.closed_at IS NULL`,
  )
  return row && { id: row.id, displayName: row.displayName, today, grants: row.grants ?? [] }
}

/** The name of the oldest open account that holds the role on that day. */
export async function firstAccountWith(db: Db, role: Role, today: string): Promise<string | undefined> {
  const row = await maybe(
    db,
    sql<{ account: string }>`SELECT a.account FROM accounts.account a
      JOIN access.grant_of_role g ON g.actor_id = a.id AND g.role = ${role}
        AND g.valid_from <= ${today} AND (g.valid_to IS NULL OR g.valid_to > ${today})
      WHERE a.closed_at IS NULL ORDER BY a.created_at, a.id LIMIT 1`,
  )
  return row?.account
}
