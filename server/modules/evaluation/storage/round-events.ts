import { sql } from 'kysely'
import { type Db, rows } from '../../../platform/database/database.ts'
import type { Stage } from '../../../../contracts/evaluation/words.ts'
import { type RoundEvent, standingOf, type Term } from '../rules/stages.ts'

/** What has happened to a round, the oldest first. */
export const eventsOf = (db: Db, roundId: string) =>
  rows(
    db,
    sql<RoundEvent>`SELECT kind, at, data FROM evaluation.round_event WHERE round_id = ${roundId} ORDER BY seq`,
  )

/** Adds an event; the round's row is locked by the action that asks. */
export async function recordEvent(
  db: Db,
  roundId: string,
  { kind, at, data }: RoundEvent,
  by: string | null,
): Promise<void> {
  await sql`INSERT INTO evaluation.round_event (round_id, seq, at, by, kind, data)
    SELECT ${roundId}, coalesce(max(seq), 0) + 1, ${at}, ${by}::uuid, ${kind}, ${JSON.stringify(data)}::jsonb
    FROM evaluation.round_event WHERE round_id = ${roundId}`.execute(db)
}

/** An event, and the round's columns as all its events make them. */
export async function moveRound(
  db: Db,
  roundId: string,
  event: RoundEvent,
  by: string | null,
): Promise<void> {
  await recordEvent(db, roundId, event, by)
  const now = standingOf(await eventsOf(db, roundId))
  await sql`UPDATE evaluation.round SET state = ${now.state}, stage_began_at = ${now.beganAt},
    stage_working_days = ${now.workingDays}, stage_due_on = ${now.dueOn}::date, stage_due_provisional = ${now.provisional}::date,
    version = version + 1 WHERE id = ${roundId}`.execute(db)
}

/** A stage whose term runs; `beganAt` is where it is counted from. */
export interface RunningTerm extends Term {
  id: string
  name: string
  placeId: string
  state: Stage
  beganAt: string
  workingDays: number
}

/** Stages with a term, of rounds that are not over. */
export const termsOf = (db: Db) => rows(db, runningStages)

/** The same, locked until the caller's transaction ends. */
export const runningTerms = (db: Db) => rows(db, sql<RunningTerm>`${runningStages} FOR UPDATE`)

const runningStages = sql<RunningTerm>`SELECT id, name, place_id AS "placeId", state, stage_began_at AS "beganAt",
        stage_working_days AS "workingDays", stage_due_on AS "dueOn", stage_due_provisional AS provisional
      FROM evaluation.round WHERE stage_working_days IS NOT NULL AND state NOT IN ('archived', 'closed')`
