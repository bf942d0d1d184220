import { sql } from 'kysely'
import type { Received } from '../../../../contracts/endpoint.ts'
import type { exportWhistles, listWhistles, WhistleRow } from '../../../../contracts/petitions/whistles.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { paged, within } from '../../organisations/index.ts'
import { heldBy } from '../held-by.ts'
import { whistle } from '../policy.ts'

export type WhistleFilter = Received<typeof exportWhistles>['query']
const verb = 'petitions.see-whistles'

/** The calls that are the asker's to answer. */
function isMine(ctx: Context) {
  const { bodies, offices, projects } = heldBy(ctx)
  return sql<boolean>`(coalesce(k.body_id = ANY(${bodies}::uuid[]), false) OR coalesce(k.office_place_id = ANY(${offices}::uuid[]), false)
    OR (r.place_id = ANY(${projects}::uuid[]) AND EXISTS (SELECT FROM organisations.published_service_contract s
      WHERE s.compound_id = r.place_id AND s.provider_id = k.body_id AND s.valid_from <= ${ctx.clock.today()}
        AND (s.valid_to IS NULL OR s.valid_to > ${ctx.clock.today()}))))`
}

const columns = (
  ctx: Context,
) => sql`r.id, r.number, r.claim_id AS "claimId", c.number AS "claimNumber", r.place_id AS "placeId",
  place.name AS "placeName", coalesce(body.name, office.name, '') AS "callerName", r.matter, r.urgent, r.called_at AS "calledAt",
  r.due_at AS "dueAt", r.state, r.ended_at AS "endedAt", r.result,
  (SELECT json_agg(json_build_object('seq', k.seq, 'bodyId', k.body_id, 'placeId', k.office_place_id, 'name', coalesce(b.name, o.name, ''),
      'checkedInAt', to_char(k.checked_in_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'checkedInBy', who.display_name,
      'inTime', CASE WHEN k.in_time IS NULL AND r.due_at < ${ctx.clock.now().toISOString()}::timestamptz AND r.state = 'open' THEN false ELSE k.in_time END,
      'note', k.note, 'latitude', k.latitude, 'longitude', k.longitude, 'rated', k.rated, 'callRated', k.call_rated,
      'mine', ${isMine(ctx)}) ORDER BY k.seq)
    FROM petitions.whistle_call k LEFT JOIN organisations.published_body b ON b.id = k.body_id
    LEFT JOIN organisations.published_place o ON o.id = k.office_place_id
    LEFT JOIN accounts.published_account who ON who.id = k.checked_in_by WHERE k.whistle_id = r.id) AS calls,
  ${ctx.policy.can(ctx.actor, whistle, ['petitions.check-in', 'petitions.end-whistle'])} AS can`
const tables = sql`petitions.whistle r JOIN organisations.published_place place ON place.id = r.place_id
  LEFT JOIN petitions.claim c ON c.id = r.claim_id LEFT JOIN organisations.published_body body ON body.id = r.caller_body_id
  LEFT JOIN organisations.published_place office ON office.id = r.caller_place_id`

/** What is over offers nothing but its rating. */
const shown = (row: WhistleRow): WhistleRow => ({
  ...row,
  can: {
    'petitions.check-in': row.state !== 'cancelled' && row.can['petitions.check-in'] === true,
    'petitions.end-whistle': row.state === 'open' && row.can['petitions.end-whistle'] === true,
  },
})

/** The newest first. */
export async function whistles(ctx: Context, query: Received<typeof listWhistles>['query']) {
  const found = await rows(
    ctx.db,
    sql<WhistleRow>`SELECT ${columns(ctx)} FROM ${tables} WHERE ${ctx.policy.filter(ctx.actor, verb, whistle)}
      ${query.after ? sql`AND r.id::text < ${query.after}` : sql``}
      ${query.state ? sql`AND r.state = ${query.state}` : sql``}
      ${query.place ? sql`AND ${within('r.place_id', query.place)}` : sql``}
      ${query.from ? sql`AND r.called_at >= ${`${query.from}T00:00:00+08:00`}::timestamptz` : sql``}
      ${query.to ? sql`AND r.called_at < ${`${query.to}T00:00:00+08:00`}::timestamptz + interval '1 day'` : sql``}
      ${query.mine === 'yes' ? sql`AND EXISTS (SELECT FROM petitions.whistle_call k WHERE k.whistle_id = r.id AND ${isMine(ctx)})` : sql``}
      ORDER BY r.id DESC ${limitTo(query.limit + 1)}`,
  )
  const page = paged(found, query.limit, (row) => row.id)
  return { ...page, rows: page.rows.map(shown) }
}

/** @throws 404 when there is none, or out of sight */
export async function whistlePage(ctx: Context, id: string): Promise<WhistleRow> {
  const found = await maybe(
    ctx.db,
    sql<WhistleRow>`SELECT ${columns(ctx)} FROM ${tables} WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, verb, whistle)}`,
  )
  if (!found) throw refuse('not-found')
  return shown(found)
}
