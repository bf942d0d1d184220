import { sql } from 'kysely'
import { type Db, rows } from '../../../platform/database/database.ts'
import type { Said } from '../rules/mean-of-grades.ts'

export interface StoredScore {
  subjectId: string
  kind: string
  districtId: string
  indicator: string
  share: number
  before: number | null
}

/**
 * The scored rows of a round's present pass as shares of what they can earn, beside the same rows of the round that the
 * same place held for the year before. One statement.
 */
export const scoredRows = (db: Db, round: { id: string; run: number }) =>
  rows(
    db,
    sql<StoredScore>`WITH earlier AS (
        SELECT e.id, e.current_run FROM evaluation.published_round now JOIN evaluation.published_round e
          ON e.place_id = now.place_id AND e.year = now.year - 1 AND e.current_run IS NOT NULL
        WHERE now.id = ${round.id} ORDER BY (e.state IN ('final', 'archived')) DESC, e.stage_began_at DESC LIMIT 1),
      known AS (
        SELECT row.subject_id, row.indicator, row.run_id, fraction.share FROM evaluation.published_score_row row
        CROSS JOIN LATERAL (SELECT split_part(row.max_exact, '/', 1)::float8 / coalesce(nullif(split_part(row.max_exact, '/', 2), '')::float8, 1) AS most) max
        CROSS JOIN LATERAL (SELECT split_part(row.points_exact, '/', 1)::float8
          / coalesce(nullif(split_part(row.points_exact, '/', 2), '')::float8, 1) / nullif(max.most, 0) AS share) fraction
        WHERE row.run_id IN (${round.run}, (SELECT current_run FROM earlier)) AND row.state = 'scored')
      SELECT s.id AS "subjectId", s.kind, s.district_id AS "districtId", known.indicator, known.share, before.share AS before
      FROM known JOIN evaluation.published_subject s ON s.id = known.subject_id AND s.round_id = ${round.id} AND s.listed
      LEFT JOIN evaluation.published_subject last ON last.round_id = (SELECT id FROM earlier) AND last.kind = s.kind
        AND last.place_id = s.place_id AND last.body_id IS NOT DISTINCT FROM s.body_id
      LEFT JOIN known before ON before.subject_id = last.id AND before.indicator = known.indicator
        AND before.run_id = (SELECT current_run FROM earlier)
      WHERE known.run_id = ${round.run} AND known.share IS NOT NULL`,
  )

export interface StoredGrade extends Said {
  id: string
  taskId: string
  subjectId: string
  tableId: string
  kind: string
  projectId: string | null
  second: boolean
  grader: string
  seat: string | null
  state: string
  indicator: string
  graderId: string
  overrideReason: string | null
  computedSaid: string | null
  evidence: number
}

/** The grades of a round as they stand; of one subject where it is named. */
export const gradesOfRound = (db: Db, roundId: string, subjectId?: string) =>
  rows(
    db,
    sql<StoredGrade>`SELECT g.id, g.task_id AS "taskId", g.subject_id AS "subjectId", s.table_id AS "tableId", s.kind,
        g.project_id AS "projectId", g.second, g.grader, task.seat, task.state, g.indicator, g.graded_by AS "graderId",
        g.numerator::text, g.denominator::text, g.value::text, g.named, g.not_applicable AS "notApplicable",
        g.override_reason AS "overrideReason", g.computed_said AS "computedSaid", g.evidence_count AS evidence
      FROM grading.published_grade g JOIN grading.published_task task ON task.id = g.task_id
      JOIN evaluation.published_subject s ON s.id = g.subject_id AND s.listed
      WHERE g.round_id = ${roundId} ${subjectId ? sql`AND g.subject_id = ${subjectId}` : sql``} ORDER BY g.id`,
  )
