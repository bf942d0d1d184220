import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Received } from '../../../../contracts/endpoint.ts'
import type { exportScores, scoreListRow } from '../../../../contracts/evaluation/staff.ts'
import type { RoundState } from '../../../../contracts/evaluation/words.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { round, subject } from '../policy.ts'
import { isStale } from '../storage/staleness.ts'

export type ScoreListRow = z.infer<typeof scoreListRow>
type Query = NonNullable<Received<typeof exportScores>['query']> & {
  after?: string | undefined
  limit: number
}

export interface RoundInSight {
  id: string
  year: number
  name: string
  edition: string
  from: string
  to: string
  state: RoundState
  placeId: string
  currentRun: number | null
  /** The pass of the same place's round one year earlier. */
  earlierRun: number | null
  earlierRound: string | null
}

/** A round the actor may see, with the round of the year before. @throws 404 */
export async function roundInSight(ctx: Context, id: string): Promise<RoundInSight> {
  const found = await maybe(
    ctx.db,
    sql<RoundInSight>`SELECT r.id, r.year, r.name, r.edition, r.period_from AS "from", r.period_to AS "to", r.state, r.place_id AS "placeId",
      r.current_run AS "currentRun", earlier.current_run AS "earlierRun", earlier.id AS "earlierRound"
      FROM evaluation.round r LEFT JOIN LATERAL (SELECT e.id, e.current_run FROM evaluation.round e
        WHERE e.place_id = r.place_id AND e.year = r.year - 1 AND e.current_run IS NOT NULL ORDER BY e.id DESC LIMIT 1) earlier ON true
      WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, 'evaluation.see-rounds', round)}`,
  )
  if (!found) throw refuse('not-found')
  return found
}

/** Columns of a subject over `r` with its score, and the change against the year before where both have all their data. */
export const subjectColumns = (
  seen: RoundInSight,
): RawBuilder<unknown> => sql`r.id AS "subjectId", r.kind, r.name, r.code, r.district_name AS "districtName",
  r.street_name AS "streetName", r.variant, r.households, score.total::text AS total, score.missing::text AS missing,
  score.missing_rows AS "missingRows", score.band, score.rank, r.not_assessed_reason AS "notAssessed",
  CASE WHEN score.missing_rows = 0 AND before.missing_rows = 0 THEN (score.total - before.total)::text END AS change,
  coalesce(score.missing_rows + before.missing_rows > 0, false) AS incomparable, ${isStale(seen)} AS stale`

export const subjectSource = (seen: RoundInSight): RawBuilder<unknown> => sql`evaluation.subject r
  LEFT JOIN evaluation.score score ON score.run_id = ${seen.currentRun} AND score.subject_id = r.id
  LEFT JOIN evaluation.subject earlier ON earlier.round_id = ${seen.earlierRound}::uuid AND earlier.kind = r.kind
    AND earlier.place_id = r.place_id AND earlier.body_id IS NOT DISTINCT FROM r.body_id
  LEFT JOIN evaluation.score before ON before.run_id = ${seen.earlierRun} AND before.subject_id = earlier.id`

const states = {
  complete: sql`score.missing_rows = 0`,
  incomplete: sql`score.missing_rows > 0`,
  'not-assessed': sql`r.not_assessed_reason IS NOT NULL`,
}

const misses = (seen: RoundInSight, row: string) => sql`EXISTS (SELECT FROM evaluation.score_row gap
  WHERE gap.run_id = ${seen.currentRun} AND gap.subject_id = r.id AND gap.indicator = ${row} AND gap.state = 'missing')`

type Asked = Omit<Query, 'after' | 'limit'>

const filtered = (ctx: Context, seen: RoundInSight, query: Asked): RawBuilder<unknown> => {
  const like = query.text ? `%${query.text.replace(/[%_\\]/g, '\\$&')}%` : null
  return sql`FROM ${subjectSource(seen)}
      WHERE r.round_id = ${seen.id} AND r.kind = ${query.kind} AND r.listed AND ${ctx.policy.filter(ctx.actor, 'evaluation.see-scores', subject)}
      ${query.place ? sql`AND r.place_id IN (SELECT place_id FROM access.place_reach WHERE ancestor_id = ${query.place}::uuid)` : sql``}
      ${query.band ? sql`AND score.band = ${query.band}` : sql``}
      ${query.variant ? sql`AND r.variant = ${query.variant}` : sql``}
      ${query.state ? sql`AND ${states[query.state]}` : sql``}
      ${query.least ? sql`AND score.total >= ${query.least}::numeric` : sql``}
      ${query.below ? sql`AND score.total < ${query.below}::numeric` : sql``}
      ${query.missingRow ? sql`AND ${misses(seen, query.missingRow)}` : sql``}
      ${like ? sql`AND (r.name LIKE ${like} OR r.code LIKE ${like})` : sql``}`
}

/** Subjects of a kind by falling total; the key of the next page is (total, id). */
export async function scores(ctx: Context, id: string, query: Query) {
  const seen = await roundInSight(ctx, id)
  const [afterTotal, afterId] = query.after?.split('_') ?? []
  const found = await rows(
    ctx.db,
    sql<ScoreListRow>`SELECT ${subjectColumns(seen)} ${filtered(ctx, seen, query)}
      ${afterId ? sql`AND (coalesce(score.total, -1), r.id) < (${afterTotal}::numeric, ${afterId}::uuid)` : sql``}
      ORDER BY coalesce(score.total, -1) DESC, r.id DESC ${limitTo(query.limit + 1)}`,
  )
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    rows: page,
    next: found.length > query.limit && last ? `${last.total ?? '-1'}_${last.subjectId}` : null,
  }
}

/** How many subjects the filters leave, on whatever page. */
export async function countScores(ctx: Context, id: string, query: Asked): Promise<number> {
  const seen = await roundInSight(ctx, id)
  const found = await maybe(
    ctx.db,
    sql<{ total: number }>`SELECT count(*)::integer AS total ${filtered(ctx, seen, query)}`,
  )
  return found?.total ?? 0
}
