import { sql } from 'kysely'
import type { ClientKind } from '../../../../contracts/petitions/clients.ts'
import type { Context } from '../../../access/context.ts'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'

/** A system that may bring claims. */
export interface KnownClient {
  id: string
  name: string
  /** Sealed. */
  secret: string
  placeId: string
}

/** By the key that it showed; only keys in force are found. */
export const clientByKey = (
  { db, keys }: Pick<Context, 'db' | 'keys'>,
  kind: ClientKind,
  key: string,
): Promise<KnownClient | undefined> =>
  maybe(
    db,
    sql<KnownClient>`SELECT id, name, secret, place_id AS "placeId" FROM petitions.client
      WHERE key_mark = ${keys.fingerprint(key)} AND kind = ${kind} AND state = 'active'`,
  )

export interface NewClient {
  id: string
  name: string
  kind: ClientKind
  placeId: string
  keyMark: string
  secret: string
}

export async function insertClient(db: Db, it: NewClient, by: string | null, at: string): Promise<void> {
  await sql`INSERT INTO petitions.client (id, name, kind, place_id, key_mark, secret, state, created_by, created_at)
    VALUES (${it.id}, ${it.name}, ${it.kind}, ${it.placeId}, ${it.keyMark}, ${it.secret}, 'active', ${by}::uuid, ${at})`.execute(
    db,
  )
}

export async function revoke(db: Db, id: string): Promise<void> {
  await sql`UPDATE petitions.client SET state = 'revoked', version = version + 1 WHERE id = ${id}`.execute(db)
}

/** Compounds and communities under a place by code or name: two at the most, which is enough to know that it is not one. */
export const placesMeant = (
  db: Db,
  underId: string,
  by: { code: string } | { name: string },
): Promise<{ id: string }[]> =>
  rows(
    db,
    sql<{ id: string }>`SELECT p.id FROM organisations.published_place p
      JOIN access.place_reach reach ON reach.place_id = p.id AND reach.ancestor_id = ${underId}
      WHERE p.kind IN ('compound', 'community') AND ${'code' in by ? sql`p.code = ${by.code}` : sql`p.name = ${by.name}`} LIMIT 2`,
  )
