import { sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { one } from '../../../platform/database/database.ts'
import { entry } from '../policy.ts'
import { refuse } from '../problems.ts'

/** An empty list would say that nothing ever happened. @throws 403 where the role is held for a part of the city only */
export async function askWholeCity(ctx: Context, verb: string): Promise<void> {
  const { reached } = await one(
    ctx.db,
    sql<{ reached: boolean }>`SELECT ${ctx.policy.filter(ctx.actor, verb, entry)} AS reached`,
  )
  if (!reached) throw refuse('whole-city-only')
}
