import { sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { one } from '../../../platform/database/database.ts'
import { manage, subscription } from '../policy.ts'
import { refuse } from '../problems.ts'

/** For what has no row yet. @throws 403 where the role is held for a part of the city only */
export async function askWholeCity({ db, policy, actor }: Context): Promise<void> {
  const { reached } = await one(
    db,
    sql<{ reached: boolean }>`SELECT ${policy.filter(actor, manage, subscription)} AS reached`,
  )
  if (!reached) throw refuse('whole-city-only')
}
