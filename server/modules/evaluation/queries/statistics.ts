import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { getStatistics } from '../../../../contracts/evaluation/staff.ts'
import type { Context } from '../../../access/context.ts'
import { one, rows } from '../../../platform/database/database.ts'
import type { Editions } from '../../../rulebook/load.ts'
import { papersOf } from '../papers-of-round.ts'
import { subject } from '../policy.ts'
import { roundInSight } from './scores.ts'

type Statistics = Answer<typeof getStatistics>

const weakestShown = 10

/** Distribution, districts and weakest rows over the subjects of a kind that the actor may see. */
export async function statistics(
  ctx: Context,
  editions: Editions,
  id: string,
  query: Received<typeof getStatistics>['query'],
): Promise<Statistics> {
  const seen = await roundInSight(ctx, id)
  const among = sql`evaluation.score score JOIN evaluation.subject r ON r.id = score.subject_id AND r.kind = ${query.kind}
    WHERE score.run_id = ${seen.currentRun} AND ${ctx.policy.filter(ctx.actor, 'evaluation.see-scores', subject)}
    ${query.place ? sql`AND r.place_id IN (SELECT place_id FROM access.place_reach WHERE ancestor_id = ${query.place}::uuid)` : sql``}`
  const [whole, histogram, bands, districts, byRow] = await Promise.all([
    one(
      ctx.db,
      sql<
        Pick<Statistics, 'subjects' | 'complete' | 'mean' | 'median'>
      >`SELECT count(*)::integer AS subjects, count(*) FILTER (WHERE score.missing_rows = 0)::integer AS complete, round(avg(score.total), 2)::text AS mean,
        round((percentile_cont(0.5) WITHIN GROUP (ORDER BY score.total))::numeric, 2)::text AS median FROM ${among}`,
    ),
    rows(
      ctx.db,
      sql<{
        from: number
        to: number
        count: number
      }>`SELECT step * 5 AS "from", step * 5 + 5 AS "to", count(*)::integer AS count
        FROM (SELECT least(floor(score.total / 5), 19)::integer AS step FROM ${among}) steps GROUP BY step ORDER BY step`,
    ),
    rows(
      ctx.db,
      sql<{
        band: string
        count: number
      }>`SELECT coalesce(score.band, '未达星级') AS band, count(*)::integer AS count FROM ${among} GROUP BY score.band ORDER BY min(score.total) DESC`,
    ),
    rows(
      ctx.db,
      sql<
        Statistics['districts'][number]
      >`SELECT r.district_id AS "districtId", r.district_name AS "districtName", count(*)::integer AS subjects,
        round(avg(score.total), 2)::text AS mean, round(min(score.total), 2)::text AS least, round(max(score.total), 2)::text AS most
        FROM ${among} GROUP BY r.district_id, r.district_name ORDER BY avg(score.total) DESC`,
    ),
    rows(
      ctx.db,
      sql<{
        id: string
        share: string | null
        missing: number
      }>`SELECT row.indicator AS id, count(*) FILTER (WHERE row.state = 'missing')::integer AS missing,
        round(sum(row.points) FILTER (WHERE row.state <> 'missing') / nullif(sum(split_part(row.max_exact, '/', 1)::numeric / coalesce(nullif(split_part(row.max_exact, '/', 2), ''), '1')::numeric) FILTER (WHERE row.state <> 'missing'), 0), 4)::text AS share
        FROM evaluation.score_row row WHERE row.run_id = ${seen.currentRun} AND row.state <> 'not-applicable' AND row.subject_id IN (SELECT score.subject_id FROM ${among})
        GROUP BY row.indicator HAVING sum(split_part(row.max_exact, '/', 1)::numeric) > 0 ORDER BY 3`,
    ),
  ])
  const { edition } = await papersOf({ editions }, seen)
  const names = new Map(
    Object.values(edition.tables).flatMap((table) => table.rows.map((row) => [row.id, row])),
  )
  const told = byRow.map((row) => ({
    ...row,
    indicator: names.get(row.id)?.indicator ?? row.id,
    indicatorEn: names.get(row.id)?.indicatorEn ?? row.id,
  }))
  return {
    ...whole,
    histogram,
    bands,
    districts,
    weakest: told.filter((row) => row.share !== null).slice(0, weakestShown),
    gaps: told.filter((row) => row.missing > 0).sort((a, b) => b.missing - a.missing),
  }
}
