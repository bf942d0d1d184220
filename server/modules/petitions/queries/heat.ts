import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { claimHeat } from '../../../../contracts/petitions/ledgers.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { addDays, daysBetween } from '../../../values/days.ts'
import { within } from '../../organisations/index.ts'
import { claim } from '../policy.ts'
import { refuse } from '../problems.ts'
import { nearOwnPlaces } from './where-held.ts'

type Heat = Answer<typeof claimHeat>
const mostPairs = 200
const mostDays = 371

/** The Monday of the week in which a day lies. */
function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

/**
 * 诉求热度: how many claims of a compound and category were filed week by week, the most reported pairs first. A category
 * is one of the first level, or those directly under the one that is asked for.
 * @throws Refusal where the period is longer than a year
 */
export async function heat(
  ctx: Context,
  { from, to, place, category }: Received<typeof claimHeat>['query'],
): Promise<Heat> {
  if (to < from || daysBetween(from, to) >= mostDays) throw refuse('period-long', {}, { field: 'to' })
  const weeks: string[] = []
  for (let week = mondayOf(from); week <= to; week = addDays(week, 7)) weeks.push(week)
  const depth = category ? Math.min(category.length + 2, 6) : 2
  const found = await rows(
    ctx.db,
    sql<{
      placeId: string
      placeName: string
      category: string
      total: number
      weeks: Record<string, number>
    }>`WITH filed AS (
        SELECT r.place_id, left(r.category, ${depth}) AS category,
          date_trunc('week', r.opened_at AT TIME ZONE 'Asia/Shanghai')::date::text AS week, count(*)::integer AS n
        FROM petitions.claim r WHERE r.opened_at >= ${`${from}T00:00:00+08:00`}::timestamptz
          AND r.opened_at < ${`${to}T00:00:00+08:00`}::timestamptz + interval '1 day' AND r.state NOT IN ('withdrawn', 'merged')
          AND ${ctx.policy.filter(ctx.actor, 'petitions.see', claim)} ${nearOwnPlaces(ctx)}
          ${place ? sql`AND ${within('r.place_id', place)}` : sql``}
          ${category ? sql`AND starts_with(r.category, ${category})` : sql``}
        GROUP BY 1, 2, 3)
      SELECT f.place_id AS "placeId", p.name AS "placeName", f.category, sum(f.n)::integer AS total,
        json_object_agg(f.week, f.n) AS weeks
      FROM filed f JOIN organisations.published_place p ON p.id = f.place_id
      GROUP BY f.place_id, p.name, f.category ORDER BY total DESC, p.name, f.category LIMIT ${sql.lit(mostPairs)}`,
  )
  const codes = [...new Set(found.map((one) => one.category))]
  const categories = await rows(
    ctx.db,
    sql<{
      code: string
      name: string
    }>`SELECT code, name FROM petitions.category WHERE code = ANY(${codes}::text[]) ORDER BY position, code`,
  )
  return {
    weeks,
    categories,
    rows: found.map(({ weeks: counts, ...row }) => ({
      ...row,
      counts: weeks.map((week) => counts[week] ?? 0),
    })),
  }
}
