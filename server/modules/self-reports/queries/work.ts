import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { one, rows } from '../../../platform/database/database.ts'
import type { WorkDone } from '../../stage-room.ts'
import type { TodoSource } from '../../todo-source.ts'
import { contest, report } from '../policy.ts'

/** Reports of the subjects by district and by who reports. */
export const reportWork = (ctx: Context, subjects: RawBuilder<unknown>): Promise<WorkDone[]> =>
  rows(
    ctx.db,
    sql<WorkDone>`SELECT s.district_id AS "districtId", s.district_name AS "districtName",
        CASE r.kind WHEN 'street' THEN 'street-official' WHEN 'community' THEN 'community-official'
          WHEN 'district' THEN 'district-official' ELSE 'enterprise' END AS role,
        '自评申报' AS zh, 'Self-reports' AS en, count(*)::integer AS total,
        count(*) FILTER (WHERE r.state = 'submitted')::integer AS done
      FROM ${subjects} s JOIN self_reports.report r ON r.subject_id = s.id
      GROUP BY 1, 2, 3 ORDER BY s.district_name COLLATE "zh-x-icu", 3`,
  )

/** Contests of the subjects by district and by who answers. */
export const contestWork = (ctx: Context, subjects: RawBuilder<unknown>): Promise<WorkDone[]> =>
  rows(
    ctx.db,
    sql<WorkDone>`SELECT s.district_id AS "districtId", s.district_name AS "districtName", c.answerer AS role,
        '自评异议答复' AS zh, 'Contests answered' AS en, count(*)::integer AS total, count(c.outcome)::integer AS done
      FROM ${subjects} s JOIN self_reports.published_contest c ON c.subject_id = s.id
      GROUP BY 1, 2, 3 ORDER BY s.district_name COLLATE "zh-x-icu", 3`,
  )

/** For whoever reports: drafts that wait, by the stage's last day. */
export const reportTodos: TodoSource = {
  verb: 'self-reports.report',
  async todos(ctx) {
    const found = await rows(
      ctx.db,
      sql<{
        roundId: string
        name: string
        due: string | null
        count: number
        only: string
      }>`SELECT round.id AS "roundId",
          round.name, round.stage_due_on AS due, count(*)::integer AS count, min(r.id::text) AS only
        FROM self_reports.report r JOIN evaluation.published_round round ON round.id = r.round_id
        WHERE r.state = 'draft' AND round.state = 'self-report' AND ${ctx.policy.filter(ctx.actor, 'self-reports.report', report)}
        GROUP BY round.id, round.name, round.stage_due_on`,
    )
    return found.map(({ roundId, name, due, count, only }) => ({
      id: `self-reports-${roundId}`,
      zh: `“${name}”有 ${count} 份自评申报待提交`,
      en: `${count} self-reports for ${name} wait to be submitted`,
      due,
      count,
      link: count === 1 ? `/self-reports/${only}` : `/self-reports?round=${roundId}&state=draft`,
    }))
  },
}

/** For whoever evaluates the rows: contests without an answer. */
export const contestTodos: TodoSource = {
  verb: 'self-reports.answer-contest',
  async todos(ctx) {
    const { count, due } = await one(
      ctx.db,
      sql<{
        count: number
        due: string | null
      }>`SELECT count(*)::integer AS count, min(round.stage_due_on)::text AS due
        FROM self_reports.published_contest r JOIN evaluation.published_round round ON round.id = r.round_id
        WHERE r.outcome IS NULL AND round.state = 'grading'
          AND ${ctx.policy.filter(ctx.actor, 'self-reports.answer-contest', contest)}`,
    )
    if (count === 0) return []
    return [
      {
        id: 'self-report-contests',
        zh: `${count} 条自评异议待您答复`,
        en: `${count} contested rows wait for your answer`,
        due,
        count,
        link: '/self-reports/contests?state=open',
      },
    ]
  },
}

/** Rounds with work of ours whose stage has an official last day. */
export const roundsUnderWay = (ctx: Context, stage: 'self-report' | 'grading') =>
  rows(
    ctx.db,
    sql<{ id: string; name: string; dueOn: string }>`SELECT id, name, stage_due_on::text AS "dueOn"
      FROM evaluation.published_round WHERE state = ${stage} AND stage_due_on IS NOT NULL`,
  )

/** Where unanswered contests of a round lie, by who answers. */
export const waitingContests = (ctx: Context, roundId: string) =>
  rows(
    ctx.db,
    sql<{
      placeId: string
      answerer: 'evaluator' | 'district-official' | 'city-official' | 'street-official'
    }>`SELECT DISTINCT
        place_id AS "placeId", answerer FROM self_reports.published_contest WHERE round_id = ${roundId} AND outcome IS NULL`,
  )
