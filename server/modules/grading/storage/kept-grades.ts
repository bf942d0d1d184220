import { sql } from 'kysely'
import type { KeptGrade } from '../../../../contracts/grading/task-shapes.ts'
import { type Db, rows } from '../../../platform/database/database.ts'
import { documentsOf } from '../../documents/index.ts'

type Row = Omit<KeptGrade, 'evidence'> & { documentIds: string[] }

/**
 * The grades of tasks as they stand. Of the evaluation group the seat is named, but for one's own.
 * @returns by task and row
 */
export async function keptGrades(
  db: Db,
  actorId: string | null,
  taskIds: readonly string[],
): Promise<Map<string, KeptGrade>> {
  if (taskIds.length === 0) return new Map()
  const found = await rows(
    db,
    sql<Row>`SELECT g.id, g.task_id AS "taskId", g.indicator AS row, g.version,
        json_build_object('numerator', g.numerator::text, 'denominator', g.denominator::text, 'value', g.value::text, 'named', g.named,
          'notApplicable', g.not_applicable) AS said,
        g.comment, g.override_reason AS "overrideReason", g.computed_said AS "computedSaid", g.document_ids AS "documentIds",
        CASE WHEN seat.label IS NOT NULL AND g.graded_by IS DISTINCT FROM ${actorId}::uuid THEN seat.label ELSE account.display_name END AS by,
        g.graded_by IS NOT DISTINCT FROM ${actorId}::uuid AS mine, g.graded_at AS at
      FROM grading.grade g JOIN grading.task task ON task.id = g.task_id LEFT JOIN grading.seat seat ON seat.id = task.seat_id
      JOIN accounts.published_account account ON account.id = g.graded_by
      WHERE g.task_id = ANY(${[...taskIds]}::uuid[]) AND g.set_aside_at IS NULL`,
  )
  const held = await documentsOf(
    db,
    'grading.grade',
    found.filter(({ documentIds }) => documentIds.length > 0).map(({ id }) => id),
  )
  return new Map(
    found.map(({ documentIds, ...grade }) => [
      gradeKey(grade.taskId, grade.row),
      {
        ...grade,
        evidence: held
          .filter(({ recordId, id }) => recordId === grade.id && documentIds.includes(id))
          .map(({ id, name, type }) => ({ id, name, type })),
      },
    ]),
  )
}

export const gradeKey = (taskId: string, row: string): string => `${taskId}|${row}`
