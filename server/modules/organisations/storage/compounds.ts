import { sql } from 'kysely'
import type { z } from 'zod'
import type { compoundType, enclosure, managementMode } from '../../../../contracts/organisations/words.ts'
import { type Db, one, rows } from '../../../platform/database/database.ts'
import { refuse } from '../problems.ts'
import { coreName } from '../rules/likeness.ts'
import { insertPlaces, type Place } from './places.ts'

/** 小区档案; the area in 0.01 m². */
export interface CompoundProfile {
  type: z.infer<typeof compoundType>
  managementMode: z.infer<typeof managementMode>
  households: number
  buildings: number
  areaCenti: number
  enclosure: z.infer<typeof enclosure>
  renovatedOn: string | null
  committeeImpossibleReason: string | null
}

export interface KnownCompound extends CompoundProfile {
  id: string
  parentId: string
  code: string
  name: string
}

const profileColumns = sql.raw(`c.type, c.management_mode AS "managementMode", c.households, c.buildings,
  c.area_centi AS "areaCenti", c.enclosure, c.renovated_on AS "renovatedOn",
  c.committee_impossible_reason AS "committeeImpossibleReason"`)

/** Living compounds that rows name: by community and exact name, or by code wherever it is. One statement for a whole batch. */
export function compoundsNamed(
  db: Db,
  asked: { parentId: string; name: string; code: string | null }[],
): Promise<KnownCompound[]> {
  const codes = asked.flatMap((one) => one.code ?? [])
  return rows(
    db,
    sql<KnownCompound>`SELECT p.id, p.parent_id AS "parentId", p.code, p.name, ${profileColumns}
      FROM (
        SELECT p.id FROM unnest(${asked.map((one) => one.parentId)}::uuid[], ${asked.map((one) => one.name)}::text[]) AS named (parent_id, name)
        JOIN organisations.place p ON p.parent_id = named.parent_id AND p.name = named.name
        WHERE p.kind = 'compound' AND p.ended_on IS NULL
        UNION SELECT p.id FROM organisations.place p
        WHERE p.code = ANY(${codes}::text[]) AND p.kind = 'compound' AND p.ended_on IS NULL
      ) found JOIN organisations.place p ON p.id = found.id JOIN organisations.compound c ON c.place_id = p.id`,
  )
}

/** One compound with its version, for editing. */
export const compoundById = (db: Db, id: string) =>
  one(
    db,
    sql<
      KnownCompound & { version: number }
    >`SELECT p.id, p.parent_id AS "parentId", p.code, p.name, c.version, ${profileColumns}
      FROM organisations.place p JOIN organisations.compound c ON c.place_id = p.id WHERE p.id = ${id}`,
  )

interface Newcomer {
  row: number
  parentId: string
  name: string
}

/** By row: compounds of the same street whose name is the same but for what people add or leave out. */
export async function likeCompounds(
  db: Db,
  fresh: Newcomer[],
): Promise<Map<number, { id: string; label: string }[]>> {
  if (fresh.length === 0) return new Map()
  const alike = await rows(
    db,
    sql<{ row: number; id: string; label: string }>`
      WITH alike AS MATERIALIZED (
        SELECT newcomer.row, newcomer.parent_id AS own_id, p.id, p.code, p.name, p.parent_id
        FROM unnest(${fresh.map((f) => f.row)}::integer[], ${fresh.map((f) => f.parentId)}::uuid[],
          ${fresh.map((f) => coreName(f.name))}::text[]) AS newcomer (row, parent_id, core)
        JOIN organisations.place p ON p.core_name = newcomer.core AND p.kind = 'compound' AND p.ended_on IS NULL)
      SELECT alike.row, alike.id, alike.name || '（' || community.name || '）' AS label
      FROM alike JOIN organisations.place own ON own.id = alike.own_id
      JOIN organisations.place community ON community.id = alike.parent_id AND community.parent_id = own.parent_id
      ORDER BY alike.row, alike.code`,
  )
  const byRow = Map.groupBy(alike, (one) => one.row)
  return new Map([...byRow].map(([row, same]) => [row, same.map(({ id, label }) => ({ id, label }))]))
}

export interface NewCompound {
  parent: Place
  name: string
  code: string | null
  validFrom: string
  profile: CompoundProfile
}

/** Adds compounds below their communities; those without a code get the community's next number. */
export async function insertCompounds(db: Db, fresh: NewCompound[]): Promise<string[]> {
  if (fresh.length === 0) return []
  const codes = await nextCodes(db, fresh)
  const ids = await insertPlaces(
    db,
    fresh.map(({ parent, name, validFrom }, i) => ({
      kind: 'compound' as const,
      code: codes[i] as string,
      name,
      parentId: parent.id,
      inBuiltUpArea: parent.inBuiltUpArea,
      validFrom,
    })),
  )
  const json = JSON.stringify(fresh.map(({ profile }, i) => ({ id: ids[i], ...profile })))
  await sql`INSERT INTO organisations.compound (place_id, type, management_mode, households, buildings, area_centi,
      enclosure, renovated_on, committee_impossible_reason)
    SELECT id, type, "managementMode", households, buildings, "areaCenti", enclosure, "renovatedOn", "committeeImpossibleReason"
    FROM jsonb_to_recordset(${json}::jsonb) AS f (id uuid, type text, "managementMode" text, households integer,
      buildings integer, "areaCenti" bigint, enclosure text, "renovatedOn" date, "committeeImpossibleReason" text)`.execute(
    db,
  )
  return ids
}

/** A code ends in four digits. */
const mostNumber = 9_999

/** @throws Refusal when a community has no number left */
async function nextCodes(db: Db, fresh: NewCompound[]): Promise<string[]> {
  const parents = [...new Set(fresh.map((f) => f.parent.id))]
  // The communities are locked so that two people numbering at once do not draw the same number.
  await sql`SELECT 1 FROM organisations.place WHERE id = ANY(${parents}::uuid[]) ORDER BY id FOR NO KEY UPDATE`.execute(
    db,
  )
  const last = await rows(
    db,
    sql<{
      parentId: string
      last: number
    }>`SELECT parent.id AS "parentId", right(highest.code, 4)::integer AS last
      FROM organisations.place parent CROSS JOIN LATERAL (
        SELECT p.code FROM organisations.place p
        WHERE p.parent_id = parent.id AND p.code ~ '-[0-9]{4}$'
          AND left(p.code, 13) = parent.code || '-'
        ORDER BY p.parent_id DESC, p.code DESC LIMIT 1) highest
      WHERE parent.id = ANY(${parents}::uuid[])`,
  )
  const next = new Map(last.map((row) => [row.parentId, row.last]))
  const given = new Set(fresh.flatMap((f) => f.code ?? []))
  return fresh.map(({ parent, code }) => {
    if (code) return code
    let number = next.get(parent.id) ?? 0
    let drawn: string
    do {
      number++
      drawn = `${parent.code}-${String(number).padStart(4, '0')}`
    } while (given.has(drawn))
    if (number > mostNumber) throw refuse('community-full', { name: parent.name, most: mostNumber })
    next.set(parent.id, number)
    return drawn
  })
}

export interface CompoundChange {
  known: KnownCompound
  profile: CompoundProfile
}

/** Writes the profiles that differ. @returns the ids that changed */
export async function updateCompounds(db: Db, changes: CompoundChange[]): Promise<Set<string>> {
  const differing = changes.filter(({ known, profile }) =>
    (Object.keys(profile) as (keyof CompoundProfile)[]).some((key) => known[key] !== profile[key]),
  )
  if (differing.length === 0) return new Set()
  const json = JSON.stringify(differing.map(({ known, profile }) => ({ id: known.id, ...profile })))
  await sql`UPDATE organisations.compound c SET type = f.type, management_mode = f."managementMode",
      households = f.households, buildings = f.buildings, area_centi = f."areaCenti", enclosure = f.enclosure,
      renovated_on = f."renovatedOn", committee_impossible_reason = f."committeeImpossibleReason", version = c.version + 1
    FROM jsonb_to_recordset(${json}::jsonb) AS f (id uuid, type text, "managementMode" text, households integer,
      buildings integer, "areaCenti" bigint, enclosure text, "renovatedOn" date, "committeeImpossibleReason" text)
    WHERE c.place_id = f.id`.execute(db)
  return new Set(differing.map(({ known }) => known.id))
}
