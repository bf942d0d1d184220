import { sql } from 'kysely'
import type { z } from 'zod'
import type { compoundType, enclosure, managementMode } from '../../../../contracts/organisations/words.ts'
import { type Db, one, rows } from '../../../platform/database/database.ts'
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

/** The living compounds of some communities. */
export const compoundsOf = (db: Db, communities: string[]) =>
  rows(
    db,
    sql<KnownCompound>`SELECT p.id, p.parent_id AS "parentId", p.code, p.name, ${profileColumns}
      FROM organisations.place p JOIN organisations.compound c ON c.place_id = p.id
      WHERE p.parent_id = ANY(${[...new Set(communities)]}::uuid[]) AND p.ended_on IS NULL`,
  )

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
  core: string
}

/** Compounds of the same street whose name is the same but for what people add or leave out. */
export async function likeCompounds(
  db: Db,
  fresh: Newcomer[],
): Promise<Map<number, { id: string; label: string }[]>> {
  const alike = new Map<number, { id: string; label: string }[]>()
  if (fresh.length === 0) return alike
  const neighbours = await rows(
    db,
    sql<{ communityId: string; id: string; name: string; label: string }>`
      SELECT asked.id AS "communityId", p.id, p.name, p.name || '（' || community.name || '）' AS label
      FROM organisations.place asked
      JOIN organisations.place community ON community.parent_id = asked.parent_id
      JOIN organisations.place p ON p.parent_id = community.id AND p.kind = 'compound' AND p.ended_on IS NULL
      WHERE asked.id = ANY(${[...new Set(fresh.map((f) => f.parentId))]}::uuid[])`,
  )
  const byCore = Map.groupBy(neighbours, (n) => `${n.communityId} ${coreName(n.name)}`)
  for (const newcomer of fresh) {
    const same = byCore.get(`${newcomer.parentId} ${newcomer.core}`)
    if (same)
      alike.set(
        newcomer.row,
        same.map(({ id, label }) => ({ id, label })),
      )
  }
  return alike
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
    }>`SELECT parent_id AS "parentId", max(right(code, 4)::integer) AS last
      FROM organisations.place WHERE parent_id = ANY(${parents}::uuid[]) AND kind = 'compound' AND code ~ '-[0-9]{4}$' GROUP BY parent_id`,
  )
  const next = new Map(last.map((row) => [row.parentId, row.last]))
  return fresh.map(({ parent, code }) => {
    if (code) return code
    const number = (next.get(parent.id) ?? 0) + 1
    next.set(parent.id, number)
    return `${parent.code}-${String(number).padStart(4, '0')}`
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
