import { type RawBuilder, sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { getPlace, listPlaces } from '../../../../contracts/organisations/staff.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { place } from '../policy.ts'
import { containing, paged, within } from './paging.ts'
import { timelineOf } from './timeline.ts'

type Row = Answer<typeof listPlaces>['rows'][number]
type Record_ = Answer<typeof getPlace>

const columns = (
  ctx: Context,
): RawBuilder<unknown> => sql`r.id, r.kind, r.code, r.name, r.parent_id AS "parentId",
  parent.name AS "parentName", r.in_built_up_area AS "inBuiltUpArea",
  (SELECT count(*) FROM organisations.place child WHERE child.parent_id = r.id AND child.ended_on IS NULL) AS children,
  (SELECT count(*) FROM access.place_reach reach JOIN organisations.compound c ON c.place_id = reach.place_id
    WHERE reach.ancestor_id = r.id) AS compounds,
  ${ctx.policy.can(ctx.actor, place, ['organisations.change-divisions', 'organisations.record-compounds', 'organisations.record-bodies'])} AS can`

/** A page of living places that the actor may see, by code. */
export async function places(ctx: Context, query: Received<typeof listPlaces>['query']) {
  const like = query.text ? containing(query.text) : null
  const found = await rows(
    ctx.db,
    sql<Row>`SELECT ${columns(ctx)} FROM organisations.place r LEFT JOIN organisations.place parent ON parent.id = r.parent_id
      WHERE r.ended_on IS NULL AND ${ctx.policy.filter(ctx.actor, 'organisations.see-places', place)}
      ${query.after ? sql`AND r.code > ${query.after}` : sql``}
      ${query.parent ? sql`AND r.parent_id = ${query.parent}::uuid` : sql``}
      ${query.within ? sql`AND ${within('r.id', query.within)}` : sql``}
      ${query.kind ? sql`AND r.kind = ${query.kind}` : sql``}
      ${query.builtUp ? sql`AND r.in_built_up_area = ${query.builtUp === 'yes'}` : sql``}
      ${like ? sql`AND (lower(r.name) LIKE ${like} OR r.pinyin LIKE ${like} OR r.initials LIKE ${like} OR r.code LIKE ${like})` : sql``}
      ORDER BY r.code ${limitTo(query.limit + 1)}`,
  )
  return paged(found, query.limit, (row) => row.code)
}

/** A place with what it was, what it came from and what became of it. @throws 404 when absent or out of sight */
export async function placeById(ctx: Context, id: string): Promise<Record_> {
  const found = await maybe(
    ctx.db,
    sql<
      Omit<Record_, 'timeline'>
    >`SELECT ${columns(ctx)}, r.valid_from AS "validFrom", r.ended_on AS "endedOn", r.version,
      ${ancestors} AS ancestors, ${versions} AS versions, ${successions('predecessor_id', 'successor_id')} AS predecessors,
      ${successions('successor_id', 'predecessor_id')} AS successors
      FROM organisations.place r LEFT JOIN organisations.place parent ON parent.id = r.parent_id
      WHERE r.id = ${id}::uuid AND ${ctx.policy.filter(ctx.actor, 'organisations.see-places', place)}`,
  )
  if (!found) throw refuse('not-found')
  return { ...found, timeline: await timelineOf(ctx, id, [place.name, 'sheet.places', 'sheet.compounds']) }
}

const ancestors = sql`(SELECT coalesce(json_agg(json_build_object('id', up.id, 'kind', up.kind, 'code', up.code, 'name', up.name)
    ORDER BY reach.depth DESC), '[]')
  FROM access.place_reach reach JOIN organisations.place up ON up.id = reach.ancestor_id
  WHERE reach.place_id = r.id AND reach.depth > 0)`

const versions = sql`(SELECT coalesce(json_agg(json_build_object('from', v.valid_from, 'to', v.valid_to - 1, 'code', v.code,
    'name', v.name, 'parentName', up.name, 'inBuiltUpArea', v.in_built_up_area) ORDER BY v.valid_from DESC), '[]')
  FROM organisations.place_version v LEFT JOIN organisations.place up ON up.id = v.parent_id WHERE v.place_id = r.id)`

const successions = (
  other: string,
  own: string,
) => sql`(SELECT coalesce(json_agg(json_build_object('id', o.id, 'kind', o.kind,
    'code', o.code, 'name', o.name, 'how', s.kind, 'on', s.on_day) ORDER BY o.code), '[]')
  FROM organisations.place_succession s JOIN organisations.place o ON o.id = ${sql.ref(`s.${other}`)}
  WHERE ${sql.ref(`s.${own}`)} = r.id)`
