import { sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { maybe } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { place } from '../policy.ts'

/** The compound that a poster is printed for. @throws 404 where it is not there any more, or not within the asker's reach */
export async function posterPlace(ctx: Context, id: string): Promise<{ name: string; code: string }> {
  const found = await maybe(
    ctx.db,
    sql<{ name: string; code: string }>`SELECT r.name, r.code FROM organisations.published_place r
      WHERE r.id = ${id} AND r.kind IN ('compound', 'community') AND r.ended_on IS NULL
        AND ${ctx.policy.filter(ctx.actor, 'petitions.print-poster', place)}`,
  )
  if (!found) throw refuse('not-found')
  return found
}
