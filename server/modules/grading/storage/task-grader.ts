import { sql } from 'kysely'
import { type Db, maybe } from '../../../platform/database/database.ts'

/** Whose work a task is. */
export const taskGrader = (db: Db, taskId: string) =>
  maybe(
    db,
    sql<{
      name: string
      rows: string[]
      accountId: string | null
      bodyId: string | null
    }>`SELECT s.name, task.rows,
        coalesce(seat.account_id, task.taken_by) AS "accountId", task.body_id AS "bodyId"
      FROM grading.task task JOIN evaluation.published_subject s ON s.id = task.subject_id
      LEFT JOIN grading.seat seat ON seat.id = task.seat_id WHERE task.id = ${taskId}`,
  )
