import { sql } from 'kysely'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'
import type { Said } from '../rules/departs.ts'

/** What a device sent earlier under an id. */
export interface SentBefore {
  contentsHash: string
  by: string | null
}

export const sentBefore = (db: Db, sentId: string): Promise<SentBefore | undefined> =>
  maybe(
    db,
    sql<SentBefore>`SELECT contents_hash AS "contentsHash", graded_by AS by FROM grading.grade_version WHERE sent_id = ${sentId}`,
  )

export interface Standing {
  id: string
  version: number
}

/** The grade of a row as it stands. */
export const standingGrade = (db: Db, taskId: string, indicator: string): Promise<Standing | undefined> =>
  maybe(
    db,
    sql<Standing>`SELECT id, version FROM grading.grade
      WHERE task_id = ${taskId} AND indicator = ${indicator} AND set_aside_at IS NULL`,
  )

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

/** Writes the grade and its version. */
export async function keepGrade(db: Db, grade: GradeToKeep): Promise<void> {
  const { numerator, denominator, value, named, notApplicable } = grade
  const standing = grade.overrideReason === null ? 'ordinary' : 'override'
  const documents = sql`${[...grade.documentIds]}::uuid[]`
  await sql`INSERT INTO grading.grade (id, task_id, indicator, version, sent_id, numerator, denominator, value, named, not_applicable, comment,
      override_reason, computed_said, document_ids, latitude, longitude, device_id, graded_by, graded_at, recorded_at, standing)
    VALUES (${grade.id}, ${grade.taskId}, ${grade.indicator}, ${grade.version}, ${grade.sentId}, ${numerator}, ${denominator}, ${value}, ${named},
      ${notApplicable}, ${grade.comment}, ${grade.overrideReason}, ${grade.computedSaid}, ${documents}, ${grade.latitude}, ${grade.longitude},
      ${grade.deviceId}, ${grade.by}, ${grade.gradedAt}, ${grade.at}, ${standing})
    ON CONFLICT (id) DO UPDATE SET version = excluded.version, sent_id = excluded.sent_id, numerator = excluded.numerator,
      denominator = excluded.denominator, value = excluded.value, named = excluded.named, not_applicable = excluded.not_applicable,
      comment = excluded.comment, override_reason = excluded.override_reason, computed_said = excluded.computed_said,
      document_ids = excluded.document_ids, latitude = excluded.latitude, longitude = excluded.longitude, device_id = excluded.device_id,
      graded_by = excluded.graded_by, graded_at = excluded.graded_at, recorded_at = excluded.recorded_at, standing = excluded.standing`.execute(
    db,
  )
  const said = { ...pick(grade), comment: grade.comment, overrideReason: grade.overrideReason }
  await sql`INSERT INTO grading.grade_version (sent_id, grade_id, version, contents_hash, said, graded_by, recorded_at)
    VALUES (${grade.sentId}, ${grade.id}, ${grade.version}, ${grade.contentsHash},
      ${JSON.stringify({ ...said, computedSaid: grade.computedSaid, documentIds: grade.documentIds })}::json, ${grade.by}, ${grade.at})`.execute(
    db,
  )
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
export const setAside = (db: Db, taskId: string, at: string): Promise<SetAside[]> =>
  rows(
    db,
    sql<SetAside>`UPDATE grading.grade SET set_aside_at = ${at} WHERE task_id = ${taskId} AND set_aside_at IS NULL
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
