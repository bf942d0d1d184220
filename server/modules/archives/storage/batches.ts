import { sql } from 'kysely'
import type { BatchContent, PaperForm } from '../../../../contracts/archives/words.ts'
import { type Db, maybe } from '../../../platform/database/database.ts'

export interface Batch {
  id: string
  roundId: string
  what: BatchContent
  form: PaperForm
  askedBy: string
  askedAt: string
  total: number
}

export async function insertBatch(db: Db, batch: Batch): Promise<void> {
  const { id, roundId, what, form, askedBy, askedAt, total } = batch
  await sql`INSERT INTO archives.batch (id, round_id, what, form, asked_by, asked_at, touched_at, total)
    VALUES (${id}, ${roundId}, ${what}, ${form}, ${askedBy}, ${askedAt}, ${askedAt}, ${total})`.execute(db)
}

export async function countDone(db: Db, id: string, done: number, at: string): Promise<void> {
  await sql`UPDATE archives.batch SET done = ${done}, touched_at = ${at} WHERE id = ${id}`.execute(db)
}

export async function endBatch(
  db: Db,
  id: string,
  { at, failedBecause }: { at: string; failedBecause: string | null },
): Promise<void> {
  await sql`UPDATE archives.batch SET finished_at = ${at}, failed_because = ${failedBecause},
    done = CASE WHEN ${failedBecause === null} THEN total ELSE done END WHERE id = ${id} AND finished_at IS NULL`.execute(
    db,
  )
}

/** Papers come many a second; one that comes no more belongs to a server that was stopped. */
const longestPause = '2 minutes'

/** Over archives.batch: neither finished nor being made. @param now ISO instant */
export const isCutOff = (now: string) =>
  sql<boolean>`(finished_at IS NULL AND touched_at < ${now}::timestamptz - ${longestPause}::interval)`

/** A batch of the person's that is being made. */
export const runningBatch = (db: Db, askedBy: string, now: string) =>
  maybe(
    db,
    sql<{ done: number; total: number }>`SELECT done, total FROM archives.batch
      WHERE asked_by = ${askedBy} AND finished_at IS NULL AND NOT ${isCutOff(now)} LIMIT 1`,
  )
