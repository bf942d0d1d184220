import { type RawBuilder, sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { listCoverage } from '../../../../contracts/party-organisations/staff.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { paged, within } from '../../organisations/index.ts'
import { coverage } from '../policy.ts'

type Row = Answer<typeof listCoverage>['rows'][number]

/** Coverage that the actor may see and that meets a condition, the newest first; instructors masked. */
export const coverageWhere = (ctx: Context, condition: RawBuilder<unknown>, limit: number) =>
  rows(
    ctx.db,
    sql<Row>`SELECT r.id, r.how, r.body_id AS "bodyId", b.name AS "bodyName", r.compound_id AS "compoundId",
        p.name AS "compoundName", r.organisation_id AS "organisationId", o.name AS "organisationName",
        person.name_mask AS "instructorMask", r.valid_from AS "from", r.valid_to - 1 AS "to", r.version,
        ${ctx.policy.can(ctx.actor, coverage, ['party-organisations.end-coverage'])} AS can
      FROM party_organisations.coverage r LEFT JOIN organisations.published_body b ON b.id = r.body_id
      LEFT JOIN organisations.published_place p ON p.id = r.compound_id
      LEFT JOIN party_organisations.organisation o ON o.id = r.organisation_id
      LEFT JOIN organisations.published_person person ON person.id = r.instructor_id
      WHERE ${ctx.policy.filter(ctx.actor, 'party-organisations.see', coverage)} AND ${condition}
      ORDER BY r.id DESC ${limitTo(limit)}`,
  )

export async function coverageList(ctx: Context, query: Received<typeof listCoverage>['query']) {
  const found = await coverageWhere(
    ctx,
    sql`true
      ${query.after ? sql`AND r.id < ${query.after}::uuid` : sql``}
      ${query.place ? sql`AND ${within('r.place_id', query.place)}` : sql``}
      ${query.body ? sql`AND r.body_id = ${query.body}::uuid` : sql``}
      ${query.compound ? sql`AND r.place_id = ${query.compound}::uuid` : sql``}
      ${query.organisation ? sql`AND r.organisation_id = ${query.organisation}::uuid` : sql``}
      ${query.how ? sql`AND r.how = ${query.how}` : sql``}
      ${query.past === 'no' ? sql`AND (r.valid_to IS NULL OR r.valid_to > ${ctx.clock.today()}::date)` : sql``}`,
    query.limit + 1,
  )
  return paged(found, query.limit, (row) => row.id)
}
