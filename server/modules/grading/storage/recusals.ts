import { sql } from 'kysely'
import { type Db, one, rows } from '../../../platform/database/database.ts'

/** Labels of the seats that a task cannot go to: bound to it, out of their districts, stepped back before, or its other grader's. */
export async function seatsThatMayNot(db: Db, taskId: string): Promise<Set<string>> {
  const found = await rows(
    db,
    sql<{
      label: string
    }>`SELECT seat.label FROM grading.task task JOIN grading.seat seat ON seat.round_id = task.round_id
        JOIN evaluation.published_subject s ON s.id = task.subject_id
      WHERE task.id = ${taskId} AND (
        EXISTS (SELECT FROM grading.bar bar WHERE bar.account_id = seat.account_id AND bar.subject_id = task.subject_id
          AND (bar.project_id IS NULL OR bar.project_id = task.project_id))
        OR (seat.districts IS NOT NULL AND NOT s.district_name = ANY(seat.districts))
        OR EXISTS (SELECT FROM grading.task same JOIN grading.recusal x ON x.task_id = same.id
          WHERE same.round_id = task.round_id AND same.subject_id = task.subject_id AND same.grader = task.grader AND x.account_id = seat.account_id)
        OR EXISTS (SELECT FROM grading.task other WHERE other.round_id = task.round_id AND other.subject_id = task.subject_id
          AND other.grader = task.grader AND other.seat_id = seat.id))`,
  )
  return new Set(found.map(({ label }) => label))
}

export interface Recusal {
  id: string
  taskId: string
  accountId: string | null
  fromSeat: string | null
  toSeat: string | null
  reason: string
  at: string
  /** How the task stands from now on. */
  state: 'open' | 'reopened'
}

/** Writes it down and hands the task on. @returns the account of whoever has it now; null for nobody, or an office */
export async function keepRecusal(db: Db, recusal: Recusal): Promise<string | null> {
  const { id, taskId, accountId, fromSeat, toSeat, reason, at, state } = recusal
  await sql`INSERT INTO grading.recusal (id, task_id, account_id, from_seat, to_seat, reason, at)
    VALUES (${id}, ${taskId}, ${accountId}, ${fromSeat}, ${toSeat}, ${reason}, ${at})
    ON CONFLICT ON CONSTRAINT recusal_is_one DO NOTHING`.execute(db)
  const { account } = await one(
    db,
    sql<{
      account: string | null
    }>`UPDATE grading.task task SET state = ${state}, version = version + 1,
        seat_id = (SELECT seat.id FROM grading.seat seat WHERE seat.round_id = task.round_id AND seat.label = ${toSeat}),
        taken_by = CASE WHEN task.taken_by IS DISTINCT FROM ${accountId}::uuid THEN task.taken_by END,
        taken_at = CASE WHEN task.taken_by IS DISTINCT FROM ${accountId}::uuid THEN task.taken_at END
      WHERE task.id = ${taskId} RETURNING (SELECT seat.account_id FROM grading.seat seat WHERE seat.id = task.seat_id) AS account`,
  )
  return account
}
