import { sql } from 'kysely'
import type { Texting } from '../../../access/tell.ts'
import { type Db, rows, type Trx } from '../../../platform/database/database.ts'
import type { Keys } from '../../../platform/keys/keys.ts'

/** What is sealed of a message. */
export type TextPayload = Pick<Texting, 'phone' | 'zh'>

/** Queues what came out of the outbox, under the outbox's own ids; a key that was told before is left out. */
export async function queueTexts(
  trx: Trx,
  keys: Keys,
  fresh: readonly (Texting & { id: string; at: string })[],
  now: string,
): Promise<void> {
  const made = fresh.map(({ id, at, key, until, urgent, phone, zh }) => ({
    id,
    at,
    payload: keys.seal(JSON.stringify({ phone, zh } satisfies TextPayload)),
    key: key ?? null,
    until: until ?? null,
    urgent: urgent ?? false,
  }))
  await sql`INSERT INTO notices.text_message (id, payload, key, at, urgent, until, state, next_at)
    SELECT id, payload, key, at, urgent, until, 'waiting', ${now}
    FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
      AS f (id uuid, payload text, key text, at timestamptz, urgent boolean, until timestamptz)
    ON CONFLICT DO NOTHING`.execute(trx)
}

export interface ClaimedText {
  id: string
  /** With this one. */
  tries: number
  payload: string
  until: string | null
}

/** How long a message under way is left alone: whoever sends it was killed if it still waits afterwards. */
const leaseMinutes = 2

/** Takes messages whose time has come, those that somebody waits for first; other processes get others. */
export const claimTexts = (db: Db, now: string, most: number): Promise<ClaimedText[]> =>
  rows(
    db,
    sql<ClaimedText>`UPDATE notices.text_message SET tries = tries + 1,
        next_at = ${now}::timestamptz + ${sql.lit(leaseMinutes)} * interval '1 minute'
      WHERE id IN (SELECT id FROM notices.text_message WHERE state = 'waiting' AND next_at <= ${now}
        ORDER BY urgent DESC, next_at LIMIT ${sql.lit(most)} FOR UPDATE SKIP LOCKED)
      RETURNING id, tries, payload, until`,
  )

/** Sent, or given up: number and words are forgotten. */
export async function endText(
  db: Db,
  id: string,
  { state, fault = null }: { state: 'sent' | 'given-up'; fault?: string | null },
): Promise<void> {
  await sql`UPDATE notices.text_message SET state = ${state}, fault = ${fault}, payload = NULL WHERE id = ${id}`.execute(
    db,
  )
}

/** @param nextAt ISO instant of the next try */
export async function postponeText(db: Db, id: string, nextAt: string, fault: string): Promise<void> {
  await sql`UPDATE notices.text_message SET next_at = ${nextAt}, fault = ${fault} WHERE id = ${id}`.execute(
    db,
  )
}

/** Forgets what was sent or given up before an instant. */
export async function forgetTexts(db: Db, before: string): Promise<void> {
  await sql`DELETE FROM notices.text_message WHERE state <> 'waiting' AND at < ${before}`.execute(db)
}
