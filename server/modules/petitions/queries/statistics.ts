import { type RawBuilder, sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import {
  type claimStatistics,
  type claimsBehind,
  type MeasureId,
  measureIds,
} from '../../../../contracts/petitions/statistics.ts'
import { type Exclusion, exclusions } from '../../../../contracts/petitions/words.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { paged, within } from '../../organisations/index.ts'
import { during, type Period } from '../facts/claims-over.ts'
import { measures } from '../facts/measures.ts'
import { claim } from '../policy.ts'

type Asked = Received<typeof claimStatistics>['query']
type Row = Answer<typeof claimStatistics>['rows'][number]
type By = Asked['by']

/** What happened to it in the period, or may still: nothing else can be in a figure of the period. */
const touched = (p: Period) => sql`(${during('r.opened_at', p)} OR ${during('r.closed_at', p)}
  OR ${during('r.answered_at', p)} OR ${during('r.visited_at', p)} OR r.key_level IS NOT NULL
  OR r.closed_at IS NULL OR EXISTS (SELECT FROM petitions.claim_event e WHERE e.claim_id = r.id AND e.kind = 'overdue' AND ${during('e.at', p)})
  OR EXISTS (SELECT FROM petitions.climb k WHERE k.claim_id = r.id AND ${during('k.at', p)}))`

/** Relation (place_id, body_id, and the columns of published_claim) of the claims in the asker's sight, by whose they are. */
function claimsBy(ctx: Context, { by, place, ...period }: Period & { by: By; place?: string | undefined }) {
  const level = by === 'enterprise' ? 'district' : by
  return sql`(SELECT up.id AS subject_place, ${by === 'enterprise' ? sql`c.provider_id` : sql`NULL::uuid`} AS subject_body, c.*
    FROM petitions.claim r JOIN petitions.published_claim c ON c.id = r.id
    JOIN petitions.lying l ON l.place_id = c.place_id AND l.days @> c.opened_on
    JOIN organisations.published_place up ON up.id = l.ancestor_id AND up.kind = ${level}
    WHERE ${ctx.policy.filter(ctx.actor, 'petitions.see', claim)} AND ${touched(period)}
      ${by === 'enterprise' ? sql`AND c.provider_id IS NOT NULL` : sql``}
      ${place ? sql`AND ${within('up.id', place)}` : sql``})`
}

const share = (id: MeasureId, period: Period): RawBuilder<unknown> => {
  const among = sql`count(*) FILTER (WHERE c.is_valid AND ${measures[id].among(period)})`
  const counted = sql`count(*) FILTER (WHERE c.is_valid AND ${measures[id].among(period)} AND ${measures[id].counts(period)})`
  return sql`jsonb_build_object('among', ${among}, 'counted', ${counted})`
}

const excludedFor = (why: Exclusion, period: Period) =>
  sql`count(*) FILTER (WHERE c.excluded = ${why} AND ${during('c.opened_at', period)})`

const named = (pairs: readonly (readonly [string, RawBuilder<unknown>])[]) =>
  sql`jsonb_build_object(${sql.join(pairs.map(([name, value]) => sql`${name}::text, ${value}`))})`

/** Calls of those who ran out of time in the period, by whose page they are on. */
function callsOf(by: By, period: Period): RawBuilder<unknown> {
  const whose =
    by === 'enterprise'
      ? sql`k.body_id = n.subject_body AND EXISTS (SELECT FROM petitions.lying l WHERE l.place_id = k.place_id AND l.ancestor_id = n.subject_place)`
      : by === 'community' || by === 'street'
        ? sql`k.office_place_id = n.subject_place`
        : sql`EXISTS (SELECT FROM petitions.lying l WHERE l.place_id = k.place_id AND l.ancestor_id = n.subject_place
            AND l.days @> (k.called_at AT TIME ZONE 'Asia/Shanghai')::date)`
  return sql`(SELECT jsonb_build_object('among', count(*), 'counted', count(*) FILTER (WHERE k.in_time))
    FROM petitions.published_call k WHERE ${during('k.due_at', period)} AND ${whose})`
}

const incidentsAt = ({
  from,
  to,
}: Period) => sql`(SELECT count(*)::integer FROM petitions.published_mass_incident m
  WHERE n.subject_body IS NULL AND m.happened_on BETWEEN ${from}::date AND ${to}::date
    AND EXISTS (SELECT FROM petitions.lying l WHERE l.place_id = m.place_id AND l.ancestor_id = n.subject_place AND l.days @> m.happened_on))`

/** Figures of every subject of a kind that has claims in the asker's sight, by code. */
export async function statistics(ctx: Context, query: Asked): Promise<Answer<typeof claimStatistics>> {
  const { by, after, limit } = query
  const period = { from: query.from, to: query.to }
  const figures = named(measureIds.map((id) => [id, share(id, period)] as const))
  const left = named(exclusions.map((why) => [why, excludedFor(why, period)] as const))
  const found = await rows(
    ctx.db,
    sql<Row & { key: string }>`WITH n AS (
        SELECT c.subject_place, c.subject_body, place.code || '|' || coalesce(c.subject_body::text, '') AS key,
          place.name AS place_name, ${figures} AS measures, ${left} AS excluded
        FROM ${claimsBy(ctx, { ...period, by, place: query.place })} c
        JOIN organisations.published_place place ON place.id = c.subject_place
        ${after ? sql`WHERE place.code || '|' || coalesce(c.subject_body::text, '') > ${after}` : sql``}
        GROUP BY c.subject_place, c.subject_body, place.code, place.name ORDER BY key ${limitTo(limit + 1)})
      SELECT n.key, n.subject_place AS "placeId", n.subject_body AS "bodyId", coalesce(body.name, n.place_name) AS name,
        CASE WHEN n.subject_body IS NOT NULL THEN n.place_name ELSE coalesce(over.name, '') END AS under,
        n.measures, n.excluded, ${callsOf(by, period)} AS calls, ${incidentsAt(period)} AS "massIncidents"
      FROM n JOIN organisations.published_place own ON own.id = n.subject_place
      LEFT JOIN organisations.published_place over ON over.id = own.parent_id
      LEFT JOIN organisations.published_body body ON body.id = n.subject_body ORDER BY n.key`,
  )
  const page = paged(found, limit, (row) => row.key)
  return { ...page, rows: page.rows.map(({ key: _, ...row }) => row) }
}

type Behind = Answer<typeof claimsBehind>['rows'][number]

/** The claims of one figure, the newest first. */
export async function claimsOfFigure(
  ctx: Context,
  query: Received<typeof claimsBehind>['query'],
): Promise<Answer<typeof claimsBehind>> {
  const { by, place, body, measure, after, limit } = query
  const period = { from: query.from, to: query.to }
  const found = await rows(
    ctx.db,
    sql<Behind>`SELECT c.id, c.number, category.name AS "categoryName", place.name AS "placeName", c.state, c.outcome,
        c.opened_at AS "openedAt", c.closed_at AS "closedAt", ${measures[measure].counts(period)} AS counted
      FROM ${claimsBy(ctx, { ...period, by, place })} c
      JOIN petitions.category category ON category.code = c.category
      JOIN organisations.published_place place ON place.id = c.place_id
      WHERE c.subject_place = ${place} AND c.is_valid AND ${measures[measure].among(period)}
        ${body ? sql`AND c.subject_body = ${body}` : sql``} ${after ? sql`AND c.id < ${after}::uuid` : sql``}
      ORDER BY c.id DESC ${limitTo(limit + 1)}`,
  )
  return paged(found, limit, (row) => row.id)
}
