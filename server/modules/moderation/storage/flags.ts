import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { type Db, one } from '../../../platform/database/database.ts'
import type { Flag } from '../rules/flags.ts'

/** Every subject that is assessed has a review; those that fell away keep theirs, unseen. */
export async function ensureReviews(db: Db, roundId: string): Promise<void> {
  await sql`INSERT INTO moderation.review (id, round_id, subject_id, place_id)
    SELECT gen_random_uuid(), s.round_id, s.id, s.place_id FROM evaluation.published_subject s
    WHERE s.round_id = ${roundId} AND s.listed AND s.not_assessed_reason IS NULL
    ON CONFLICT ON CONSTRAINT review_is_one DO NOTHING`.execute(db)
}

/**
 * Replaces a round's flags: one that says what it said before stays, settled or not; one with other figures waits
 * again; one that is not raised any more is gone. @returns how many there are
 */
export async function replaceFlags(
  db: Db,
  round: { id: string; run: number },
  flags: readonly Flag[],
  at: string,
): Promise<number> {
  const raised = JSON.stringify(flags.map((flag) => ({ id: uuid(), ...flag })))
  const given = sql`(SELECT f.id, r.id AS review_id, f.indicator, f.kind, f."taskId" AS task_id, f.params
    FROM json_to_recordset(${raised}::json) AS f (id uuid, "subjectId" uuid, indicator text, kind text, "taskId" uuid, params json)
    JOIN moderation.review r ON r.round_id = ${round.id} AND r.subject_id = f."subjectId")`
  await sql`DELETE FROM moderation.flag old USING moderation.review r WHERE r.id = old.review_id AND r.round_id = ${round.id}
    AND NOT EXISTS (SELECT FROM ${given} now WHERE now.review_id = old.review_id AND now.indicator = old.indicator
      AND now.kind = old.kind AND now.task_id IS NOT DISTINCT FROM old.task_id AND now.params::jsonb = old.params::jsonb)`.execute(
    db,
  )
  await sql`INSERT INTO moderation.flag (id, review_id, indicator, kind, task_id, params, raised_at)
    SELECT id, review_id, indicator, kind, task_id, params, ${at} FROM ${given} now
    ON CONFLICT ON CONSTRAINT flag_is_one DO NOTHING`.execute(db)
  await sql`INSERT INTO moderation.examination (round_id, run_id, at) VALUES (${round.id}, ${round.run}, ${at})
    ON CONFLICT (round_id) DO UPDATE SET run_id = excluded.run_id, at = excluded.at`.execute(db)
  const { count } = await one(
    db,
    sql<{ count: number }>`SELECT count(*)::integer AS count FROM moderation.flag f
      JOIN moderation.review r ON r.id = f.review_id WHERE r.round_id = ${round.id}`,
  )
  return count
}
