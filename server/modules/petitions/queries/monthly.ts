import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { monthlyLedger } from '../../../../contracts/petitions/ledgers.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { paged, within } from '../../organisations/index.ts'
import { claim } from '../policy.ts'
import { nearOwnPlaces } from './where-held.ts'

export type MonthlyRow = Answer<typeof monthlyLedger>['rows'][number]
type Query = Received<typeof monthlyLedger>['query']

const ofBodies = sql`SELECT c.*, b.id AS whose, b.name AS whose_name, '' AS under FROM valid c
  JOIN organisations.published_body b ON b.id = c.handler_body_id`
const ofPlaces = (
  kind: string,
) => sql`SELECT c.*, p.id AS whose, p.name AS whose_name, coalesce(upper.name, '') AS under FROM valid c
  JOIN access.place_reach reach ON reach.place_id = c.place_id
  JOIN organisations.published_place p ON p.id = reach.ancestor_id AND p.kind = ${kind}
  LEFT JOIN organisations.published_place upper ON upper.id = p.parent_id`

/** 月度统计: what was filed in the period, by the place or body that it is about; what is left out of rates is left out. */
export async function monthly(ctx: Context, { by, place, from, to, after, limit }: Query) {
  const found = await rows(
    ctx.db,
    sql<MonthlyRow & { key: string }>`WITH valid AS (
        SELECT c.*, r.handler_body_id FROM petitions.claim r JOIN petitions.published_claim c ON c.id = r.id
        WHERE c.is_valid AND r.opened_at >= ${`${from}T00:00:00+08:00`}::timestamptz
          AND r.opened_at < ${`${to}T00:00:00+08:00`}::timestamptz + interval '1 day'
          AND ${ctx.policy.filter(ctx.actor, 'petitions.see', claim)} ${nearOwnPlaces(ctx)}
          ${place ? sql`AND ${within('r.place_id', place)}` : sql``}),
      told AS (${by === 'body' ? ofBodies : ofPlaces(by)})
      SELECT * FROM (SELECT whose AS id, whose_name AS name, under, under || ' ' || whose_name || ' ' || whose::text AS key,
        count(*)::integer AS received, count(answered_at)::integer AS answered,
        count(*) FILTER (WHERE answered_in_time)::integer AS "answeredInTime", count(closed_at)::integer AS closed,
        count(*) FILTER (WHERE is_solved)::integer AS solved,
        count(*) FILTER (WHERE visit_result = 'reached')::integer AS visited,
        count(*) FILTER (WHERE visit_result = 'reached' AND rated_satisfied)::integer AS satisfied,
        count(overdue_at)::integer AS overdue, count(climbed_at)::integer AS climbed,
        count(*) FILTER (WHERE reopened > 0)::integer AS reopened, count(struck_off_at)::integer AS "struckOff"
      FROM told GROUP BY whose, whose_name, under) counted
      ${after ? sql`WHERE key > ${after}` : sql``} ORDER BY key ${limitTo(limit + 1)}`,
  )
  const page = paged(found, limit, (row) => row.key)
  return { ...page, rows: page.rows.map(({ key: _, ...row }): MonthlyRow => row) }
}
