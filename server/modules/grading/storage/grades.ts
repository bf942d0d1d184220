import { sql } from 'kysely'
import { breaches } from '../../../access/action.ts'
import { type Db, rows } from '../../../platform/database/database.ts'
import { refuse } from '../problems.ts'
import type { Said } from '../rules/departs.ts'
import { gradeKey } from './kept-grades.ts'

/** What a device sent earlier under an id. */
export interface SentBefore {
  contentsHash: string
  by: string | null
}

/** What was sent before of these ids. */
export async function sentBefore(db: Db, sentIds: readonly string[]): Promise<Map<string, SentBefore>> {
  const found = await rows(
    db,
    sql<SentBefore & { id: string }>`SELECT sent_id AS id, contents_hash AS "contentsHash", graded_by AS by
      FROM grading.grade_version WHERE sent_id = ANY(${[...sentIds]}::uuid[])`,
  )
  return new Map(found.map(({ id, ...sent }) => [id, sent]))
}

export interface Standing {
  id: string
  version: number
}

/** The grades of tasks as they stand, by task and row (`gradeKey`). */
export async function standingGrades(db: Db, taskIds: readonly string[]): Promise<Map<string, Standing>> {
  const found = await rows(
    db,
    sql<
      Standing & { taskId: string; row: string }
    >`SELECT id, version, task_id AS "taskId", indicator AS row FROM grading.grade
      WHERE task_id = ANY(${[...taskIds]}::uuid[]) AND set_aside_at IS NULL`,
  )
  return new Map(found.map(({ taskId, row, ...standing }) => [gradeKey(taskId, row), standing]))
}

export interface GradeToKeep extends Said {
  id: string
  taskId: string
  indicator: string
  version: number
  sentId: string
  contentsHash: string
  comment: string
  overrideReason: string | null
  computedSaid: string | null
  documentIds: readonly string[]
  latitude: number | null
  longitude: number | null
  deviceId: string
  by: string | null
  gradedAt: string
  at: string
}

/**
 * Writes grades and a version of each, in two statements whatever their number. Of a row that comes twice the later stands.
 * @throws when an id was used at the same moment for another grade
 */
export async function keepGrades(db: Db, grades: readonly GradeToKeep[]): Promise<void> {
  if (grades.length === 0) return
  const stand = [...new Map(grades.map((grade) => [grade.id, grade])).values()]
  await sql`INSERT INTO grading.grade (id, task_id, indicator, version, sent_id, numerator, denominator, value, named, not_applicable, comment,
      override_reason, computed_said, document_ids, latitude, longitude, device_id, graded_by, graded_at, recorded_at, standing)
    SELECT id, "taskId", indicator, version, "sentId", numerator, denominator, value, named, "notApplicable", comment, "overrideReason",
      "computedSaid", ARRAY(SELECT jsonb_array_elements_text(f."documentIds"))::uuid[], latitude, longitude, "deviceId", by, "gradedAt", at,
      CASE WHEN "overrideReason" IS NULL THEN 'ordinary' ELSE 'override' END
    FROM jsonb_to_recordset(${JSON.stringify(stand)}::jsonb) AS f (id uuid, "taskId" uuid, indicator text, version integer, "sentId" uuid,
      numerator numeric, denominator numeric, value numeric, named text, "notApplicable" text, comment text, "overrideReason" text,
      "computedSaid" text, "documentIds" jsonb, latitude numeric, longitude numeric, "deviceId" text, by uuid, "gradedAt" timestamptz,
      at timestamptz)
    ON CONFLICT (id) DO UPDATE SET version = excluded.version, sent_id = excluded.sent_id, numerator = excluded.numerator,
      denominator = excluded.denominator, value = excluded.value, named = excluded.named, not_applicable = excluded.not_applicable,
      comment = excluded.comment, override_reason = excluded.override_reason, computed_said = excluded.computed_said,
      document_ids = excluded.document_ids, latitude = excluded.latitude, longitude = excluded.longitude, device_id = excluded.device_id,
      graded_by = excluded.graded_by, graded_at = excluded.graded_at, recorded_at = excluded.recorded_at, standing = excluded.standing`.execute(
    db,
  )
  const versions = grades.map((grade) => {
    const { sentId, id, version, contentsHash, by, at, comment, overrideReason, computedSaid, documentIds } =
      grade
    const said = { ...pick(grade), comment, overrideReason, computedSaid, documentIds }
    return { sentId, id, version, contentsHash, by, at, said }
  })
  try {
    await sql`INSERT INTO grading.grade_version (sent_id, grade_id, version, contents_hash, said, graded_by, recorded_at)
      SELECT "sentId", id, version, "contentsHash", said, by, at FROM json_to_recordset(${JSON.stringify(versions)}::json)
        AS f ("sentId" uuid, id uuid, version integer, "contentsHash" text, by uuid, at timestamptz, said json)`.execute(
      db,
    )
  } catch (fault) {
    if (breaches(fault, 'grade_version_pkey')) throw refuse('id-reused')
    throw fault
  }
}

const pick = ({ numerator, denominator, value, named, notApplicable }: Said): Said => ({
  numerator,
  denominator,
  value,
  named,
  notApplicable,
})

export interface SetAside extends Said {
  indicator: string
  standing: 'ordinary' | 'override'
  comment: string
}

/** What somebody graded who stepped back: it counts no more, and its versions stay. */
export const setAside = (
  db: Db,
  taskId: string,
  { accountId, at }: { accountId: string | null; at: string },
): Promise<SetAside[]> =>
  rows(
    db,
    sql<SetAside>`UPDATE grading.grade SET set_aside_at = ${at} WHERE task_id = ${taskId} AND graded_by = ${accountId}::uuid
        AND set_aside_at IS NULL
      RETURNING indicator, standing, comment, numerator, denominator, value, named, not_applicable AS "notApplicable"`,
  )

/** The task's rows that have no grade. */
export async function ungradedRows(db: Db, taskId: string): Promise<string[]> {
  const found = await rows(
    db,
    sql<{
      row: string
    }>`SELECT row FROM grading.task t CROSS JOIN unnest(t.rows) WITH ORDINALITY AS one (row, place) WHERE t.id = ${taskId}
      AND NOT EXISTS (SELECT FROM grading.grade g WHERE g.task_id = t.id AND g.indicator = row AND g.set_aside_at IS NULL) ORDER BY place`,
  )
  return found.map(({ row }) => row)
}
