import { type RawBuilder, sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { breaches } from '../../../access/action.ts'
import { type Db, maybe, one, rows } from '../../../platform/database/database.ts'
import type { RoundState } from '../../../../contracts/evaluation/words.ts'
import { refuse } from '../problems.ts'
import { recordEvent } from './round-events.ts'

export interface Round {
  id: string
  year: number
  name: string
  edition: string
  placeId: string
  from: string
  to: string
  state: RoundState
  currentRun: number | null
  dueOn: string | null
  dueProvisional: string | null
}

const columns =
  sql.raw(`id, year, name, edition, place_id AS "placeId", period_from AS "from", period_to AS "to", state,
  current_run AS "currentRun", stage_due_on AS "dueOn", stage_due_provisional AS "dueProvisional"`)

export const findRound = (db: Db, id: string) =>
  maybe(db, sql<Round>`SELECT ${columns} FROM evaluation.round WHERE id = ${id}`)

/** The round, which nobody moves to another stage until the caller's transaction ends. */
export const holdRound = (db: Db, id: string) =>
  one(db, sql<Round>`SELECT ${columns} FROM evaluation.round WHERE id = ${id} FOR SHARE`)

/** The same for many, in the order of their ids. @param ids a query that answers them */
export async function holdRounds(db: Db, ids: RawBuilder<unknown>): Promise<void> {
  await sql`SELECT FROM evaluation.round WHERE id IN (${ids}) ORDER BY id FOR SHARE`.execute(db)
}

/** @throws when the same place has a round of that name and year */
export async function insertRound(
  db: Db,
  fresh: Pick<Round, 'year' | 'name' | 'edition' | 'placeId' | 'from' | 'to'>,
  by: string | null,
  now: string,
): Promise<string> {
  const id = uuid()
  try {
    await sql`INSERT INTO evaluation.round (id, year, name, edition, place_id, period_from, period_to, opened_by, opened_at, stage_began_at)
      VALUES (${id}, ${fresh.year}, ${fresh.name}, ${fresh.edition}, ${fresh.placeId}, ${fresh.from}, ${fresh.to}, ${by}, ${now}, ${now})`.execute(
      db,
    )
    await recordEvent(db, id, { kind: 'opened', at: now, data: {} }, by)
  } catch (fault) {
    if (breaches(fault, 'round_is_known'))
      throw refuse('round-exists', { year: fresh.year, name: fresh.name }, { field: 'name' })
    throw fault
  }
  return id
}

/** A round of the same place and year that was not ended without a result, the newest; undefined where there is none. */
export const standingRound = (db: Db, placeId: string, year: number) =>
  maybe(
    db,
    sql<{ name: string; state: RoundState }>`SELECT name, state FROM evaluation.round
      WHERE place_id = ${placeId} AND year = ${year} AND state <> 'closed' ORDER BY id DESC LIMIT 1`,
  )

/**
 * Whoever moves a round to another stage has its year to himself: of two rounds that are begun at once the second sees the
 * first, and facts of the year are recorded before or after, never during.
 */
export async function lockYear(trx: Db, year: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${stagesOfYear}::integer, ${year}::integer)`.execute(trx)
}
/** Held by many who record facts of the year; waits for whoever moves a round of it. */
export const shareYear = (year: number) =>
  // Without an answer, and with its values as they are sent: it costs no turn to the database.
  sql`SELECT FROM pg_advisory_xact_lock_shared(${sql.lit(stagesOfYear)}, ${String(year)}::integer) AS held WHERE held IS NULL`
/** Any fixed number; the second key is the year. */
const stagesOfYear = 715_027

/** Another round of the year that scores some of the same places and is under way; grades of both would be one. */
export const rivalOf = (db: Db, { id, year, placeId }: Pick<Round, 'id' | 'year' | 'placeId'>) =>
  maybe(
    db,
    sql<{ name: string; state: RoundState }>`SELECT other.name, other.state FROM evaluation.round other
      WHERE other.id <> ${id} AND other.year = ${year}
        AND other.state IN ('facts', 'self-report', 'grading', 'moderation', 'publicity', 'appeals')
        AND EXISTS (SELECT FROM access.place_reach reach WHERE (reach.ancestor_id, reach.place_id) = (other.place_id, ${placeId}::uuid)
          OR (reach.ancestor_id, reach.place_id) = (${placeId}::uuid, other.place_id))
      ORDER BY other.id LIMIT 1`,
  )

/** A pass is asked for: visible at once, so that people see it coming. */
export async function beginRun(
  db: Db,
  run: { roundId: string; by: string | null; now: string; editionHash: string },
) {
  const { id } = await one(
    db,
    sql<{ id: number }>`INSERT INTO evaluation.run (round_id, started_at, stage, started_by, edition_hash)
      VALUES (${run.roundId}, ${run.now}, ${asked}, ${run.by}, ${run.editionHash}) RETURNING id`,
  )
  return id
}

const asked = 'asked'

/** Begins a pass that was asked for. @returns false where it was begun before, or has been given up */
export async function claimRun(db: Db, id: number): Promise<boolean> {
  const claimed = await maybe(
    db,
    sql`UPDATE evaluation.run SET stage = 'subjects' WHERE id = ${id} AND stage = ${asked} RETURNING 1`,
  )
  return claimed !== undefined
}

export const roundsWithUnfinished = async (db: Db): Promise<string[]> =>
  (
    await rows(
      db,
      sql<{ id: string }>`SELECT DISTINCT round_id AS id FROM evaluation.run WHERE finished_at IS NULL`,
    )
  ).map((round) => round.id)

/** Passes of a round that nobody works on any more. */
export async function failUnfinished(db: Db, roundId: string, reason: string, now: string): Promise<void> {
  await sql`UPDATE evaluation.run SET stage = 'failed', failed_because = ${reason}, finished_at = ${now}
    WHERE round_id = ${roundId} AND finished_at IS NULL`.execute(db)
}

export async function reportRun(
  db: Db,
  id: number,
  stage: string,
  done: number,
  total: number,
): Promise<void> {
  await sql`UPDATE evaluation.run SET stage = ${stage}, done = ${done}, total = ${total} WHERE id = ${id}`.execute(
    db,
  )
}

export async function failRun(db: Db, id: number, reason: string, now: string): Promise<void> {
  await sql`UPDATE evaluation.run SET stage = 'failed', failed_because = ${reason}, finished_at = ${now} WHERE id = ${id}`.execute(
    db,
  )
}

/** The pass counts from here on: the round points to it. */
export async function finishRun(
  db: Db,
  roundId: string,
  id: number,
  { now, keepsReadings }: { now: string; keepsReadings: boolean },
): Promise<void> {
  await sql`UPDATE evaluation.run SET stage = 'finished', done = total, finished_at = ${now}, keeps_readings = ${keepsReadings} WHERE id = ${id}`.execute(
    db,
  )
  await sql`UPDATE evaluation.round SET current_run = ${id}, version = version + 1 WHERE id = ${roundId}`.execute(
    db,
  )
}

/** Clears what passes before the one to keep have left, whole or half done. */
export async function dropOldRuns(db: Db, roundId: string, keep: number): Promise<void> {
  const old = sql`SELECT id FROM evaluation.run WHERE round_id = ${roundId} AND id < ${keep}`
  await sql`DELETE FROM evaluation.score_row WHERE run_id IN (${old})`.execute(db)
  await sql`DELETE FROM evaluation.score WHERE run_id IN (${old})`.execute(db)
  await sql`DELETE FROM evaluation.kept_reading WHERE run_id IN (${old})`.execute(db)
}

/** The place that a round is to cover. */
export const placeOf = (db: Db, id: string) =>
  one(
    db,
    sql<{
      kind: string
      name: string
    }>`SELECT kind, name FROM organisations.published_place WHERE id = ${id}`,
  )
