import { type RawBuilder, sql } from 'kysely'
import type { Scope } from './resource.ts'

/**
 * The row's place lies in, or is, a place where the role is held. Asked as EXISTS: for a page of rows that is one
 * look-up each, where IN would gather every place first; and not at all of whoever holds the role at the root.
 */
export const inJurisdiction =
  (column: string) =>
  (scope: Scope): RawBuilder<boolean> =>
    scope.overAllPlaces
      ? sql<boolean>`${sql.ref(column)} IS NOT NULL`
      : sql<boolean>`EXISTS (SELECT FROM access.place_reach reach
          WHERE reach.place_id = ${sql.ref(column)} AND reach.ancestor_id = ANY(${scope.places}::uuid[]))`

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

/** The row carries the fingerprint of the phone number that the asker has proved; never unknown, which `can` could not show. */
export const ofOwnPhone =
  (column: string) =>
  (scope: Scope): RawBuilder<boolean> =>
    scope.phoneMark
      ? sql<boolean>`(${sql.ref(column)} IS NOT NULL AND ${sql.ref(column)} = ${scope.phoneMark}::text)`
      : sql<boolean>`false`

/** The role is held at the root of the tree: for rows that belong to no place. */
export const overWholeCity = (scope: Scope): RawBuilder<boolean> =>
  sql<boolean>`EXISTS (SELECT FROM access.place_reach held WHERE held.place_id = ANY(${scope.places}::uuid[]) AND held.depth = 0
    AND NOT EXISTS (SELECT FROM access.place_reach upper WHERE upper.place_id = held.place_id AND upper.depth > 0))`

/** Every row: for rights that no place or body bounds. */
export const everywhere = (): RawBuilder<boolean> => sql<boolean>`true`
