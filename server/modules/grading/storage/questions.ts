import { sql } from 'kysely'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'

export interface NewQuestion {
  id: string
  taskId: string
  indicator: string
  question: string
  by: string | null
  at: string
}

export async function insertQuestion(db: Db, asked: NewQuestion): Promise<void> {
  await sql`INSERT INTO grading.question (id, task_id, indicator, question, asked_by, asked_at)
    VALUES (${asked.id}, ${asked.taskId}, ${asked.indicator}, ${asked.question}, ${asked.by}, ${asked.at})`.execute(
    db,
  )
}

/** The open questions of a task. */
export const openQuestions = (db: Db, taskId: string) =>
  rows(
    db,
    sql<{
      id: string
      indicator: string
    }>`SELECT id, indicator FROM grading.question WHERE task_id = ${taskId} AND answered_at IS NULL`,
  )

/** Another grade answers what was asked on its row. */
export async function answerByGrade(
  db: Db,
  { taskId, indicator, answer, by, at }: Omit<NewQuestion, 'id' | 'question'> & { answer: string },
): Promise<void> {
  await sql`UPDATE grading.question SET answer = ${answer}, answered_by = ${by}, answered_at = ${at}
    WHERE task_id = ${taskId} AND indicator = ${indicator} AND answered_at IS NULL`.execute(db)
}

/** @returns the row that was asked about; undefined when no such question waits */
export const answerInWords = (
  db: Db,
  {
    id,
    taskId,
    answer,
    by,
    at,
  }: { id: string; taskId: string; answer: string; by: string | null; at: string },
) =>
  maybe(
    db,
    sql<{
      indicator: string
    }>`UPDATE grading.question SET answer = ${answer}, answered_by = ${by}, answered_at = ${at}
      WHERE id = ${id} AND task_id = ${taskId} AND answered_at IS NULL RETURNING indicator`,
  )
