import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { put, type Trx } from '../database/database.ts'
import type { Keys } from '../keys/keys.ts'

export type OutboxKind = 'notice' | 'event' | 'text'

/** Something to be passed on once the transaction has been committed. */
export interface OutboxEntry {
  kind: OutboxKind
  /** Kept sealed as JSON. */
  payload: object
}

/**
 * Puts messages in the outbox within the caller's transaction: they go out when it commits, or not at all.
 * One statement for any number; none for none. @param at ISO instant
 */
export async function putInOutbox(
  trx: Trx,
  keys: Keys,
  at: string,
  entries: readonly OutboxEntry[],
): Promise<void> {
  if (entries.length === 0) return
  const made = entries.map(({ kind, payload }) => ({
    id: uuid(),
    kind,
    payload: keys.seal(JSON.stringify(payload)),
  }))
  const written = sql`INSERT INTO platform.outbox (id, at, kind, payload)
    SELECT id, ${at}, kind, payload FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS f (id uuid, kind text, payload text)`
  await put(trx, written)
}
