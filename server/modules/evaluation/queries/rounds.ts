import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { getRound, listRounds } from '../../../../contracts/evaluation/staff.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { round, subject } from '../policy.ts'
import { withoutContract } from './without-contract.ts'
import { staleSubjects } from '../storage/staleness.ts'

type Row = Answer<typeof listRounds>['rows'][number]
type Progress = Answer<typeof getRound>

const offered = ['evaluation.evaluate', 'evaluation.close-round', 'evaluation.advance-round']

const columns = (
  ctx: Context,
) => sql`r.id, r.year, r.name, r.edition, r.place_id AS "placeId", place.name AS "placeName",
  r.period_from AS "from", r.period_to AS "to", r.state, r.stage_due_on AS "stageDueOn", r.stage_due_provisional AS "stageDueProvisional",
  (SELECT finished_at FROM evaluation.run WHERE run.id = r.current_run) AS "evaluatedAt",
  ${ctx.policy.can(ctx.actor, round, offered)} AS can`

/** Rounds that concern the actor, the newest first. */
export async function rounds(ctx: Context, query: Received<typeof listRounds>['query']) {
  const found = await rows(
    ctx.db,
    sql<Row>`SELECT ${columns(ctx)} FROM evaluation.round r JOIN organisations.published_place place ON place.id = r.place_id
      WHERE ${ctx.policy.filter(ctx.actor, 'evaluation.see-rounds', round)} ${query.after ? sql`AND r.id < ${query.after}::uuid` : sql``}
      ORDER BY r.id DESC ${limitTo(query.limit + 1)}`,
  )
  const page = found.slice(0, query.limit)
  return { rows: page, next: found.length > query.limit ? (page.at(-1)?.id ?? null) : null }
}

/** How far a round is, by table and by district, over the subjects that the actor may see. */
export async function roundById(ctx: Context, id: string): Promise<Progress> {
  const found = await maybe(
    ctx.db,
    sql<
      Row & { currentRun: number | null; run: Progress['run'] }
    >`SELECT ${columns(ctx)}, r.current_run AS "currentRun",
      (SELECT json_build_object('id', run.id, 'stage', run.stage, 'done', run.done, 'total', run.total, 'startedAt', run.started_at,
          'finishedAt', run.finished_at, 'failedBecause', run.failed_because)
        FROM evaluation.run WHERE run.round_id = r.id ORDER BY run.id DESC LIMIT 1) AS run FROM evaluation.round r
      JOIN organisations.published_place place ON place.id = r.place_id
      WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, 'evaluation.see-rounds', round)}`,
  )
  if (!found) throw refuse('not-found')
  const { currentRun, ...shown } = found
  const seen = sql`evaluation.subject r LEFT JOIN evaluation.score score ON score.run_id = ${currentRun} AND score.subject_id = r.id
    WHERE r.round_id = ${id} AND r.listed AND ${ctx.policy.filter(ctx.actor, 'evaluation.see-scores', subject)}`
  const figures = sql`count(*)::integer AS subjects, count(*) FILTER (WHERE score.missing_rows = 0)::integer AS complete,
    round(avg(score.total), 2)::text AS mean`
  const [tables, districts] = await Promise.all([
    rows(
      ctx.db,
      sql<Progress['tables'][number]>`SELECT r.table_id AS "table", r.kind, ${figures},
        count(*) FILTER (WHERE r.not_assessed_reason IS NOT NULL)::integer AS "notAssessed",
        coalesce(sum(score.missing_rows), 0)::integer AS "missingRows",
        round(min(score.total), 2)::text AS least, round(max(score.total), 2)::text AS most
        FROM ${seen} GROUP BY r.table_id, r.kind ORDER BY r.table_id, r.kind DESC`,
    ),
    rows(
      ctx.db,
      sql<
        Progress['districts'][number]
      >`SELECT r.district_id AS "districtId", r.district_name AS "districtName", r.table_id AS "table",
        r.kind, ${figures} FROM ${seen} GROUP BY r.district_id, r.district_name, r.table_id, r.kind ORDER BY r.district_name, r.table_id, r.kind DESC`,
    ),
  ])
  const stale = await staleSubjects(ctx.db, { ...shown, currentRun })
  // Told to those who would mend it; who is scored sees only itself.
  const mends = shown.can['evaluation.evaluate'] === true
  const left = mends ? await withoutContract(ctx.db, shown, ctx.clock.today()) : 0
  return { ...shown, stale, withoutContract: left, tables, districts }
}
