import { type RawBuilder, sql } from 'kysely'
import type { Role } from '../../../../contracts/accounts/words.ts'
import type { Context } from '../../../access/context.ts'
import { heldBy } from '../held-by.ts'

const offices: readonly Role[] = [
  'community-official',
  'street-official',
  'district-official',
  'city-official',
]

const uuids = (ids: readonly string[]) => sql`${[...ids]}::uuid[]`

/** The rows that an actor's own office, body or project has in hand, in a form that its indexes serve. */
export function inOwnHands(ctx: Pick<Context, 'actor'>): RawBuilder<boolean> {
  const { offices: at, projects, bodies } = heldBy(ctx)
  const parts = [
    ...(bodies.length > 0 ? [sql`r.handler_body_id = ANY(${uuids(bodies)})`] : []),
    ...(at.length > 0 ? [sql`r.handler_place_id = ANY(${uuids(at)})`] : []),
    ...(projects.length > 0
      ? [sql`(r.place_id = ANY(${uuids(projects)}) AND r.handler_body_id IS NOT NULL)`]
      : []),
  ]
  return parts.length > 0 ? sql<boolean>`(${sql.join(parts, sql` OR `)})` : sql<boolean>`false`
}

/** Asked besides whoever has it. */
export function besideOwnBody(ctx: Pick<Context, 'actor'>): RawBuilder<boolean> {
  const { projects, bodies } = heldBy(ctx)
  return sql<boolean>`r.co_body_id IS NOT NULL AND (r.co_body_id = ANY(${uuids(bodies)}) OR r.place_id = ANY(${uuids(projects)}))`
}

const wide: readonly Role[] = ['city-official', 'district-official', 'party-department', 'auditor']

/**
 * Of claims that lie in few places, the places first: nobody looks through a city's claims for those of a street. What
 * the asker may see the policy says besides.
 */
export function nearOwnPlaces({ actor }: Pick<Context, 'actor'>): RawBuilder<unknown> {
  if (actor.grants.some(({ role, bodyId }) => wide.includes(role) || bodyId !== null)) return sql``
  const places = actor.grants.flatMap(({ placeId }) => placeId ?? [])
  return sql`AND r.place_id = ANY(ARRAY(SELECT near.place_id FROM access.place_reach near WHERE near.ancestor_id = ANY(${uuids(places)})))`
}

const above: readonly Role[] = [...offices, 'party-department', 'auditor']

/** Whether the asker looks at the claim `r` from an office over its place, not as whoever works on it. */
export const isOverPlace = ({ actor }: Pick<Context, 'actor'>): RawBuilder<boolean> => {
  const places = actor.grants.flatMap(({ role, placeId }) =>
    placeId && above.includes(role) ? [placeId] : [],
  )
  return sql<boolean>`EXISTS (SELECT FROM access.place_reach upper WHERE upper.place_id = r.place_id AND upper.ancestor_id = ANY(${uuids(places)}))`
}
