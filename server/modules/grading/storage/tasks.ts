import { type RawBuilder, sql } from 'kysely'
import type { RoundState, SubjectKind } from '../../../../contracts/evaluation/words.ts'
import type { GraderKind, TaskState } from '../../../../contracts/grading/words.ts'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'
import { holdRoundsOf } from '../../evaluation/index.ts'

/** A subject of a round that somebody grades. */
export interface Gradable {
  id: string
  kind: SubjectKind
  variant: string | null
  placeId: string
  districtId: string
  /** The place over it, whose office grades a district. */
  aboveId: string | null
  /** The compounds that an enterprise serves at the period's end, each with the committee that sits there. */
  projects: { id: string; committee: string | null }[]
}

export const gradables = (db: Db, roundId: string, periodTo: string): Promise<Gradable[]> =>
  rows(
    db,
    sql<Gradable>`SELECT s.id, s.kind, s.variant, s.place_id AS "placeId", s.district_id AS "districtId", place.parent_id AS "aboveId",
        CASE WHEN s.kind = 'enterprise' THEN coalesce((
          SELECT json_agg(json_build_object('id', sc.compound_id, 'committee', (
            SELECT c.body_id FROM organisations.published_committee c
            WHERE c.compound_id = sc.compound_id AND c.filed_on <= ${periodTo}::date AND c.valid_from <= ${periodTo}::date
              AND (c.valid_to IS NULL OR c.valid_to > ${periodTo}::date)
            ORDER BY (c.kind = 'owners-committee') DESC, c.elected_on DESC, c.body_id LIMIT 1)) ORDER BY sc.compound_id)
          FROM evaluation.published_subject_compound sc WHERE sc.subject_id = s.id AND sc.at_end), '[]'::json) ELSE '[]'::json END AS projects
      FROM evaluation.published_subject s JOIN organisations.published_place place ON place.id = s.place_id
      WHERE s.round_id = ${roundId} AND s.listed AND s.not_assessed_reason IS NULL ORDER BY s.id`,
  )

export interface NewTask {
  id: string
  subjectId: string
  projectId: string | null
  grader: GraderKind
  second: boolean
  placeId: string
  bodyId: string | null
  rows: readonly string[]
}

/** Those that stand already are left alone. @returns how many are new */
export async function insertTasks(db: Db, roundId: string, tasks: readonly NewTask[]): Promise<number> {
  const made = await rows(
    db,
    sql`INSERT INTO grading.task (id, round_id, subject_id, project_id, grader, second, place_id, body_id, rows)
      SELECT id, ${roundId}, "subjectId", "projectId", grader, second, "placeId", "bodyId",
        ARRAY(SELECT json_array_elements_text(f.rows))
      FROM json_to_recordset(${JSON.stringify(tasks)}::json) AS f (id uuid, "subjectId" uuid, "projectId" uuid, grader text,
        second boolean, "placeId" uuid, "bodyId" uuid, rows json)
      ON CONFLICT ON CONSTRAINT task_is_one DO NOTHING RETURNING id`,
  )
  return made.length
}

/** A task while something is done to it; its row is locked. */
export interface HeldTask {
  id: string
  roundId: string
  roundName: string
  roundState: RoundState
  year: number
  edition: string
  periodFrom: string
  periodTo: string
  subjectId: string
  kind: SubjectKind
  name: string
  code: string
  subjectPlaceId: string
  subjectBodyId: string | null
  projectId: string | null
  projectName: string | null
  grader: GraderKind
  seat: string | null
  second: boolean
  rows: string[]
  state: TaskState
  takenBy: string | null
  may: boolean
}

/**
 * Locks the tasks, in the order of their ids, and holds their rounds where they are until the transaction ends: a stage
 * does not end between looking and writing.
 * @param may whether the actor may grade it, over the alias `r`
 */
export async function holdTasks(
  db: Db,
  ids: readonly string[],
  may: RawBuilder<boolean>,
): Promise<Map<string, HeldTask>> {
  const wanted = [...new Set(ids)]
  await holdRoundsOf(db, sql`SELECT round_id FROM grading.task WHERE id = ANY(${wanted}::uuid[])`)
  await sql`SELECT 1 FROM grading.task WHERE id = ANY(${wanted}::uuid[]) ORDER BY id FOR NO KEY UPDATE`.execute(
    db,
  )
  const found = await rows(
    db,
    sql<HeldTask>`SELECT r.id, r.round_id AS "roundId", round.name AS "roundName", round.state AS "roundState", round.year, round.edition,
        round.period_from AS "periodFrom", round.period_to AS "periodTo", r.subject_id AS "subjectId", s.kind, s.name, s.code,
        s.place_id AS "subjectPlaceId", s.body_id AS "subjectBodyId", r.project_id AS "projectId", project.name AS "projectName",
        r.grader, seat.label AS seat, r.second, r.rows, r.state, r.taken_by AS "takenBy", ${may} AS may
      FROM grading.task r JOIN evaluation.published_round round ON round.id = r.round_id
      JOIN evaluation.published_subject s ON s.id = r.subject_id
      LEFT JOIN organisations.published_place project ON project.id = r.project_id
      LEFT JOIN grading.seat seat ON seat.id = r.seat_id
      WHERE r.id = ANY(${wanted}::uuid[])`,
  )
  return new Map(found.map((task) => [task.id, task]))
}

/** The first of an office who grades does the task. */
export async function markTaken(
  db: Db,
  ids: readonly string[],
  by: string | null,
  at: string,
): Promise<void> {
  if (ids.length === 0) return
  await sql`UPDATE grading.task SET taken_by = ${by}, taken_at = ${at}, version = version + 1
    WHERE id = ANY(${[...ids]}::uuid[])`.execute(db)
}

export async function markReopened(db: Db, id: string): Promise<void> {
  await sql`UPDATE grading.task SET state = 'reopened', version = version + 1 WHERE id = ${id} AND state = 'submitted'`.execute(
    db,
  )
}

export interface HandedIn {
  by: string | null
  at: string
  attendance: readonly { who: string; signatureDocumentId: string | null }[]
  sheetDocumentId: string | null
  note: string
  abstained: number
}

export async function markSubmitted(db: Db, id: string, handed: HandedIn): Promise<void> {
  const { by, at, attendance, sheetDocumentId, note, abstained } = handed
  await sql`UPDATE grading.task SET state = 'submitted', submitted_by = ${by}, submitted_at = ${at},
    attendance = ${JSON.stringify(attendance)}::json, sheet_document_id = coalesce(${sheetDocumentId}::uuid, sheet_document_id), note = ${note},
    abstained = ${abstained}, version = version + 1 WHERE id = ${id}`.execute(db)
}

/** How many of a task's office were barred from it: those of the committee, or of the office at its place. */
export async function abstainedFrom(db: Db, taskId: string, today: string): Promise<number> {
  const found = await maybe(
    db,
    sql<{
      n: number
    }>`SELECT count(DISTINCT g.actor_id)::integer AS n FROM grading.task r JOIN access.grant_of_role g
        ON g.valid_from <= ${today}::date AND (g.valid_to IS NULL OR g.valid_to > ${today}::date)
        AND ((r.grader = '业委会' AND g.role = 'committee' AND g.body_id = r.body_id)
          OR (r.grader <> '业委会' AND r.grader <> '考核组' AND g.place_id = r.place_id AND g.role IN ('city-official', 'district-official',
            'street-official', 'community-official')))
      WHERE r.id = ${taskId} AND (EXISTS (SELECT FROM grading.bar bar WHERE bar.account_id = g.actor_id AND bar.subject_id = r.subject_id
          AND (bar.project_id IS NULL OR bar.project_id = r.project_id) AND (r.grader <> '业委会' OR bar.of_firm))
        OR EXISTS (SELECT FROM grading.recusal recusal WHERE recusal.task_id = r.id AND recusal.account_id = g.actor_id))`,
  )
  return found?.n ?? 0
}
