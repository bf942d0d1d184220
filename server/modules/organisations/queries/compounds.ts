import { type RawBuilder, sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { getCompound, listCompounds } from '../../../../contracts/organisations/staff.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { compound } from '../policy.ts'

type Row = Answer<typeof listCompounds>['rows'][number]
type Record_ = Answer<typeof getCompound>

/** Columns of a compound's row over `r` (compound), `p` (its place) and the three places above. */
const columns = (
  ctx: Context,
): RawBuilder<unknown> => sql`p.id, p.code, p.name, community.id AS "communityId",
  community.name AS "communityName", street.name AS "streetName", district.name AS "districtName",
  r.type, r.management_mode AS "managementMode", r.households, r.buildings, r.area_centi AS "areaCenti", r.enclosure,
  (SELECT b.name FROM organisations.service_contract s JOIN organisations.body b ON b.id = s.provider_id
    WHERE s.compound_id = p.id AND s.valid_from <= ${ctx.clock.today()} AND (s.valid_to IS NULL OR s.valid_to > ${ctx.clock.today()})
    ORDER BY s.valid_from DESC LIMIT 1) AS "providerName",
  ${ctx.policy.can(ctx.actor, compound, ['organisations.edit-compound', 'organisations.record-staffing'])} AS can`

const from = sql`organisations.compound r
  JOIN organisations.place p ON p.id = r.place_id
  JOIN organisations.place community ON community.id = p.parent_id
  JOIN organisations.place street ON street.id = community.parent_id
  JOIN organisations.place district ON district.id = street.parent_id`

/** A page of compounds that the actor may see, by code. */
export async function compounds(ctx: Context, query: Received<typeof listCompounds>['query']) {
  const like = query.text ? `%${query.text.toLowerCase().replace(/[%_\\]/g, '\\$&')}%` : null
  const found = await rows(
    ctx.db,
    sql<Row>`SELECT ${columns(ctx)} FROM ${from}
      WHERE p.ended_on IS NULL AND ${ctx.policy.filter(ctx.actor, 'organisations.see-compounds', compound)}
      ${query.after ? sql`AND p.code > ${query.after}` : sql``}
      ${query.place ? sql`AND p.id IN (SELECT place_id FROM access.place_reach WHERE ancestor_id = ${query.place})` : sql``}
      ${query.type ? sql`AND r.type = ${query.type}` : sql``}
      ${query.mode ? sql`AND r.management_mode = ${query.mode}` : sql``}
      ${query.contract ? sql`AND NOT EXISTS (SELECT FROM organisations.service_contract s WHERE s.compound_id = p.id AND s.valid_from <= ${ctx.clock.today()} AND (s.valid_to IS NULL OR s.valid_to > ${ctx.clock.today()}))` : sql``}
      ${like ? sql`AND (p.name LIKE ${like} OR p.pinyin LIKE ${like} OR p.initials LIKE ${like} OR p.code LIKE ${like})` : sql``}
      ORDER BY p.code ${limitTo(query.limit + 1)}`,
  )
  const page = found.slice(0, query.limit)
  return { rows: page, next: found.length > query.limit ? (page.at(-1)?.code ?? null) : null }
}

/** @throws 404 when there is none, or it lies outside the jurisdiction */
export async function compoundById(ctx: Context, id: string): Promise<Record_> {
  const found = await maybe(
    ctx.db,
    sql<Record_>`SELECT ${columns(ctx)}, r.renovated_on AS "renovatedOn", r.committee_impossible_reason AS "committeeImpossibleReason",
      r.version, p.valid_from AS "validFrom", p.ended_on AS "endedOn"
      FROM ${from} WHERE r.place_id = ${id} AND ${ctx.policy.filter(ctx.actor, 'organisations.see-compounds', compound)}`,
  )
  if (!found) throw refuse('not-found')
  return found
}
