import { sql } from 'kysely'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'
import { gradeKey } from './kept-grades.ts'

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

/** The rows of tasks on which a question waits, by task and row (`gradeKey`). */
export async function askedRows(db: Db, taskIds: readonly string[]): Promise<Set<string>> {
  const found = await rows(
    db,
    sql<{
      taskId: string
      row: string
    }>`SELECT DISTINCT task_id AS "taskId", indicator AS row FROM grading.question
      WHERE task_id = ANY(${[...taskIds]}::uuid[]) AND answered_at IS NULL`,
  )
  return new Set(found.map(({ taskId, row }) => gradeKey(taskId, row)))
}

/** Other grades answer what was asked on their rows. */
export async function answerByGrades(
  db: Db,
  answers: readonly { taskId: string; indicator: string; answer: string }[],
  { by, at }: Pick<NewQuestion, 'by' | 'at'>,
): Promise<void> {
  if (answers.length === 0) return
  const last = [...new Map(answers.map((one) => [gradeKey(one.taskId, one.indicator), one])).values()]
  await sql`UPDATE grading.question q SET answer = f.answer, answered_by = ${by}, answered_at = ${at}
    FROM jsonb_to_recordset(${JSON.stringify(last)}::jsonb) AS f ("taskId" uuid, indicator text, answer text)
    WHERE q.task_id = f."taskId" AND q.indicator = f.indicator AND q.answered_at IS NULL`.execute(db)
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
