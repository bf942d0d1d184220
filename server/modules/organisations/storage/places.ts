import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { PlaceKind } from '../../../../contracts/organisations/words.ts'
import { hangPlaces, movePlace } from '../../../access/place-reach.ts'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'
import { coreName } from '../rules/likeness.ts'
import { spelling } from './spelling.ts'

export interface Place {
  id: string
  kind: PlaceKind
  code: string
  name: string
  parentId: string | null
  inBuiltUpArea: boolean
  validFrom: string
  endedOn: string | null
  version: number
  /** The first day of the state it is in now. */
  since: string
}

const columns =
  sql.raw(`p.id, p.kind, p.code, p.name, p.parent_id AS "parentId", p.in_built_up_area AS "inBuiltUpArea",
  p.valid_from AS "validFrom", p.ended_on AS "endedOn", p.version,
  coalesce((SELECT v.valid_from FROM organisations.place_version v WHERE v.place_id = p.id AND v.valid_to IS NULL), p.valid_from) AS since`)

/** Living places by code, one statement for a whole batch. */
export async function placesByCode(db: Db, codes: string[]): Promise<Map<string, Place>> {
  const found = await rows(
    db,
    sql<Place>`SELECT ${columns} FROM organisations.place p WHERE p.code = ANY(${[...new Set(codes)]}::text[]) AND p.ended_on IS NULL`,
  )
  return new Map(found.map((place) => [place.code, place]))
}

export const placesById = (db: Db, ids: string[]) =>
  rows(
    db,
    sql<Place>`SELECT ${columns} FROM organisations.place p WHERE p.id = ANY(${ids}::uuid[]) ORDER BY p.code`,
  )

/** The living places directly below some places. */
export const childrenOf = (db: Db, parents: string[]) =>
  rows(
    db,
    sql<Place>`SELECT ${columns} FROM organisations.place p
      WHERE p.parent_id = ANY(${parents}::uuid[]) AND p.ended_on IS NULL ORDER BY p.code`,
  )

export type NewPlace = Omit<Place, 'id' | 'endedOn' | 'version' | 'since'>

/** Adds places with their first version and their reach. Parents must stand already. @returns ids in the given order */
export async function insertPlaces(db: Db, fresh: NewPlace[]): Promise<string[]> {
  if (fresh.length === 0) return []
  const made = fresh.map((place) => ({
    id: uuid(),
    ...place,
    ...spelling(place.name),
    core: coreName(place.name),
  }))
  const json = JSON.stringify(made)
  await sql`INSERT INTO organisations.place (id, kind, code, name, parent_id, in_built_up_area, valid_from, pinyin, initials, core_name)
    SELECT id, kind, code, name, "parentId", "inBuiltUpArea", "validFrom", pinyin, initials, core
    FROM jsonb_to_recordset(${json}::jsonb) AS f (id uuid, kind text, code text, name text, "parentId" uuid,
      "inBuiltUpArea" boolean, "validFrom" date, pinyin text, initials text, core text)`.execute(db)
  await sql`INSERT INTO organisations.place_version (place_id, valid_from, code, name, parent_id, in_built_up_area)
    SELECT id, "validFrom", code, name, "parentId", "inBuiltUpArea"
    FROM jsonb_to_recordset(${json}::jsonb) AS f (id uuid, code text, name text, "parentId" uuid,
      "inBuiltUpArea" boolean, "validFrom" date)`.execute(db)
  await hangPlaces(db, made)
  return made.map((place) => place.id)
}

/**
 * A new state of a place from a day on, not before its present state began: the running version ends, a new one
 * begins, the place shows it. Another parent takes the subtree's reach along; compounds share their community's flag.
 */
export async function changePlace(
  db: Db,
  place: Place,
  next: { code: string; name: string; parentId: string | null; inBuiltUpArea: boolean },
  on: string,
): Promise<void> {
  const { pinyin, initials } = spelling(next.name)
  const inBuiltUpArea = await flagOf(db, place, next)
  // A change on the very day a version began replaces that version: a version of no length never held.
  await sql`DELETE FROM organisations.place_version WHERE place_id = ${place.id} AND valid_to IS NULL AND valid_from >= ${on}`.execute(
    db,
  )
  await sql`UPDATE organisations.place_version SET valid_to = ${on} WHERE place_id = ${place.id} AND valid_to IS NULL`.execute(
    db,
  )
  await sql`INSERT INTO organisations.place_version (place_id, valid_from, code, name, parent_id, in_built_up_area)
    VALUES (${place.id}, ${on}, ${next.code}, ${next.name}, ${next.parentId}, ${inBuiltUpArea})`.execute(db)
  await sql`UPDATE organisations.place SET code = ${next.code}, name = ${next.name}, parent_id = ${next.parentId},
    in_built_up_area = ${inBuiltUpArea}, pinyin = ${pinyin}, initials = ${initials}, core_name = ${coreName(next.name)}, version = version + 1
    WHERE id = ${place.id}`.execute(db)
  if (next.parentId !== null && next.parentId !== place.parentId) await movePlace(db, place.id, next.parentId)
  if (place.kind === 'community' && next.inBuiltUpArea !== place.inBuiltUpArea)
    for (const child of await childrenOf(db, [place.id]))
      if (child.since <= on) await changePlace(db, child, { ...child, inBuiltUpArea: next.inBuiltUpArea }, on)
}

/** C35: a compound that comes under another community takes its flag; every other place keeps the one it is given. */
async function flagOf(
  db: Db,
  place: Place,
  next: Pick<Place, 'parentId' | 'inBuiltUpArea'>,
): Promise<boolean> {
  if (place.kind !== 'compound' || next.parentId === null || next.parentId === place.parentId)
    return next.inBuiltUpArea
  const [community] = await placesById(db, [next.parentId])
  return community?.inBuiltUpArea ?? next.inBuiltUpArea
}

/** Places that are no more from a day on; their history stays. */
export async function endPlaces(db: Db, ids: string[], on: string): Promise<void> {
  await sql`DELETE FROM organisations.place_version WHERE place_id = ANY(${ids}::uuid[]) AND valid_to IS NULL AND valid_from >= ${on}`.execute(
    db,
  )
  await sql`UPDATE organisations.place_version SET valid_to = ${on} WHERE place_id = ANY(${ids}::uuid[]) AND valid_to IS NULL`.execute(
    db,
  )
  await sql`UPDATE organisations.place SET ended_on = ${on}, version = version + 1 WHERE id = ANY(${ids}::uuid[])`.execute(
    db,
  )
}

/** What became of what. */
export async function recordSuccessions(
  db: Db,
  pairs: { predecessor: string; successor: string }[],
  kind: 'merge' | 'split',
  on: string,
): Promise<void> {
  await sql`INSERT INTO organisations.place_succession (predecessor_id, successor_id, kind, on_day)
    SELECT p, s, ${kind}, ${on}::date
    FROM unnest(${pairs.map((x) => x.predecessor)}::uuid[], ${pairs.map((x) => x.successor)}::uuid[]) AS f (p, s)`.execute(
    db,
  )
}

/** The root of the tree, made when it is first asked for (its code is the six-digit city code, padded). */
export async function cityRoot(
  db: Db,
  city: { code: string; name: string; validFrom: string },
): Promise<string> {
  const found = await maybe(db, sql<{ id: string }>`SELECT id FROM organisations.place WHERE kind = 'city'`)
  if (found) return found.id
  const [id = ''] = await insertPlaces(db, [{ kind: 'city', parentId: null, inBuiltUpArea: true, ...city }])
  return id
}
