import { sql } from 'kysely'
import type { Context } from '../../../../access/context.ts'
import { maybe } from '../../../../platform/database/database.ts'
import { refuse } from '../../../../platform/problems/platform-problems.ts'
import { appeal } from '../../policy.ts'
import { candidatesOf } from '../../storage/appeals/appeals.ts'

/** Who may handle an appeal, those with the fewest first. @throws 404 when it is not the asker's to assign */
export async function candidates(ctx: Context, id: string) {
  const found = await maybe(
    ctx.db,
    sql`SELECT 1 FROM publicity.appeal r WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, 'publicity.assign-appeals', appeal)}`,
  )
  if (!found) throw refuse('not-found')
  return { candidates: await candidatesOf(ctx.db, id, ctx.clock.today()) }
}
