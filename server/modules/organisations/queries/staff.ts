import { type RawBuilder, sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { listStaff } from '../../../../contracts/organisations/staff.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { compound } from '../policy.ts'
import { paged, within } from './paging.ts'

type Row = Answer<typeof listStaff>['rows'][number]

/** The latest count of each kind of post in compounds that the actor may see, by compound and kind. */
export const staffWhere = (ctx: Context, condition: RawBuilder<unknown>, limit: number) =>
  rows(
    ctx.db,
    sql<Row>`SELECT f.compound_id AS "compoundId", p.name AS "compoundName", f.post_kind AS kind, f.contracted, f.actual,
        f.as_of AS "asOf"
      FROM organisations.staffing f JOIN organisations.compound r ON r.place_id = f.compound_id
      JOIN organisations.place p ON p.id = f.compound_id
      WHERE NOT EXISTS (SELECT 1 FROM organisations.staffing later WHERE later.compound_id = f.compound_id
          AND later.post_kind = f.post_kind AND later.as_of > f.as_of)
        AND ${ctx.policy.filter(ctx.actor, 'organisations.see-compounds', compound)} AND ${condition}
      ORDER BY f.compound_id, f.post_kind ${limitTo(limit)}`,
  )

export async function staff(ctx: Context, query: Received<typeof listStaff>['query']) {
  const [afterCompound = '', afterKind = ''] = (query.after ?? '').split(' ')
  const found = await staffWhere(
    ctx,
    sql`true
      ${query.after ? sql`AND (f.compound_id, f.post_kind) > (${afterCompound}::uuid, ${afterKind})` : sql``}
      ${query.place ? sql`AND ${within('f.compound_id', query.place)}` : sql``}
      ${query.compound ? sql`AND f.compound_id = ${query.compound}::uuid` : sql``}
      ${query.short ? sql`AND (f.actual < f.contracted) = ${query.short === 'yes'}` : sql``}`,
    query.limit + 1,
  )
  return paged(found, query.limit, (row) => `${row.compoundId} ${row.kind}`)
}
