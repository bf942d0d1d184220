import { sql } from 'kysely'
import type { ClaimLevel } from '../../../../contracts/petitions/words.ts'
import type { Context } from '../../../access/context.ts'
import { maybe } from '../../../platform/database/database.ts'

type OfficeLevel = Exclude<ClaimLevel, 'project'>

const held: Partial<Record<string, OfficeLevel>> = {
  'community-official': 'community',
  'street-official': 'street',
  'district-official': 'district',
  'city-official': 'city',
}

/** The highest office that the actor holds over a place. */
export async function officeLevelOver(ctx: Context, placeId: string): Promise<OfficeLevel | undefined> {
  const offices = ctx.actor.grants.flatMap(({ role, placeId: at }) => {
    const level = held[role]
    return level && at ? [{ level, at }] : []
  })
  const found = await maybe(
    ctx.db,
    sql<{
      level: OfficeLevel
    }>`SELECT o.level FROM jsonb_to_recordset(${JSON.stringify(offices)}::jsonb) AS o (level text, at uuid)
      JOIN access.place_reach reach ON reach.ancestor_id = o.at AND reach.place_id = ${placeId}
      ORDER BY array_position(ARRAY['city', 'district', 'street', 'community'], o.level) LIMIT 1`,
  )
  return found?.level
}
