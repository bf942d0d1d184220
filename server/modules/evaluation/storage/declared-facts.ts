import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { type Db, rows } from '../../../platform/database/database.ts'
import type { Entry, Known, KnownPlace } from '../rules/examine-fact.ts'

const present = (codes: string[]) => [...new Set(codes.filter(Boolean))]

export async function placesByCode(db: Db, codes: string[]): Promise<Map<string, KnownPlace>> {
  const found = await rows(
    db,
    sql<KnownPlace & { code: string }>`SELECT id, kind, name, code FROM organisations.published_place
      WHERE code = ANY(${present(codes)}::text[]) AND ended_on IS NULL`,
  )
  return new Map(found.map((place) => [place.code, place]))
}

export async function enterprisesByCode(
  db: Db,
  codes: string[],
): Promise<Map<string, { id: string; name: string }>> {
  const named = present(codes)
  // Most facts are of places alone: one turn to the database less for each of them.
  if (named.length === 0) return new Map()
  const found = await rows(
    db,
    sql<{ id: string; name: string; uscc: string }>`SELECT id, name, uscc FROM organisations.published_body
      WHERE uscc = ANY(${named}::text[]) AND kind = 'enterprise'`,
  )
  return new Map(found.map((body) => [body.uscc, body]))
}

/** The contracts between the enterprises and compounds that a sheet names. */
export async function contractsBetween(
  db: Db,
  enterprises: ReadonlyMap<string, { id: string }>,
  places: ReadonlyMap<string, KnownPlace>,
): Promise<readonly Known['contracts'][number][]> {
  if (enterprises.size === 0) return []
  return await rows(
    db,
    sql<
      Known['contracts'][number]
    >`SELECT provider_id AS "bodyId", compound_id AS "compoundId", valid_from AS "from", valid_to AS "to"
      FROM organisations.published_service_contract
      WHERE provider_id = ANY(${[...enterprises.values()].map((e) => e.id)}::uuid[])
        AND compound_id = ANY(${[...places.values()].map((p) => p.id)}::uuid[])`,
  )
}

export interface Saved {
  id: string
  outcome: 'created' | 'changed' | 'unchanged'
}

/**
 * Saves facts by their natural key in one statement; what is said again as before changes nothing, and what is said
 * otherwise keeps its earlier version.
 */
export async function saveFacts(
  db: Db,
  entries: { key: string; entry: Entry }[],
  stamp: { by: string | null; at: string },
): Promise<Map<string, Saved>> {
  if (entries.length === 0) return new Map()
  const json = JSON.stringify(entries.map(({ key, entry }) => ({ id: uuid(), key, ...entry })))
  const found = await rows(
    db,
    sql<{ key: string; id: string; version: number; touched: boolean }>`
      WITH said AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(${json}::jsonb) AS f (id uuid, key text, year smallint, fact text, "placeId" uuid,
        "bodyId" uuid, "projectId" uuid, grader text, incident text, numerator numeric, denominator numeric, value numeric, named text,
        "notApplicable" text, note text, evidence text, provenance text)),
      replaced AS (
        INSERT INTO evaluation.declared_fact_version (fact_id, version, numerator, denominator, value, named, not_applicable, note,
          evidence, provenance, recorded_by, recorded_at)
        SELECT d.id, d.version, d.numerator, d.denominator, d.value, d.named, d.not_applicable, d.note, d.evidence, d.provenance,
          d.recorded_by, d.recorded_at
        FROM said JOIN evaluation.declared_fact d ON d.year = said.year AND d.fact = said.fact AND d.place_id = said."placeId"
          AND d.body_id IS NOT DISTINCT FROM said."bodyId" AND d.project_id IS NOT DISTINCT FROM said."projectId"
          AND d.grader = said.grader AND d.incident = said.incident
        WHERE (d.numerator, d.denominator, d.value, d.named, d.not_applicable, d.note, d.evidence, d.provenance)
          IS DISTINCT FROM (said.numerator, said.denominator, said.value, said.named, said."notApplicable", said.note,
            said.evidence, said.provenance)),
      written AS (
        INSERT INTO evaluation.declared_fact AS d (id, year, fact, place_id, body_id, project_id, grader, incident, numerator,
          denominator, value, named, not_applicable, note, evidence, provenance, recorded_by, recorded_at)
        SELECT id, year, fact, "placeId", "bodyId", "projectId", grader, incident, numerator, denominator, value, named,
          "notApplicable", note, evidence, provenance, ${stamp.by}::uuid, ${stamp.at}::timestamptz FROM said
        ON CONFLICT ON CONSTRAINT declared_fact_is_known DO UPDATE SET numerator = excluded.numerator, denominator = excluded.denominator,
          value = excluded.value, named = excluded.named, not_applicable = excluded.not_applicable, note = excluded.note,
          evidence = excluded.evidence, provenance = excluded.provenance, recorded_by = excluded.recorded_by,
          recorded_at = excluded.recorded_at, version = d.version + 1
        WHERE (d.numerator, d.denominator, d.value, d.named, d.not_applicable, d.note, d.evidence, d.provenance)
          IS DISTINCT FROM (excluded.numerator, excluded.denominator, excluded.value, excluded.named, excluded.not_applicable,
            excluded.note, excluded.evidence, excluded.provenance)
        RETURNING id, version, year, fact, place_id, body_id, project_id, grader, incident)
      SELECT said.key, coalesce(written.id, (SELECT d.id FROM evaluation.declared_fact d WHERE d.year = said.year AND d.fact = said.fact
          AND d.place_id = said."placeId" AND d.body_id IS NOT DISTINCT FROM said."bodyId"
          AND d.project_id IS NOT DISTINCT FROM said."projectId" AND d.grader = said.grader AND d.incident = said.incident)) AS id,
        coalesce(written.version, 0) AS version, written.id IS NOT NULL AS touched
      FROM said LEFT JOIN written ON written.year = said.year AND written.fact = said.fact AND written.place_id = said."placeId"
        AND written.body_id IS NOT DISTINCT FROM said."bodyId" AND written.project_id IS NOT DISTINCT FROM said."projectId"
        AND written.grader = said.grader AND written.incident = said.incident`,
  )
  return new Map(
    found.map(({ key, id, version, touched }): [string, Saved] => [
      key,
      { id, outcome: !touched ? 'unchanged' : version === 1 ? 'created' : 'changed' },
    ]),
  )
}
