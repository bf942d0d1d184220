import { sql } from 'kysely'
import type { Decision, RunState } from '../../../../contracts/imports/words.ts'
import { type Db, maybe, one, rows } from '../../../platform/database/database.ts'
import type { Counts } from '../rules/tally.ts'

/** Uploaded files are kept this long after their import ended, so that bad rows can still be fetched. */
export const fileDays = 30

export interface Run {
  id: string
  kind: string
  fileName: string
  fileHash: string
  uploadedBy: string
  state: RunState
  skipBad: boolean
  decisions: Record<string, Decision>
  counts: Counts
}

export interface Problem {
  code: string
  zh: string
  en: string
}

const columns =
  sql.raw(`id, kind, file_name AS "fileName", file_hash AS "fileHash", uploaded_by AS "uploadedBy", state,
  skip_bad AS "skipBad", decisions, counts`)

export const getRun = (db: Db, id: string): Promise<Run> =>
  one(db, sql<Run>`SELECT ${columns} FROM imports.run WHERE id = ${id}`)

export interface NewRun extends Pick<Run, 'id' | 'kind' | 'fileName' | 'fileHash' | 'uploadedBy'> {
  fileBytes: number
  uploadedByName: string
  at: string
  /** Where the uploader's roles are held. */
  places: string[]
  bodies: string[]
}

/** A fresh import that waits for its check. */
export async function insertRun(db: Db, run: NewRun): Promise<void> {
  await sql`INSERT INTO imports.run (id, kind, file_name, file_hash, file_bytes, uploaded_by, uploaded_by_name, uploaded_at, queued_at, state)
    VALUES (${run.id}, ${run.kind}, ${run.fileName}, ${run.fileHash}, ${run.fileBytes}, ${run.uploadedBy}, ${run.uploadedByName},
      ${run.at}, ${run.at}, 'waiting-check')`.execute(db)
  await sql`INSERT INTO imports.run_place (run_id, place_id)
    SELECT ${run.id}::uuid, place_id FROM unnest(${run.places}::uuid[]) AS held (place_id)
    UNION SELECT ${run.id}::uuid, b.place_id FROM organisations.published_body b
    WHERE b.id = ANY(${run.bodies}::uuid[]) AND b.place_id IS NOT NULL`.execute(db)
}

/** Moves a run on, if it still is where the caller believes. @returns whether it moved */
export async function advance(db: Db, id: string, from: readonly RunState[], to: RunState): Promise<boolean> {
  const moved = await maybe(
    db,
    sql`UPDATE imports.run SET state = ${to} WHERE id = ${id} AND state = ANY(${from}::text[]) RETURNING 1`,
  )
  return moved !== undefined
}

export async function queueImport(
  db: Db,
  id: string,
  at: string,
  how: { skipBad: boolean; decisions: Record<string, Decision> },
) {
  await sql`UPDATE imports.run SET state = 'waiting-import', queued_at = ${at}, rows_done = 0, problem = NULL,
    skip_bad = ${how.skipBad}, decisions = ${JSON.stringify(how.decisions)}::jsonb WHERE id = ${id}`.execute(
    db,
  )
}

/** Back to the queue, to be checked anew. */
export async function queueCheck(db: Db, id: string, at: string, problem: Problem | null): Promise<void> {
  await sql`UPDATE imports.run SET state = 'waiting-check', queued_at = ${at}, rows_done = 0,
    problem = ${problem && JSON.stringify(problem)}::jsonb WHERE id = ${id}`.execute(db)
}

export const nextInQueue = (db: Db): Promise<{ id: string; state: RunState } | undefined> =>
  maybe(
    db,
    sql<{ id: string; state: RunState }>`SELECT id, state FROM imports.run
      WHERE state IN ('waiting-check', 'waiting-import') ORDER BY queued_at, id LIMIT 1`,
  )

/** Runs that were being worked on when somebody last looked. */
export const inWork = (db: Db) =>
  rows(
    db,
    sql<{
      id: string
      state: RunState
    }>`SELECT id, state FROM imports.run WHERE state IN ('checking', 'importing')`,
  )

export async function noteProgress(db: Db, id: string, done: number, total?: number): Promise<void> {
  await sql`UPDATE imports.run SET rows_done = ${done}, rows_total = coalesce(${total ?? null}::integer, rows_total) WHERE id = ${id}`.execute(
    db,
  )
}

/** How a stretch of work ended. A problem that is not named stays as it was noted before. */
export interface Ending {
  state: RunState
  at: string | null
  counts?: Counts
  warnings?: string[]
  problem?: Problem
  rows?: number
}

export async function endWork(
  db: Db,
  id: string,
  { state, at, counts, warnings, problem, rows: total }: Ending,
): Promise<void> {
  await sql`UPDATE imports.run SET state = ${state}, finished_at = ${at},
    counts = coalesce(${counts ? JSON.stringify(counts) : null}::jsonb, counts),
    warnings = coalesce(${warnings ? JSON.stringify(warnings) : null}::jsonb, warnings),
    problem = coalesce(${problem ? JSON.stringify(problem) : null}::jsonb, problem),
    rows_total = coalesce(${total ?? null}::integer, rows_total), rows_done = coalesce(${total ?? null}::integer, rows_done)
    WHERE id = ${id}`.execute(db)
}

/** Ends imports that were checked, or broken off, before the day and that nobody has confirmed since. @returns their ids */
export async function giveUpUnconfirmed(
  db: Db,
  day: string,
  at: string,
  problem: Problem,
): Promise<string[]> {
  const found = await rows(
    db,
    sql<{
      id: string
    }>`UPDATE imports.run SET state = 'discarded', finished_at = ${at}, problem = ${JSON.stringify(problem)}::jsonb
      WHERE state IN ('checked', 'interrupted') AND queued_at < ${day}::timestamptz RETURNING id`,
  )
  return found.map(({ id }) => id)
}

/** Deletes results of checks: of the named imports, and of those that ended before the day without recording anything. */
export async function clearNeverImported(db: Db, day: string, named: readonly string[]): Promise<void> {
  const over = sql`SELECT id FROM imports.run WHERE id = ANY(${[...named]}::uuid[])
    OR (state IN ('unreadable', 'discarded') AND finished_at < ${day}::timestamptz)`
  await sql`DELETE FROM imports.finding WHERE run_id IN (${over})`.execute(db)
  await sql`DELETE FROM imports.outcome WHERE run_id IN (${over})`.execute(db)
}

/** Imports that ended so long ago that their files go. */
export const endedBefore = (db: Db, day: string) =>
  rows(
    db,
    sql<{
      id: string
    }>`SELECT id FROM imports.run WHERE finished_at < ${day}::timestamptz AND state IN ('imported', 'unreadable', 'discarded')`,
  )
