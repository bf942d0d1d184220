import { sql } from 'kysely'
import { type Db, rows } from '../../../platform/database/database.ts'

/** A task with the hand in it that is bound to its subject. */
export interface BarredWork {
  taskId: string
  accountId: string
}

/** In rounds whose result is not out yet; of one account, or of one round. */
export const barredWork = (db: Db, of: { accountId: string } | { roundId: string }): Promise<BarredWork[]> =>
  rows(
    db,
    sql<BarredWork>`SELECT work.task_id AS "taskId", work.account_id AS "accountId" FROM grading.barred_work work
      JOIN evaluation.published_round round ON round.id = work.round_id AND round.state IN ('grading', 'moderation')
      WHERE ${'accountId' in of ? sql`work.account_id = ${of.accountId}` : sql`work.round_id = ${of.roundId}`}
      ORDER BY work.task_id, work.account_id`,
  )

/** Subjects of rounds that are out already in which the account's grades stand, with the officials' place to tell. */
export const lateConflictsOf = (db: Db, accountId: string) =>
  rows(
    db,
    sql<{
      id: string
      placeId: string
      roundName: string
      name: string
    }>`SELECT r.id, r.place_id AS "placeId",
        round.name AS "roundName", s.name FROM grading.late_conflict r
      JOIN grading.barred_work work ON work.task_id = r.id AND work.account_id = ${accountId}
      JOIN evaluation.published_round round ON round.id = r.round_id
      JOIN evaluation.published_subject s ON s.id = r.subject_id ORDER BY r.id`,
  )

/** Everybody whose grades of the task stand though he is bound to its subject. */
export async function settleConflicts(
  db: Db,
  taskId: string,
  { note, by, at }: { note: string; by: string | null; at: string },
): Promise<void> {
  await sql`INSERT INTO grading.conflict_settled (task_id, account_id, note, settled_by, settled_at)
    SELECT task_id, account_id, ${note}, ${by}::uuid, ${at}::timestamptz FROM grading.barred_work WHERE task_id = ${taskId}
    ON CONFLICT DO NOTHING`.execute(db)
}
