import { type RawBuilder, sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type {
  getPartyOrganisation,
  listPartyOrganisations,
} from '../../../../contracts/party-organisations/staff.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { containing, holdsOn, paged, timelineOf, within } from '../../organisations/index.ts'
import { organisation } from '../policy.ts'
import { coverageWhere } from './coverage.ts'

type Row = Answer<typeof listPartyOrganisations>['rows'][number]

const select = (
  ctx: Context,
): RawBuilder<unknown> => sql`SELECT r.id, r.name, r.form, r.place_id AS "placeId",
    p.name AS "placeName", r.host_id AS "hostId", b.name AS "hostName", r.project_id AS "projectId", project.name AS "projectName",
    r.formal_members AS "formalMembers", r.founded_on AS "foundedOn", r.ended_on - 1 AS "to",
    (SELECT count(*) FROM party_organisations.coverage c WHERE c.organisation_id = r.id AND ${holdsOn('c', ctx.clock.today())}) AS covers,
    r.version, ${ctx.policy.can(ctx.actor, organisation, ['party-organisations.edit-organisation'])} AS can
  FROM party_organisations.organisation r JOIN organisations.published_place p ON p.id = r.place_id
  LEFT JOIN organisations.published_body b ON b.id = r.host_id
  LEFT JOIN organisations.published_place project ON project.id = r.project_id
  WHERE ${ctx.policy.filter(ctx.actor, 'party-organisations.see', organisation)}`

/** A page of Party organisations that the actor may see, the newest record first. */
export async function organisations(ctx: Context, query: Received<typeof listPartyOrganisations>['query']) {
  const like = query.text ? containing(query.text) : null
  const found = await rows(
    ctx.db,
    sql<Row>`${select(ctx)}
      ${query.after ? sql`AND r.id < ${query.after}::uuid` : sql``}
      ${query.place ? sql`AND ${within('r.place_id', query.place)}` : sql``}
      ${query.host ? sql`AND r.host_id = ${query.host}::uuid` : sql``}
      ${query.form ? sql`AND r.form = ${query.form}` : sql``}
      ${query.past === 'no' ? sql`AND (r.ended_on IS NULL OR r.ended_on > ${ctx.clock.today()}::date)` : sql``}
      ${like ? sql`AND (lower(r.name) LIKE ${like} OR r.pinyin LIKE ${like} OR r.initials LIKE ${like})` : sql``}
      ORDER BY r.id DESC ${limitTo(query.limit + 1)}`,
  )
  return paged(found, query.limit, (row) => row.id)
}

/** @throws 404 when absent or out of sight */
export async function organisationById(
  ctx: Context,
  id: string,
): Promise<Answer<typeof getPartyOrganisation>> {
  const found = await maybe(ctx.db, sql<Row>`${select(ctx)} AND r.id = ${id}::uuid`)
  if (!found) throw refuse('not-found')
  return {
    ...found,
    coverage: await coverageWhere(ctx, sql`r.organisation_id = ${id}::uuid`, 200),
    timeline: await timelineOf(ctx, id, [organisation.name, 'sheet.party-organisations']),
  }
}
