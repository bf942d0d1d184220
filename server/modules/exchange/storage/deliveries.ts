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

/** How long a delivery under way and its lane are left alone: whoever sent it was killed if it still waits afterwards. */
const lease = sql.lit(60)

/**
 * Takes the lanes, one a subscription, in which deliveries are due and nobody is at work; other processes get others.
 * @returns the subscriptions' ids
 */
export async function takeLanes(db: Db, now: string): Promise<string[]> {
  const taken = await rows(
    db,
    sql<{
      id: string
    }>`UPDATE exchange.subscription SET taken_until = ${now}::timestamptz + ${lease} * interval '1 second'
      WHERE id IN (SELECT s.id FROM exchange.subscription s
        WHERE s.state = 'active' AND (s.taken_until IS NULL OR s.taken_until <= ${now}::timestamptz) AND EXISTS (
          SELECT FROM exchange.delivery d WHERE d.subscription_id = s.id AND d.state = 'waiting' AND d.next_at <= ${now}::timestamptz)
        FOR NO KEY UPDATE SKIP LOCKED) RETURNING id`,
  )
  return taken.map(({ id }) => id)
}

/** The oldest delivery of a lane that is due, its try begun and the lane kept for it. */
export const takeNext = (db: Db, subscriptionId: string, now: string): Promise<Claimed | undefined> =>
  maybe(
    db,
    sql<Claimed>`WITH lane AS (
      UPDATE exchange.subscription SET taken_until = ${now}::timestamptz + ${lease} * interval '1 second'
      WHERE id = ${subscriptionId} AND state = 'active'
      RETURNING id, name, url, secret_sealed, created_by, CASE WHEN former_until > ${now} THEN former_secret_sealed END AS former),
    claimed AS (
      UPDATE exchange.delivery SET tries = tries + 1, next_at = ${now}::timestamptz + ${lease} * interval '1 second'
      WHERE id = (SELECT d.id FROM exchange.delivery d JOIN lane ON lane.id = d.subscription_id
        WHERE d.state = 'waiting' AND d.next_at <= ${now} ORDER BY d.id LIMIT 1)
      RETURNING id, tries, event_id)
    SELECT c.id, c.tries, c.event_id AS "eventId", e.body, lane.id AS "subscriptionId", lane.name AS subscription, lane.url,
      lane.secret_sealed AS "secretSealed", lane.created_by AS "createdBy", lane.former AS "formerSecretSealed"
    FROM claimed c JOIN exchange.event e ON e.id = c.event_id CROSS JOIN lane`,
  )

export async function leaveLane(db: Db, subscriptionId: string): Promise<void> {
  await sql`UPDATE exchange.subscription SET taken_until = NULL WHERE id = ${subscriptionId}`.execute(db)
}

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
