import { sql } from 'kysely'
import type { PostOutcome } from '../post.ts'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'

export interface Claimed {
  id: string
  /** With this one. */
  tries: number
  eventId: string
  body: string
  subscriptionId: string
  subscription: string
  url: string
  secretSealed: string
  formerSecretSealed: string | null
  createdBy: string | null
}

/** How long a delivery under way is left alone: whoever sent it was killed if it still waits afterwards. */
const leaseSeconds = 60

/** Takes deliveries that are due, new ones before those that have failed; other processes get others. */
export const claimDue = (db: Db, now: string, most: number): Promise<Claimed[]> =>
  rows(
    db,
    sql<Claimed>`WITH claimed AS (
      UPDATE exchange.delivery SET tries = tries + 1, next_at = ${now}::timestamptz + ${sql.lit(leaseSeconds)} * interval '1 second'
      WHERE id IN (
        SELECT d.id FROM exchange.delivery d JOIN exchange.subscription s ON s.id = d.subscription_id AND s.state = 'active'
        WHERE d.state = 'waiting' AND d.next_at <= ${now}
        ORDER BY d.tries, d.next_at LIMIT ${sql.lit(most)} FOR UPDATE OF d SKIP LOCKED)
      RETURNING id, tries, event_id, subscription_id)
    SELECT c.id, c.tries, c.event_id AS "eventId", e.body, s.id AS "subscriptionId", s.name AS subscription, s.url,
      s.secret_sealed AS "secretSealed", s.created_by AS "createdBy",
      CASE WHEN s.former_until > ${now} THEN s.former_secret_sealed END AS "formerSecretSealed"
    FROM claimed c JOIN exchange.event e ON e.id = c.event_id JOIN exchange.subscription s ON s.id = c.subscription_id`,
  )

export async function keepAttempt(
  db: Db,
  deliveryId: string,
  at: string,
  outcome: PostOutcome,
): Promise<void> {
  const { status, fault, answer, milliseconds } = outcome
  await sql`INSERT INTO exchange.attempt (delivery_id, number, at, status, fault, answer, milliseconds)
    SELECT ${deliveryId}, coalesce(max(number), 0) + 1, ${at}::timestamptz, ${status}::smallint, ${fault}::text, ${answer}, ${milliseconds}::integer
    FROM exchange.attempt WHERE delivery_id = ${deliveryId}`.execute(db)
}

export async function markDelivered(db: Db, id: string, at: string): Promise<void> {
  await sql`UPDATE exchange.delivery SET state = 'delivered', delivered_at = ${at} WHERE id = ${id}`.execute(
    db,
  )
}

/** @param nextAt ISO instant, or null to give it up @returns whether this try still was the last word */
export async function markFailed(db: Db, claimed: Claimed, nextAt: string | null): Promise<boolean> {
  const marked = await maybe(
    db,
    sql`UPDATE exchange.delivery SET state = ${nextAt === null ? 'given-up' : 'waiting'}, next_at = coalesce(${nextAt}::timestamptz, next_at)
      WHERE id = ${claimed.id} AND state = 'waiting' AND tries = ${claimed.tries} RETURNING 1 AS one`,
  )
  return marked !== undefined
}

/** Back into the queue, as if it had never been tried. */
export async function queueAgain(db: Db, id: string, now: string): Promise<void> {
  await sql`UPDATE exchange.delivery SET state = 'waiting', tries = 0, next_at = ${now} WHERE id = ${id}`.execute(
    db,
  )
}

/** The state of the subscription that a delivery goes to. */
export async function isEnded(db: Db, deliveryId: string): Promise<boolean> {
  const ended = await maybe(
    db,
    sql`SELECT 1 AS one FROM exchange.delivery d JOIN exchange.subscription s ON s.id = d.subscription_id
      WHERE d.id = ${deliveryId} AND s.state = 'ended'`,
  )
  return ended !== undefined
}

/** The place under which every other lies; undefined before there is any. */
export async function rootPlace(db: Db): Promise<string | undefined> {
  const root = await maybe(
    db,
    sql<{ id: string }>`SELECT r.place_id AS id FROM access.place_reach r WHERE r.depth = 0
      AND NOT EXISTS (SELECT FROM access.place_reach upper WHERE upper.place_id = r.place_id AND upper.depth > 0) LIMIT 1`,
  )
  return root?.id
}
