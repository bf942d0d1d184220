import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { SubscriptionState } from '../../../../contracts/exchange/words.ts'
import { type Db, one } from '../../../platform/database/database.ts'

export interface SubscriptionForm {
  name: string
  url: string
  events: readonly string[]
}

/** @returns its id */
export async function insertSubscription(
  db: Db,
  form: SubscriptionForm & { secretSealed: string; at: string; by: string | null },
): Promise<string> {
  const id = uuid()
  await sql`INSERT INTO exchange.subscription (id, name, url, events, state, secret_sealed, created_at, created_by)
    VALUES (${id}, ${form.name}, ${form.url}, ${[...form.events]}::text[], 'active', ${form.secretSealed}, ${form.at}, ${form.by})`.execute(
    db,
  )
  return id
}

export interface StoredSubscription extends SubscriptionForm {
  state: SubscriptionState
}

/** The row must be there: it has been guarded. */
export const subscriptionById = (db: Db, id: string): Promise<StoredSubscription> =>
  one(
    db,
    sql<StoredSubscription>`SELECT name, url, events, state FROM exchange.subscription WHERE id = ${id}`,
  )

export async function updateSubscription(db: Db, id: string, form: SubscriptionForm): Promise<void> {
  await sql`UPDATE exchange.subscription SET name = ${form.name}, url = ${form.url}, events = ${[...form.events]}::text[]
    WHERE id = ${id}`.execute(db)
}

export async function changeState(db: Db, id: string, state: SubscriptionState): Promise<void> {
  await sql`UPDATE exchange.subscription SET state = ${state} WHERE id = ${id}`.execute(db)
  if (state === 'ended')
    await sql`UPDATE exchange.delivery SET state = 'given-up' WHERE subscription_id = ${id} AND state = 'waiting'`.execute(
      db,
    )
}

/** The secret before stays good until then. @param formerUntil ISO instant */
export async function replaceSecret(db: Db, id: string, sealed: string, formerUntil: string): Promise<void> {
  await sql`UPDATE exchange.subscription SET former_secret_sealed = secret_sealed, former_until = ${formerUntil},
    secret_sealed = ${sealed} WHERE id = ${id}`.execute(db)
}
