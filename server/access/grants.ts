import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Role } from '../../contracts/accounts/words.ts'
import { type Db, rows } from '../platform/database/database.ts'
import type { Grant } from './actor.ts'

/** A grant as an actor carries it, in json, over the alias `g` of access.grant_of_role. */
export const carriedGrant = sql`json_build_object('id', g.id, 'role', g.role, 'placeId', g.place_id, 'bodyId', g.body_id,
  'atRoot', EXISTS (SELECT FROM access.place_reach own WHERE own.place_id = g.place_id AND own.ancestor_id = g.place_id)
    AND NOT EXISTS (SELECT FROM access.place_reach upper WHERE upper.place_id = g.place_id AND upper.depth > 0))`

export interface NewGrant {
  role: Role
  placeId?: string | null | undefined
  bodyId?: string | null | undefined
}

/** Somebody or something that may act from now on. */
export async function addActors(db: Db, ids: readonly string[]): Promise<void> {
  await sql`INSERT INTO access.actor (id) SELECT unnest(${ids}::uuid[])`.execute(db)
}

/** @param closedAt ISO instant, or null to open it again */
export async function closeActor(db: Db, id: string, closedAt: string | null): Promise<void> {
  await sql`UPDATE access.actor SET closed_at = ${closedAt} WHERE id = ${id}`.execute(db)
}

/** Grants to one actor from a day on. @returns the ids of the grants */
export async function insertGrants(
  db: Db,
  actorId: string,
  grants: readonly NewGrant[],
  by: string | null,
  from: string,
): Promise<string[]> {
  return await insertGrantsOf(
    db,
    grants.map((grant) => ({ actorId, ...grant })),
    by,
    from,
  )
}

/** Grants to many actors, in one statement. @returns the ids of the grants, in order */
export async function insertGrantsOf(
  db: Db,
  grants: readonly (NewGrant & { actorId: string })[],
  by: string | null,
  from: string,
): Promise<string[]> {
  const made = grants.map(({ actorId, role, placeId = null, bodyId = null }) => ({
    id: uuid(),
    actorId,
    role,
    placeId,
    bodyId,
  }))
  await sql`INSERT INTO access.grant_of_role (id, actor_id, role, place_id, body_id, valid_from, granted_by)
    SELECT id, "actorId", role, "placeId", "bodyId", ${from}::date, ${by}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS f (id uuid, "actorId" uuid, role text, "placeId" uuid, "bodyId" uuid)`.execute(
    db,
  )
  return made.map((grant) => grant.id)
}

/** The grants of an actor that hold on a day or begin after it. */
export const grantsOf = (db: Db, actorId: string, on: string): Promise<Grant[]> =>
  rows(
    db,
    sql<Grant>`SELECT id, role, place_id AS "placeId", body_id AS "bodyId" FROM access.grant_of_role
      WHERE actor_id = ${actorId} AND (valid_to IS NULL OR valid_to > ${on}) ORDER BY id`,
  )

/** The same for many actors, in one statement. */
export async function grantsOfMany(
  db: Db,
  actorIds: readonly string[],
  on: string,
): Promise<Map<string, Grant[]>> {
  const found = await rows(
    db,
    sql<
      Grant & { actorId: string }
    >`SELECT actor_id AS "actorId", id, role, place_id AS "placeId", body_id AS "bodyId"
      FROM access.grant_of_role WHERE actor_id = ANY(${actorIds}::uuid[]) AND (valid_to IS NULL OR valid_to > ${on}) ORDER BY id`,
  )
  return Map.groupBy(found, (grant) => grant.actorId)
}

/**
 * A grant ends on a day, or earlier where its end was set already; it is never deleted, so that the trail can say who
 * could do what when.
 */
export async function endGrants(db: Db, ids: readonly string[], on: string): Promise<void> {
  await sql`UPDATE access.grant_of_role SET valid_to = greatest(valid_from, least(valid_to, ${on}::date)) WHERE id = ANY(${ids}::uuid[])`.execute(
    db,
  )
}
