import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { BodyKind } from '../../../../contracts/organisations/words.ts'
import { type Db, one, rows } from '../../../platform/database/database.ts'
import { spelling } from './spelling.ts'

export interface Body {
  id: string
  kind: BodyKind
  name: string
  uscc: string | null
  placeId: string
  validFrom: string
  /** The first day on which it no longer is. */
  validTo: string | null
}

const columns = sql.raw(
  `b.id, b.kind, b.name, b.uscc, b.place_id AS "placeId", b.valid_from AS "validFrom", b.valid_to AS "validTo"`,
)

export async function bodiesByUscc(db: Db, codes: string[]): Promise<Map<string, Body>> {
  const found = await rows(
    db,
    sql<Body>`SELECT ${columns} FROM organisations.body b WHERE b.uscc = ANY(${[...new Set(codes)]}::text[])`,
  )
  return new Map(found.map((body) => [body.uscc as string, body]))
}

/** Bodies of some kinds that sit in the given places. */
export const bodiesAt = (db: Db, places: string[], kinds: readonly BodyKind[]) =>
  rows(
    db,
    sql<Body>`SELECT ${columns} FROM organisations.body b
      WHERE b.place_id = ANY(${[...new Set(places)]}::uuid[]) AND b.kind = ANY(${[...kinds]}::text[])`,
  )

export interface NewBody {
  kind: BodyKind
  name: string
  uscc: string | null
  placeId: string
  validFrom: string
}

/** @returns ids in the given order */
export async function insertBodies(db: Db, fresh: NewBody[]): Promise<string[]> {
  const made = fresh.map((body) => ({ id: uuid(), ...body, ...spelling(body.name) }))
  await sql`INSERT INTO organisations.body (id, kind, name, uscc, place_id, valid_from, pinyin, initials)
    SELECT id, kind, name, uscc, "placeId", "validFrom", pinyin, initials
    FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS f (id uuid, kind text, name text, uscc text,
      "placeId" uuid, "validFrom" date, pinyin text, initials text)`.execute(db)
  return made.map((body) => body.id)
}

export type BodyFields = Pick<Body, 'name' | 'kind' | 'placeId' | 'validFrom'>

export async function updateBodies(db: Db, changes: ({ id: string } & BodyFields)[]): Promise<void> {
  const json = JSON.stringify(changes.map((change) => ({ ...change, ...spelling(change.name) })))
  await sql`UPDATE organisations.body b SET name = f.name, kind = f.kind, place_id = f."placeId",
      valid_from = f."validFrom", pinyin = f.pinyin, initials = f.initials, version = b.version + 1
    FROM jsonb_to_recordset(${json}::jsonb) AS f (id uuid, name text, kind text, "placeId" uuid, "validFrom" date,
      pinyin text, initials text)
    WHERE b.id = f.id`.execute(db)
  await sql`UPDATE organisations.post p SET place_id = b.place_id FROM organisations.body b
    WHERE b.id = ANY(${changes.map((change) => change.id)}::uuid[]) AND p.body_id = b.id AND p.compound_id IS NULL
      AND p.place_id <> b.place_id`.execute(db)
}

/** One body with its version, for editing. */
export const bodyById = (db: Db, id: string) =>
  one(
    db,
    sql<
      Body & { version: number }
    >`SELECT ${columns}, b.version FROM organisations.body b WHERE b.id = ${id}::uuid`,
  )

/** Writes name, seat and end; posts of the body as a whole count where it sits. */
export async function saveBody(
  db: Db,
  { id, name, placeId, validTo }: Pick<Body, 'id' | 'name' | 'placeId' | 'validTo'>,
): Promise<void> {
  const { pinyin, initials } = spelling(name)
  await sql`UPDATE organisations.body SET name = ${name}, place_id = ${placeId}, valid_to = ${validTo}, pinyin = ${pinyin},
    initials = ${initials}, version = version + 1 WHERE id = ${id}::uuid`.execute(db)
  await sql`UPDATE organisations.post SET place_id = ${placeId} WHERE body_id = ${id}::uuid AND compound_id IS NULL`.execute(
    db,
  )
}
