import { sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { subject } from '../policy.ts'

export interface NamedSubject {
  id: string
  name: string
  code: string
  districtName: string
}

/** The subjects of a round whose scores the actor may see, by id. */
export async function namedInSight(
  ctx: Context,
  roundId: string,
): Promise<ReadonlyMap<string, NamedSubject>> {
  const found = await rows(
    ctx.db,
    sql<NamedSubject>`SELECT r.id, r.name, r.code, r.district_name AS "districtName" FROM evaluation.subject r
      WHERE r.round_id = ${roundId} AND r.listed AND ${ctx.policy.filter(ctx.actor, 'evaluation.see-scores', subject)}`,
  )
  return new Map(found.map((one) => [one.id, one]))
}
