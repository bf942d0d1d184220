import { sql } from 'kysely'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getCompoundPage } from '../../../../contracts/organisations/staff.ts'
import type { Context } from '../../../access/context.ts'
import { compound, place } from '../policy.ts'
import { committeesWhere } from './committees.ts'
import { compoundById } from './compounds.ts'
import { contractsWhere } from './contracts.ts'
import { postsToday } from './posts.ts'
import { staffWhere } from './staff.ts'
import { timelineOf } from './timeline.ts'

/** A compound with all that is on record of it. @throws 404 when absent or out of sight */
export async function compoundPage(ctx: Context, id: string): Promise<Answer<typeof getCompoundPage>> {
  return {
    profile: await compoundById(ctx, id),
    contracts: await contractsWhere(ctx, sql`r.compound_id = ${id}::uuid`, 100),
    committees: await committeesWhere(ctx, sql`c.compound_id = ${id}::uuid`, 100),
    posts: await postsToday(ctx, sql`r.place_id = ${id}::uuid`),
    staff: await staffWhere(ctx, sql`f.compound_id = ${id}::uuid`, 100),
    timeline: await timelineOf(ctx, id, [compound.name, place.name, 'sheet.compounds', 'sheet.staff']),
  }
}
