import { type RawBuilder, sql } from 'kysely'
import { type Db, one } from '../../../platform/database/database.ts'
import { refuse } from '../problems.ts'

/**
 * For what has no row yet.
 * @param filter the policy's, which knows no row here
 * @throws 403 where the role is held for a part of the city only
 */
export async function askWholeCity(db: Db, filter: RawBuilder<boolean>): Promise<void> {
  const { reached } = await one(db, sql<{ reached: boolean }>`SELECT ${filter} AS reached`)
  if (!reached) throw refuse('whole-city-only')
}
