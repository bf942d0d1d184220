import { sql } from 'kysely'
import type { LimitClass } from '../../../../contracts/petitions/words.ts'
import { type Db, rows } from '../../../platform/database/database.ts'
import type { KeptEvent } from '../rules/events.ts'
import type { RoutingScene } from '../rules/routing.ts'
import { asScene, routingColumns, type StoredScene } from './routing-scenes.ts'

export interface PastCategory {
  code: string
  limitClass: LimitClass
  ofProperty: boolean
  ofSanitation: boolean
  aboutFirm: boolean
}

/** Categories by code or name, whether or not they are still in use: history knew them. */
export async function pastCategories(db: Db, asked: readonly string[]): Promise<Map<string, PastCategory>> {
  const found = await rows(
    db,
    sql<
      PastCategory & { name: string }
    >`SELECT code, name, limit_class AS "limitClass", of_property AS "ofProperty",
        of_sanitation AS "ofSanitation", about_firm AS "aboutFirm" FROM petitions.category
      WHERE code = ANY(${asked}::text[]) OR name = ANY(${asked}::text[]) ORDER BY length(code)`,
  )
  return new Map(found.flatMap((one) => [[one.name, one] as const, [one.code, one] as const]))
}

export interface PastPlace {
  id: string
  name: string
}

/** Places by code, and compounds by their whole name; several may bear one name. */
export async function pastPlaces(db: Db, asked: readonly string[]): Promise<Map<string, PastPlace[]>> {
  const found = await rows(
    db,
    sql<
      PastPlace & { code: string; kind: string }
    >`SELECT id, name, code, kind FROM organisations.published_place
      WHERE kind <> 'city' AND (code = ANY(${asked}::text[]) OR (kind = 'compound' AND name = ANY(${asked}::text[])))`,
  )
  const places = new Map<string, PastPlace[]>()
  const add = (key: string, place: PastPlace) => places.set(key, [...(places.get(key) ?? []), place])
  for (const { id, name, code, kind } of found) {
    add(code, { id, name })
    if (kind === 'compound') add(name, { id, name })
  }
  return places
}

/** A category in a place on a day. */
export interface Spot {
  category: string
  placeId: string
  day: string
}
export const spotKey = ({ category, placeId, day }: Spot): string => `${category} ${placeId} ${day}`

/** Who would have answered for each, by the contracts and duty lists of its day; one statement for any number. */
export async function pastScenes(db: Db, spots: readonly Spot[]): Promise<Map<string, RoutingScene>> {
  const distinct = [...new Map(spots.map((spot) => [spotKey(spot), spot])).values()]
  const found = await rows(
    db,
    sql<StoredScene & Spot>`SELECT f.category, f."placeId", f.day::text AS day, ${routingColumns(sql`f.day`)}
      FROM jsonb_to_recordset(${JSON.stringify(distinct)}::jsonb) AS f (category text, "placeId" uuid, day date)
      JOIN petitions.category c ON c.code = f.category JOIN organisations.published_place p ON p.id = f."placeId"`,
  )
  return new Map(
    found.map(({ category, placeId, day, ...scene }) => [
      spotKey({ category, placeId, day }),
      asScene(scene),
    ]),
  )
}

/** A claim that bears a number already. */
export interface NumberTaken {
  id: string
  channel: string
  intakeKey: string | null
  category: string
  placeId: string
  events: KeptEvent[]
}

export async function claimsByNumber(db: Db, numbers: readonly string[]): Promise<Map<string, NumberTaken>> {
  const found = await rows(
    db,
    sql<
      NumberTaken & { number: string }
    >`SELECT c.id, c.number, c.channel, c.intake_key AS "intakeKey", c.category,
        c.place_id AS "placeId", (SELECT json_agg(json_build_object('seq', e.seq, 'at', e.at, 'by', e.by, 'kind', e.kind, 'data', e.data)
          ORDER BY e.seq) FROM petitions.claim_event e WHERE e.claim_id = c.id) AS events
      FROM petitions.claim c WHERE c.number = ANY(${numbers}::text[])`,
  )
  return new Map(
    found.map(({ number, events, ...claim }) => [
      number,
      { ...claim, events: events.map((event) => ({ ...event, at: new Date(event.at).toISOString() })) },
    ]),
  )
}
