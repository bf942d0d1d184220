import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { type Db, rows, type Trx } from '../../../platform/database/database.ts'

export interface EventToSend {
  id: string
  name: string
  at: string
  body: string
}

/** Puts events on their way to everybody who subscribed to them; those that nobody wants are not kept. */
export async function fanOut(trx: Trx, events: readonly EventToSend[], now: string): Promise<void> {
  const wanted = await rows(
    trx,
    // A subscription that is just being ended is waited for: it gets nothing more.
    sql<{ id: string; events: string[] }>`SELECT id, events FROM exchange.subscription
      WHERE state <> 'ended' ORDER BY id FOR SHARE`,
  )
  const sent = events.flatMap((event) =>
    wanted.filter(({ events: names }) => names.includes(event.name)).map(({ id }) => ({ event, to: id })),
  )
  await insertDeliveries(trx, [...new Set(sent.map(({ event }) => event))], sent, now)
}

/** @returns the id of the delivery */
export async function sendTo(trx: Db, event: EventToSend, to: string, now: string): Promise<string> {
  const [id = ''] = await insertDeliveries(trx, [event], [{ event, to }], now)
  return id
}

async function insertDeliveries(
  db: Db,
  events: readonly EventToSend[],
  sent: readonly { event: EventToSend; to: string }[],
  now: string,
): Promise<string[]> {
  if (sent.length === 0) return []
  await sql`INSERT INTO exchange.event (id, name, at, body)
    SELECT id, name, at, body FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
      AS f (id uuid, name text, at timestamptz, body text)`.execute(db)
  const made = sent.map(({ event, to }) => ({ id: uuid(), to, event: event.id }))
  await sql`INSERT INTO exchange.delivery (id, subscription_id, event_id, state, next_at)
    SELECT id, "to", event, 'waiting', ${now} FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
      AS f (id uuid, "to" uuid, event uuid)`.execute(db)
  return made.map(({ id }) => id)
}
