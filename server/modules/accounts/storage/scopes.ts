import { sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { maybe } from '../../../platform/database/database.ts'
import { refuse } from '../problems.ts'
import { checkScope, checkSeparation } from '../rules/separated-administrators.ts'
import { grantsOf, type NewGrant } from './accounts.ts'

/**
 * An administrator grants only inside the places where the administration itself is held.
 * @throws when a scope is missing, lies elsewhere, or the roles may not stand together
 */
export async function checkGrants(ctx: Context, fresh: NewGrant[], accountId?: string): Promise<void> {
  const held = accountId ? await grantsOf(ctx.db, accountId, ctx.clock.today()) : []
  checkSeparation([...held, ...fresh].map((grant) => grant.role))
  const places = ctx.actor.grants.flatMap((g) => (g.role === 'authorisation-admin' && g.placeId ? [g.placeId] : []))
  for (const grant of fresh) {
    checkScope(grant)
    const reached = await maybe(
      ctx.db,
      sql`SELECT 1 FROM access.place_reach reach WHERE reach.ancestor_id = ANY(${places}::uuid[]) AND reach.place_id =
        coalesce(${grant.placeId ?? null}::uuid, (SELECT place_id FROM organisations.published_body WHERE id = ${grant.bodyId ?? null}::uuid))`,
    )
    if (!reached) throw refuse('scope-elsewhere', {}, { field: grant.placeId ? 'placeId' : 'bodyId' })
  }
}
