import { sql } from 'kysely'
import { type Db, maybe, one, type Trx } from '../../../platform/database/database.ts'

/** The last day whose reminders a source was asked for. */
export async function lastReminded(db: Db, source: string): Promise<string | null> {
  const { day } = await one(
    db,
    sql<{ day: string | null }>`SELECT max(day) AS day FROM notices.reminder_run WHERE source = ${source}`,
  )
  return day
}

/** @returns false where somebody else has it, or had it before */
export async function claimReminders(trx: Trx, source: string, day: string, at: string): Promise<boolean> {
  const claimed = await maybe(
    trx,
    sql`INSERT INTO notices.reminder_run (source, day, at, told) VALUES (${source}, ${day}, ${at}, 0)
      ON CONFLICT DO NOTHING RETURNING 1 AS one`,
  )
  return claimed !== undefined
}

export async function countReminders(trx: Trx, source: string, day: string, told: number): Promise<void> {
  await sql`UPDATE notices.reminder_run SET told = ${told} WHERE source = ${source} AND day = ${day}`.execute(
    trx,
  )
}
