import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { type Db, put, rows } from '../../../platform/database/database.ts'
import type { Entry, Known, KnownPlace } from '../rules/examine-fact.ts'
import { present } from './places-in-reach.ts'

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
  /**
   * Nothing was written where it was said otherwise before and why it changes was not said (`unreasoned`), or where it was
   * given in the round's procedure and is changed there alone (`of-procedure`).
   */
  outcome: 'created' | 'changed' | 'unchanged' | 'unreasoned' | 'of-procedure'
}

interface Said {
  key: string
  entry: Entry
}

interface Stamp {
  by: string | null
  at: string
  /** Whether a fact is changed only with the reason; the procedure's own readings keep theirs elsewhere. */
  needsReason: boolean
}

/**
 * Saves facts by their natural key: what is new is written; what is said again as before changes nothing, and what is
 * said otherwise keeps its earlier version. Most are new, and those need one plain INSERT.
 */
export async function saveFacts(db: Db, entries: Said[], stamp: Stamp): Promise<Map<string, Saved>> {
  if (entries.length === 0) return new Map()
  const said = entries.map(({ key, entry }) => ({ id: uuid(), key, reason: '', ...entry }))
  const created = await insertNew(db, said, stamp)
  const saved = new Map<string, Saved>()
  for (const { id, key } of said) if (created.has(id)) saved.set(key, { id, outcome: 'created' })
  if (saved.size === said.length) return saved
  const known = said.filter(({ id }) => !created.has(id))
  for (const { key, id, touched, reasoned, kept } of await changeKnown(db, known, stamp))
    saved.set(key, { id, outcome: outcomeOf({ touched, reasoned, kept }) })
  return saved
}

function outcomeOf({
  touched,
  reasoned,
  kept,
}: Pick<Changed, 'touched' | 'reasoned' | 'kept'>): Saved['outcome'] {
  if (!touched) return 'unchanged'
  if (kept) return 'of-procedure'
  return reasoned ? 'changed' : 'unreasoned'
}

interface Changed {
  key: string
  id: string
  touched: boolean
  reasoned: boolean
  /** It was given in the procedure, and is not changed from outside it. */
  kept: boolean
}

/**
 * Saves one fact that nobody seems to have said before, without waiting for the database: whoever said it meanwhile
 * breaches `factIsKnown`, and then nothing of the transaction stays.
 * @returns its id
 */
export async function expectNew(db: Db, entry: Entry, { by, at }: Stamp): Promise<string> {
  const id = uuid()
  const written = sql`INSERT INTO evaluation.declared_fact (id, year, fact, place_id, grader, incident, numerator, denominator,
      value, named, not_applicable, note, evidence, provenance, standing, recorded_by, recorded_at)
    VALUES (${id}, ${String(entry.year)}, ${entry.fact}, ${entry.placeId}, ${entry.grader}, ${entry.incident}, ${entry.numerator},
      ${entry.denominator}, ${entry.value}, ${entry.named}, ${entry.notApplicable}, ${entry.note}, ${entry.evidence},
      ${entry.provenance}, ${entry.standing}, ${by}, ${at})`
  await put(db, written)
  return id
}

/** The constraint that makes a fact one: its natural key. */
export const factIsKnown = 'declared_fact_is_known'

type Sent = Entry & { id: string; key: string }

const recordset = (
  sent: Sent[],
) => sql`jsonb_to_recordset(${JSON.stringify(sent)}::jsonb) AS f (id uuid, key text, year smallint, fact text,
  "placeId" uuid, "bodyId" uuid, "projectId" uuid, grader text, incident text, numerator numeric, denominator numeric, value numeric,
  named text, "notApplicable" text, note text, evidence text, provenance text, standing text, reason text)`

/** @returns the ids of those that nobody had said before */
async function insertNew(db: Db, sent: Sent[], stamp: Stamp): Promise<Set<string>> {
  const found = await rows(
    db,
    sql<{
      id: string
    }>`INSERT INTO evaluation.declared_fact (id, year, fact, place_id, body_id, project_id, grader, incident, numerator,
        denominator, value, named, not_applicable, note, evidence, provenance, standing, of_procedure, recorded_by, recorded_at)
      SELECT id, year, fact, "placeId", "bodyId", "projectId", grader, incident, numerator, denominator, value, named,
        "notApplicable", note, evidence, provenance, standing, ${!stamp.needsReason}::boolean, ${stamp.by}::uuid, ${stamp.at}::timestamptz FROM ${recordset(sent)}
      ON CONFLICT ON CONSTRAINT ${sql.ref(factIsKnown)} DO NOTHING RETURNING id`,
  )
  return new Set(found.map((row) => row.id))
}

/** Locked first: of two who say the same fact otherwise at once, the second keeps the version that the first wrote. */
const changeKnown = (db: Db, sent: Sent[], stamp: Stamp) =>
  rows(
    db,
    sql<Changed>`
      WITH known AS MATERIALIZED (
        SELECT said.key, d.id, d.version, said.numerator, said.denominator, said.value, said.named, said."notApplicable", said.note,
          said.evidence, said.provenance, said.standing, said.reason,
          (${!stamp.needsReason}::boolean OR said.reason <> '' OR d.standing = 'withdrawn') AS reasoned,
          (${stamp.needsReason}::boolean AND d.of_procedure) AS kept, (d.numerator, d.denominator, d.value, d.named, d.not_applicable, d.note,
            d.evidence, d.provenance, d.standing) IS DISTINCT FROM (said.numerator, said.denominator, said.value, said.named,
            said."notApplicable", said.note, said.evidence, said.provenance, said.standing) AS touched
        FROM (SELECT * FROM ${recordset(sent)}) said
        JOIN evaluation.declared_fact d ON d.year = said.year AND d.fact = said.fact AND d.place_id = said."placeId"
          AND d.body_id IS NOT DISTINCT FROM said."bodyId" AND d.project_id IS NOT DISTINCT FROM said."projectId"
          AND d.grader = said.grader AND d.incident = said.incident
        FOR NO KEY UPDATE OF d),
      replaced AS (
        INSERT INTO evaluation.declared_fact_version (fact_id, version, numerator, denominator, value, named, not_applicable, note,
          evidence, provenance, standing, reason, recorded_by, recorded_at)
        SELECT d.id, d.version, d.numerator, d.denominator, d.value, d.named, d.not_applicable, d.note, d.evidence, d.provenance,
          d.standing, d.reason, d.recorded_by, d.recorded_at
        FROM known JOIN evaluation.declared_fact d ON d.id = known.id WHERE known.touched AND known.reasoned AND NOT known.kept),
      written AS (
        UPDATE evaluation.declared_fact d SET numerator = known.numerator, denominator = known.denominator, value = known.value,
          named = known.named, not_applicable = known."notApplicable", note = known.note, evidence = known.evidence,
          provenance = known.provenance, standing = known.standing, reason = known.reason, recorded_by = ${stamp.by}::uuid, recorded_at = ${stamp.at}::timestamptz,
          of_procedure = d.of_procedure OR ${!stamp.needsReason}::boolean, version = known.version + 1
        FROM known WHERE d.id = known.id AND known.touched AND known.reasoned AND NOT known.kept)
      SELECT key, id, touched, reasoned, kept FROM known`,
  )
