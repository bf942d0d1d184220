import { type RawBuilder, sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { listContracts } from '../../../../contracts/organisations/staff.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { contract } from '../policy.ts'
import { paged, within } from './paging.ts'

type Row = Answer<typeof listContracts>['rows'][number]

const stateOf = (today: string) => sql`CASE WHEN r.valid_from > ${today}::date THEN 'coming'
  WHEN r.valid_to <= ${today}::date THEN 'over' ELSE 'running' END`

/** Contracts that the actor may see and that meet a condition, the newest first. */
export const contractsWhere = (ctx: Context, condition: RawBuilder<unknown>, limit: number) =>
  rows(
    ctx.db,
    sql<Row>`SELECT r.id, r.number, r.provider_id AS "providerId", b.name AS "providerName", r.compound_id AS "compoundId",
        p.name AS "compoundName", p.code AS "compoundCode", r.valid_from AS "from", r.valid_to - 1 AS "to",
        ${stateOf(ctx.clock.today())} AS state, r.version,
        ${ctx.policy.can(ctx.actor, contract, ['organisations.end-contract'])} AS can
      FROM organisations.service_contract r JOIN organisations.body b ON b.id = r.provider_id
      JOIN organisations.place p ON p.id = r.compound_id
      WHERE ${ctx.policy.filter(ctx.actor, 'organisations.see-contracts', contract)} AND ${condition}
      ORDER BY r.id DESC ${limitTo(limit)}`,
  )

export async function contracts(ctx: Context, query: Received<typeof listContracts>['query']) {
  const found = await contractsWhere(
    ctx,
    sql`true
      ${query.after ? sql`AND r.id < ${query.after}::uuid` : sql``}
      ${query.place ? sql`AND ${within('r.compound_id', query.place)}` : sql``}
      ${query.compound ? sql`AND r.compound_id = ${query.compound}::uuid` : sql``}
      ${query.provider ? sql`AND r.provider_id = ${query.provider}::uuid` : sql``}
      ${query.state ? sql`AND ${stateOf(ctx.clock.today())} = ${query.state}` : sql``}`,
    query.limit + 1,
  )
  return paged(found, query.limit, (row) => row.id)
}
