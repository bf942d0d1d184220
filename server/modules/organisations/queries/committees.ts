import { type RawBuilder, sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { listCommittees } from '../../../../contracts/organisations/staff.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { compound } from '../policy.ts'
import { paged, within } from './paging.ts'

type Row = Answer<typeof listCommittees>['rows'][number]

const committeeColumns = sql`b.id, c.compound_id AS "compoundId", p.name AS "compoundName", p.code AS "compoundCode",
  b.kind, b.name, c.seats, c.elected_on AS "electedOn", c.filed_on AS "filedOn", c.renewal,
  c.term_ends_on AS "termEndsOn", b.valid_to - 1 AS "to"`

/** Committees of compounds that the actor may see, the newest record first. */
export const committeesWhere = (ctx: Context, condition: RawBuilder<unknown>, limit: number) =>
  rows(
    ctx.db,
    sql<Row>`SELECT ${committeeColumns} FROM organisations.committee c JOIN organisations.body b ON b.id = c.body_id
      JOIN organisations.compound r ON r.place_id = c.compound_id JOIN organisations.place p ON p.id = c.compound_id
      WHERE ${ctx.policy.filter(ctx.actor, 'organisations.see-compounds', compound)} AND ${condition}
      ORDER BY b.id DESC ${limitTo(limit)}`,
  )

/** A committee's own particulars, for whoever may already see the body. */
export const committeeOfBody = (ctx: Context, bodyId: string) =>
  rows(
    ctx.db,
    sql<Row>`SELECT ${committeeColumns} FROM organisations.committee c JOIN organisations.body b ON b.id = c.body_id
      JOIN organisations.place p ON p.id = c.compound_id WHERE c.body_id = ${bodyId}::uuid`,
  )

export async function committees(ctx: Context, query: Received<typeof listCommittees>['query']) {
  const found = await committeesWhere(
    ctx,
    sql`true
      ${query.after ? sql`AND b.id < ${query.after}::uuid` : sql``}
      ${query.place ? sql`AND ${within('c.compound_id', query.place)}` : sql``}
      ${query.compound ? sql`AND c.compound_id = ${query.compound}::uuid` : sql``}
      ${query.kind ? sql`AND b.kind = ${query.kind}` : sql``}
      ${query.past === 'no' ? sql`AND (b.valid_to IS NULL OR b.valid_to > ${ctx.clock.today()}::date)` : sql``}`,
    query.limit + 1,
  )
  return paged(found, query.limit, (row) => row.id)
}
