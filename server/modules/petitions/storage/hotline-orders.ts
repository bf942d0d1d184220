import { sql } from 'kysely'
import type { OrderState } from '../../../../contracts/petitions/hotline.ts'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'

export interface KnownOrder extends OrderState {
  claimId: string
}

/** An order as it stands; `lock` keeps two of its changes one after the other. */
export const orderOf = (
  db: Db,
  clientId: string,
  orderNumber: string,
  { lock = false } = {},
): Promise<KnownOrder | undefined> =>
  maybe(
    db,
    sql<KnownOrder>`SELECT o.order_number AS "orderNumber", o.revision, o.claim_id AS "claimId", c.number, c.state, c.outcome,
        e.at FROM petitions.hotline_order o JOIN petitions.claim c ON c.id = o.claim_id
      JOIN petitions.claim_event e ON e.claim_id = c.id AND e.seq = c.seq
      WHERE o.client_id = ${clientId} AND o.order_number = ${orderNumber} ${lock ? sql`FOR UPDATE OF o` : sql``}`,
  )

/** Two submissions of one order at the same instant: the second waits here for the first. */
export async function holdOrder(trx: Db, clientId: string, orderNumber: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`hotline ${clientId} ${orderNumber}`}, 0))`.execute(
    trx,
  )
}

export async function insertOrder(
  db: Db,
  it: { clientId: string; orderNumber: string; claimId: string; revision: number; at: string },
): Promise<void> {
  await sql`INSERT INTO petitions.hotline_order (client_id, order_number, claim_id, revision, received_at)
    VALUES (${it.clientId}, ${it.orderNumber}, ${it.claimId}, ${it.revision}, ${it.at})`.execute(db)
}

export async function setRevision(
  db: Db,
  clientId: string,
  orderNumber: string,
  revision: number,
): Promise<void> {
  await sql`UPDATE petitions.hotline_order SET revision = ${revision}
    WHERE client_id = ${clientId} AND order_number = ${orderNumber}`.execute(db)
}

/** The place under the client's own with this code. */
export const placeByCode = (db: Db, clientId: string, code: string): Promise<{ id: string } | undefined> =>
  maybe(
    db,
    sql<{ id: string }>`SELECT p.id FROM organisations.published_place p
      JOIN petitions.client client ON client.id = ${clientId}
      JOIN access.place_reach reach ON reach.place_id = p.id AND reach.ancestor_id = client.place_id
      WHERE p.code = ${code} AND p.kind <> 'city'`,
  )

/** Where no category was sent, or one that is not ours: an official sorts it. */
export const isChoosable = async (db: Db, code: string): Promise<boolean> =>
  (await maybe(
    db,
    sql`SELECT FROM petitions.category c WHERE c.code = ${code} AND c.active
      AND NOT EXISTS (SELECT FROM petitions.category under WHERE under.parent = c.code AND under.active)`,
  )) !== undefined

/** The orders that a claim answers, with the revision that is known of each. */
export const ordersOfClaim = (
  db: Db,
  claimId: string,
): Promise<{ orderNumber: string; revision: number }[]> =>
  rows(
    db,
    sql<{ orderNumber: string; revision: number }>`SELECT order_number AS "orderNumber", revision
      FROM petitions.hotline_order WHERE claim_id = ${claimId}`,
  )
