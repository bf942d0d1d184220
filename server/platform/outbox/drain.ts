import { sql } from 'kysely'
import { isDatabaseAway } from '../database/database-away.ts'
import { type Db, rows, type Trx } from '../database/database.ts'
import type { Keys } from '../keys/keys.ts'
import type { OutboxKind } from './outbox.ts'

export interface Message {
  id: string
  /** ISO instant of the transaction that wrote it. */
  at: string
  payload: unknown
}

export interface Drain {
  db: Db
  keys: Keys
  kind: OutboxKind
  /** The instant by which a message that had failed may be tried again. */
  now: Date
  /** Works in the transaction that takes the messages out: both happen, or neither. */
  pass(trx: Trx, messages: readonly Message[]): Promise<void>
  /** Told of a message that cannot be passed on. */
  warn(line: string): void
}

const batch = 200
/** Minutes. */
const longestPause = 24 * 60

/**
 * Takes out and passes on everything that waits, oldest first. Processes that drain at the same time take different
 * messages. One that fails alone waits twice as long each time and holds up no other.
 */
export async function drainOutbox(drain: Drain): Promise<void> {
  let most = batch
  for (;;) {
    try {
      const taken = await drain.db.transaction().execute((trx) => takeOut(trx, drain, most))
      if (taken < most && most === batch) return
      if (taken === 0) return
      most = batch
    } catch (fault) {
      if (isDatabaseAway(fault)) throw fault
      // One of them is at fault: from here each goes alone, until the faulty one has been put aside.
      if (most > 1) most = 1
      else await putAside(drain, fault as Error)
    }
  }
}

const waiting = ({ kind, now }: Drain) =>
  sql`kind = ${kind} AND (not_before IS NULL OR not_before <= ${now.toISOString()})`

async function takeOut(trx: Trx, drain: Drain, most: number): Promise<number> {
  const found = await rows(
    trx,
    sql<{ id: string; at: string; payload: string }>`DELETE FROM platform.outbox WHERE id IN (
        SELECT id FROM platform.outbox WHERE ${waiting(drain)} ORDER BY id LIMIT ${sql.lit(most)} FOR UPDATE SKIP LOCKED)
      RETURNING id, at, payload`,
  )
  if (found.length === 0) return 0
  const messages = found
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, at, payload }) => ({ id, at, payload: JSON.parse(drain.keys.open(payload)) as unknown }))
  await drain.pass(trx, messages)
  return found.length
}

/** The oldest waits now, since it is the one that has just failed. */
async function putAside(drain: Drain, fault: Error): Promise<void> {
  const [aside] = await rows(
    drain.db,
    sql<{
      id: string
      tries: number
    }>`UPDATE platform.outbox SET tries = tries + 1, fault = ${fault.message.slice(0, 300)},
        not_before = ${drain.now.toISOString()}::timestamptz + least(${sql.lit(longestPause)}, power(2, tries)) * interval '1 minute'
      WHERE id = (SELECT id FROM platform.outbox WHERE ${waiting(drain)} ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, tries`,
  )
  if (aside?.tries === 1) drain.warn(`消息 ${aside.id} 暂时无法送出，稍后再试：${fault.message}`)
}
