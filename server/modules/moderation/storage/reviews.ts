import { sql } from 'kysely'
import type { Hand } from '../../../../contracts/moderation/words.ts'
import type { Actor } from '../../../access/actor.ts'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'
import { standingTo } from '../../grading/index.ts'
import { holdRoundsOf } from '../../evaluation/index.ts'
import type { Said } from '../rules/mean-of-grades.ts'

/** A review as confirming needs it. */
export interface ReviewToConfirm {
  id: string
  roundId: string
  roundName: string
  roundState: string
  name: string
  /** Of the rows as they stand; null before there is a score. */
  hash: string | null
  confirmedHash: string | null
  confirmedBy: string | null
  openFlags: number
  openQuestions: number
  ownHand: Hand | null
  /** Bound to nothing of it; else, whether it is his own office's. */
  free: boolean
  ownOffice: boolean
}

/** Locked in the order of their ids: of two who confirm at once the second sees what the first did. */
export async function lockReviews(db: Db, ids: readonly string[], actor: Actor) {
  const { free, ownOffice } = standingTo(actor)
  await holdRoundsOf(db, sql`SELECT round_id FROM moderation.review WHERE id = ANY(${[...ids]}::uuid[])`)
  await sql`SELECT FROM moderation.review WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`.execute(
    db,
  )
  return await rows(
    db,
    sql<ReviewToConfirm>`SELECT r.id, r.round_id AS "roundId", round.name AS "roundName", round.state AS "roundState", s.name,
        standing.hash, r.confirmed_hash AS "confirmedHash", account.display_name AS "confirmedBy",
        (SELECT count(*)::integer FROM moderation.flag f WHERE f.review_id = r.id AND f.settled_at IS NULL) AS "openFlags",
        ${openQuestions} AS "openQuestions", ${ownHand(actor.id)} AS "ownHand",
        ${free} AS free, ${ownOffice} AS "ownOffice"
      FROM moderation.review r JOIN evaluation.published_round round ON round.id = r.round_id
      JOIN evaluation.published_subject s ON s.id = r.subject_id
      LEFT JOIN moderation.standing standing ON standing.review_id = r.id
      LEFT JOIN accounts.published_account account ON account.id = r.confirmed_by
      WHERE r.id = ANY(${[...ids]}::uuid[])`,
  )
}

/** Over the alias `r` of a review: questions that wait. */
export const openQuestions = sql<number>`(SELECT count(*)::integer FROM grading.published_task task
  JOIN grading.published_question q ON q.task_id = task.id AND q.answered_at IS NULL
  WHERE task.round_id = r.round_id AND task.subject_id = r.subject_id)`

/** Over the alias `r`: what the account itself has done to the score. */
export const ownHand = (
  actorId: string | null,
) => sql<Hand | null>`(SELECT hand.what FROM moderation.published_hand hand
  WHERE hand.round_id = r.round_id AND hand.subject_id = r.subject_id AND hand.account_id = ${actorId}::uuid
    AND hand.what <> 'confirmed' LIMIT 1)`

interface Stamp {
  by: string | null
  at: string
}

/** Confirms the rows as they stand, and settles the flags that were open with the note. */
export async function keepConfirmations(
  db: Db,
  confirmed: readonly { id: string; hash: string }[],
  note: string,
  { by, at }: Stamp,
): Promise<void> {
  const given = sql`json_to_recordset(${JSON.stringify(confirmed)}::json) AS now (id uuid, hash text)`
  await sql`UPDATE moderation.review r SET confirmed_hash = now.hash, confirmed_by = ${by}::uuid, confirmed_at = ${at}::timestamptz,
      note = ${note}, version = r.version + 1 FROM ${given} WHERE r.id = now.id`.execute(db)
  await sql`UPDATE moderation.flag f SET settled_at = ${at}, settled_by = ${by}::uuid, note = ${note}
    FROM ${given} WHERE f.review_id = now.id AND f.settled_at IS NULL`.execute(db)
  await sql`INSERT INTO moderation.review_event (review_id, seq, at, by, kind, note, hash)
    SELECT now.id, ${nextSeq(sql`now.id`)}, ${at}, ${by}::uuid, 'confirmed', ${note}, now.hash FROM ${given}`.execute(
    db,
  )
}

const nextSeq = (review: ReturnType<typeof sql>) =>
  sql`coalesce((SELECT max(seq) FROM moderation.review_event e WHERE e.review_id = ${review}), 0) + 1`

/** The caller holds the review's lock. */
export async function keepEvent(
  db: Db,
  reviewId: string,
  { kind, indicator, note }: { kind: 'asked' | 'chosen'; indicator: string; note: string },
  { by, at }: Stamp,
): Promise<void> {
  await sql`INSERT INTO moderation.review_event (review_id, seq, at, by, kind, indicator, note)
    SELECT ${reviewId}, ${nextSeq(sql`${reviewId}::uuid`)}, ${at}, ${by}::uuid, ${kind}, ${indicator}, ${note}`.execute(
    db,
  )
}

/** The subject of a review with its round, as questions and choices need it; the round is held in its stage. */
export interface ReviewScene {
  roundId: string
  roundName: string
  roundState: string
  year: number
  edition: string
  to: string
  subjectId: string
  name: string
  tableId: string
  placeId: string
  bodyId: string | null
}

export async function heldScene(db: Db, id: string): Promise<ReviewScene | undefined> {
  await holdRoundsOf(db, sql`SELECT round_id FROM moderation.review WHERE id = ${id}`)
  return await maybe(
    db,
    sql<ReviewScene>`SELECT round.id AS "roundId", round.name AS "roundName", round.state AS "roundState", round.year, round.edition,
        round.period_to AS "to", s.id AS "subjectId", s.name, s.table_id AS "tableId", s.place_id AS "placeId", s.body_id AS "bodyId"
      FROM moderation.review r JOIN evaluation.published_round round ON round.id = r.round_id
      JOIN evaluation.published_subject s ON s.id = r.subject_id WHERE r.id = ${id}`,
  )
}

export const isAsked = async (db: Db, taskId: string, indicator: string): Promise<boolean> =>
  (await maybe(
    db,
    sql`SELECT FROM grading.published_question WHERE task_id = ${taskId} AND indicator = ${indicator} AND answered_at IS NULL`,
  )) !== undefined

export interface ChoiceToKeep {
  id: string
  reviewId: string
  taskId: string
  indicator: string
  choice: string
  reason: string
}

/** Keeps what was chosen; the flag that two graders disagree is settled by it. */
export async function keepChoice(db: Db, it: ChoiceToKeep, { by, at }: Stamp): Promise<void> {
  await sql`INSERT INTO moderation.choice (id, review_id, task_id, indicator, choice, reason, decided_by, decided_at)
    VALUES (${it.id}, ${it.reviewId}, ${it.taskId}, ${it.indicator}, ${it.choice}, ${it.reason}, ${by}::uuid, ${at})`.execute(
    db,
  )
  await sql`UPDATE moderation.flag SET settled_at = ${at}, settled_by = ${by}::uuid, note = ${it.reason}
    WHERE review_id = ${it.reviewId} AND indicator = ${it.indicator} AND task_id = ${it.taskId} AND kind = 'graders-disagree'
      AND settled_at IS NULL`.execute(db)
}

/** Both graders' grades of a row of a task, the first one first. */
export interface TwoGrades {
  seat: string | null
  grader: string
  projectId: string | null
  first: Said & { override: boolean }
  second: Said & { override: boolean; evidence: number }
}

export const twoGrades = (db: Db, taskId: string, indicator: string): Promise<TwoGrades | undefined> => {
  const said = (alias: string) => {
    const of = (column: string) => sql.ref(`${alias}.${column}`)
    return sql`json_build_object('numerator', ${of('numerator')}::text, 'denominator', ${of('denominator')}::text,
      'value', ${of('value')}::text, 'named', ${of('named')}, 'notApplicable', ${of('not_applicable')},
      'override', ${of('override_reason')} IS NOT NULL, 'evidence', ${of('evidence_count')})`
  }
  return maybe(
    db,
    sql<TwoGrades>`SELECT task.seat, task.grader, task.project_id AS "projectId", ${said('a')} AS first, ${said('b')} AS second
      FROM grading.published_task task
      JOIN grading.published_grade a ON a.task_id = task.id AND a.indicator = ${indicator}
      JOIN grading.published_grade b ON b.round_id = a.round_id AND b.subject_id = a.subject_id AND b.grader = a.grader
        AND b.project_id IS NOT DISTINCT FROM a.project_id AND b.indicator = a.indicator AND b.second
      WHERE task.id = ${taskId} AND NOT task.second`,
  )
}
