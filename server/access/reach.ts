import { type RawBuilder, sql } from 'kysely'
import type { Scope } from './resource.ts'

/** The row's place lies in, or is, a place where the role is held. */
export const inJurisdiction =
  (column: string) =>
  (scope: Scope): RawBuilder<boolean> =>
    sql<boolean>`${sql.ref(column)} IN (SELECT reach.place_id FROM access.place_reach reach WHERE reach.ancestor_id = ANY(${scope.places}::uuid[]))`

/** The row belongs to a body for which the role is held. */
export const ofOwnBody =
  (column: string) =>
  (scope: Scope): RawBuilder<boolean> =>
    sql<boolean>`${sql.ref(column)} = ANY(${scope.bodies}::uuid[])`

/** The row is the actor's own. */
export const ofActor =
  (column: string) =>
  (scope: Scope): RawBuilder<boolean> =>
    sql<boolean>`${sql.ref(column)} = ${scope.actorId}::uuid`

/** The role is held at the root of the tree: for rows that belong to no place. */
export const overWholeCity = (scope: Scope): RawBuilder<boolean> =>
  sql<boolean>`EXISTS (SELECT FROM access.place_reach held WHERE held.place_id = ANY(${scope.places}::uuid[]) AND held.depth = 0
    AND NOT EXISTS (SELECT FROM access.place_reach upper WHERE upper.place_id = held.place_id AND upper.depth > 0))`

/** Every row: for rights that no place or body bounds. */
export const everywhere = (): RawBuilder<boolean> => sql<boolean>`true`
