import { sql } from 'kysely'
import type { RoundState } from '../../../../contracts/evaluation/words.ts'
import { type Db, maybe, one, rows } from '../../../platform/database/database.ts'
import { holdRound } from '../../evaluation/index.ts'
import type { Area, Assignment } from '../draw.ts'

export interface DrawnRound {
  id: string
  year: number
  name: string
  state: RoundState
  placeId: string
  edition: string
  periodTo: string
}

/** The round, held in its stage until the transaction ends. */
export async function roundToDraw(db: Db, id: string): Promise<DrawnRound> {
  await holdRound(db, id)
  return await one(
    db,
    sql<DrawnRound>`SELECT id, year, name, state, place_id AS "placeId", edition, period_to AS "periodTo"
      FROM evaluation.published_round WHERE id = ${id}`,
  )
}

export interface SeatToMake {
  accountId: string
  /** Null for everywhere. */
  districts: string[] | null
}

/** Who is of the evaluation group in a round: over its whole place, or over districts of it. */
export const evaluatorsIn = (db: Db, placeId: string, today: string): Promise<SeatToMake[]> =>
  rows(
    db,
    sql<SeatToMake>`SELECT g.actor_id AS "accountId",
        CASE WHEN bool_or(over.place_id IS NOT NULL) THEN NULL ELSE array_agg(DISTINCT place.name) END AS districts
      FROM access.grant_of_role g JOIN accounts.published_account account ON account.id = g.actor_id AND account.closed_at IS NULL
      JOIN organisations.published_place place ON place.id = g.place_id
      LEFT JOIN access.place_reach over ON over.place_id = ${placeId} AND over.ancestor_id = g.place_id
      LEFT JOIN access.place_reach under ON under.place_id = g.place_id AND under.ancestor_id = ${placeId} AND place.kind = 'district'
      WHERE g.role = 'evaluator' AND g.valid_from <= ${today}::date AND (g.valid_to IS NULL OR g.valid_to > ${today}::date)
        AND (over.place_id IS NOT NULL OR under.place_id IS NOT NULL)
      GROUP BY g.actor_id ORDER BY g.actor_id`,
  )

export interface DrawnSubject {
  id: string
  code: string
  name: string
  district: string
}

/** The compounds that the evaluation group grades. */
export const subjectsToDraw = (db: Db, roundId: string): Promise<DrawnSubject[]> =>
  rows(
    db,
    sql<DrawnSubject>`SELECT id, code, name, district_name AS district FROM evaluation.published_subject
      WHERE round_id = ${roundId} AND kind = 'compound' AND listed AND not_assessed_reason IS NULL ORDER BY code COLLATE "C"`,
  )

export interface Seat {
  id: string
  label: string
  accountId: string
}

export const seatsOf = (db: Db, roundId: string): Promise<Seat[]> =>
  rows(
    db,
    sql<Seat>`SELECT id, label, account_id AS "accountId" FROM grading.seat WHERE round_id = ${roundId} ORDER BY label`,
  )

export async function replaceSeats(
  db: Db,
  roundId: string,
  seats: readonly (SeatToMake & { id: string; label: string })[],
): Promise<void> {
  await sql`DELETE FROM grading.seat WHERE round_id = ${roundId}`.execute(db)
  await sql`INSERT INTO grading.seat (id, round_id, label, account_id, districts)
    SELECT id, ${roundId}, label, "accountId",
      CASE WHEN json_typeof(districts) = 'array' THEN ARRAY(SELECT json_array_elements_text(districts)) END
    FROM json_to_recordset(${JSON.stringify(seats)}::json) AS f (id uuid, label text, "accountId" uuid, districts json)`.execute(
    db,
  )
}

/** Where each seat of the round may grade. */
export const areasOf = (db: Db, roundId: string): Promise<Area[]> =>
  rows(
    db,
    sql<Area>`SELECT label AS seat, to_json(districts) AS districts FROM grading.seat WHERE round_id = ${roundId} ORDER BY label`,
  )

/** Pairs that must not meet, each as "seat|code": kept to ourselves. */
export async function tiedPairs(db: Db, roundId: string): Promise<Set<string>> {
  const found = await rows(
    db,
    sql<{ pair: string }>`SELECT DISTINCT seat.label || '|' || s.code AS pair FROM grading.seat seat
      JOIN grading.bar bar ON bar.account_id = seat.account_id
      JOIN evaluation.published_subject s ON s.id = bar.subject_id AND s.round_id = seat.round_id AND s.kind = 'compound' AND s.listed
        AND s.not_assessed_reason IS NULL
      WHERE seat.round_id = ${roundId}`,
  )
  return new Set(found.map(({ pair }) => pair))
}

export interface DrawResult {
  subjects: { code: string; name: string; district: string }[]
  areas: Area[]
  seconds: number
  /** As drawn, which anybody can repeat. */
  assignments: Assignment[]
  /** As given out, after 回避. */
  given: Assignment[]
}

export interface KeptDraw {
  seedSealed: string
  seedHash: string
  numberName: string
  numberOn: string
  number: string | null
  subjects: string[]
  seats: string[]
  committedAt: string
  runAt: string | null
  revealedAt: string | null
  result: DrawResult | null
}

const drawOf = (
  roundId: string,
) => sql<KeptDraw>`SELECT seed_sealed AS "seedSealed", seed_hash AS "seedHash", number_name AS "numberName",
    number_on AS "numberOn", number, subjects, seats, committed_at AS "committedAt", run_at AS "runAt", revealed_at AS "revealedAt", result
  FROM grading.draw WHERE round_id = ${roundId}`

export const keptDraw = (db: Db, roundId: string): Promise<KeptDraw | undefined> => maybe(db, drawOf(roundId))

/** The same, with its row locked: of two who enter a number at once, the second sees the first's. */
export const lockedDraw = (db: Db, roundId: string): Promise<KeptDraw | undefined> =>
  maybe(db, sql<KeptDraw>`${drawOf(roundId)} FOR UPDATE`)

export interface Commitment {
  seedSealed: string
  seedHash: string
  numberName: string
  numberOn: string
  subjects: readonly string[]
  seats: readonly string[]
  at: string
  by: string | null
}

export async function keepCommitment(db: Db, roundId: string, made: Commitment): Promise<void> {
  await sql`INSERT INTO grading.draw (round_id, seed_sealed, seed_hash, number_name, number_on, subjects, seats, committed_at, committed_by)
    VALUES (${roundId}, ${made.seedSealed}, ${made.seedHash}, ${made.numberName}, ${made.numberOn}, ${JSON.stringify(made.subjects)}::json,
      ${JSON.stringify(made.seats)}::json, ${made.at}, ${made.by})
    ON CONFLICT (round_id) DO UPDATE SET seed_sealed = excluded.seed_sealed, seed_hash = excluded.seed_hash, number_name = excluded.number_name,
      number_on = excluded.number_on, subjects = excluded.subjects, seats = excluded.seats, committed_at = excluded.committed_at,
      committed_by = excluded.committed_by, version = grading.draw.version + 1`.execute(db)
}

export async function keepResult(
  db: Db,
  roundId: string,
  run: { number: string; result: DrawResult; correction: string | null; at: string; by: string | null },
): Promise<void> {
  await sql`INSERT INTO grading.draw_number (round_id, place, number, reason, entered_at, entered_by)
    SELECT ${roundId}::uuid, count(*) + 1, ${run.number}, ${run.correction}, ${run.at}::timestamptz, ${run.by}::uuid
    FROM grading.draw_number WHERE round_id = ${roundId}`.execute(db)
  await sql`UPDATE grading.draw SET number = ${run.number}, result = ${JSON.stringify(run.result)}::json,
    run_at = ${run.at}, run_by = ${run.by}, version = version + 1 WHERE round_id = ${roundId}`.execute(db)
}

/** Every public number that was entered, the first first; each later one with the reason for which it replaced the one before. */
export const enteredNumbers = async (db: Db, roundId: string) =>
  (
    await rows(
      db,
      sql<{ number: string; reason: string | null; at: string }>`SELECT number, reason, entered_at AS at
        FROM grading.draw_number WHERE round_id = ${roundId} ORDER BY place`,
    )
  ).map((one) => ({ ...one, at: new Date(one.at).toISOString() }))

export async function reveal(db: Db, roundId: string, at: string): Promise<void> {
  await sql`UPDATE grading.draw SET revealed_at = ${at} WHERE round_id = ${roundId} AND revealed_at IS NULL AND result IS NOT NULL`.execute(
    db,
  )
}

/** Whether the evaluation group has graded anything, or somebody stepped back from a drawn task. */
export async function hasBegun(db: Db, roundId: string): Promise<boolean> {
  const found = await one(
    db,
    sql<{
      begun: boolean
    }>`SELECT EXISTS (SELECT FROM grading.task task WHERE task.round_id = ${roundId} AND task.grader = '考核组'
      AND (EXISTS (SELECT FROM grading.grade g WHERE g.task_id = task.id)
        OR EXISTS (SELECT FROM grading.recusal x WHERE x.task_id = task.id))) AS begun`,
  )
  return found.begun
}

/**
 * Gives the drawn seats their tasks and makes the tasks of second graders. What a tie bars is never given, whatever was
 * drawn. @returns how many of the first graders' tasks have a seat, and how many none
 */
export async function giveSeats(
  db: Db,
  roundId: string,
  { given: assignments }: DrawResult,
  newId: () => string,
): Promise<{ assigned: number; unassigned: number }> {
  await sql`DELETE FROM grading.task WHERE round_id = ${roundId} AND grader = '考核组' AND second`.execute(db)
  const seconds = assignments.filter(({ second }) => second !== null).map((one) => ({ ...one, id: newId() }))
  await sql`INSERT INTO grading.task (id, round_id, subject_id, grader, second, place_id, rows)
    SELECT f.id, ${roundId}, task.subject_id, task.grader, true, task.place_id, task.rows
    FROM json_to_recordset(${JSON.stringify(seconds)}::json) AS f (id uuid, subject text)
    JOIN evaluation.published_subject s ON s.round_id = ${roundId} AND s.kind = 'compound' AND s.code = f.subject
    JOIN grading.task task ON task.subject_id = s.id AND task.round_id = ${roundId} AND task.grader = '考核组' AND NOT task.second`.execute(
    db,
  )
  const found = await one(
    db,
    sql<{ assigned: number; unassigned: number }>`WITH given AS (
        SELECT task.id, seat.id AS seat_id FROM grading.task task JOIN evaluation.published_subject s ON s.id = task.subject_id
        LEFT JOIN json_to_recordset(${JSON.stringify(assignments)}::json) AS f (subject text, first text, second text) ON f.subject = s.code
        LEFT JOIN grading.seat seat ON seat.round_id = task.round_id AND seat.label = CASE WHEN task.second THEN f.second ELSE f.first END
          AND NOT EXISTS (SELECT FROM grading.bar bar WHERE bar.account_id = seat.account_id AND bar.subject_id = task.subject_id
            AND bar.project_id IS NULL)
        WHERE task.round_id = ${roundId} AND task.grader = '考核组'),
      written AS (UPDATE grading.task task SET seat_id = given.seat_id FROM given WHERE given.id = task.id RETURNING task.second, task.seat_id)
      SELECT count(*) FILTER (WHERE NOT second AND seat_id IS NOT NULL)::integer AS assigned,
        count(*) FILTER (WHERE NOT second AND seat_id IS NULL)::integer AS unassigned FROM written`,
  )
  return found
}

/** How many tasks each seat's account has, for telling it. */
export const loadsOf = (db: Db, roundId: string) =>
  rows(
    db,
    sql<{
      seat: string
      accountId: string
      tasks: number
      submitted: number
    }>`SELECT seat.label AS seat, seat.account_id AS "accountId",
        count(task.id)::integer AS tasks, count(task.id) FILTER (WHERE task.state = 'submitted')::integer AS submitted
      FROM grading.seat seat LEFT JOIN grading.task task ON task.seat_id = seat.id
      WHERE seat.round_id = ${roundId} GROUP BY seat.label, seat.account_id ORDER BY seat.label`,
  )
