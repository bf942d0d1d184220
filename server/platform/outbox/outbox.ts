import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Trx } from '../database/database.ts'
import type { Keys } from '../keys/keys.ts'

export type OutboxKind = 'notice' | 'event'

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
  const ids = entries.map(() => uuid())
  const kinds = entries.map(({ kind }) => kind)
  const payloads = entries.map(({ payload }) => keys.seal(JSON.stringify(payload)))
  await sql`INSERT INTO platform.outbox (id, at, kind, payload)
    SELECT id, ${at}, kind, payload
    FROM unnest(${ids}::uuid[], ${kinds}::text[], ${payloads}::text[]) AS f (id, kind, payload)`.execute(trx)
}
