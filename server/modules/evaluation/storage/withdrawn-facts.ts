import { sql } from 'kysely'
import { type Stage, stages, takesFacts } from '../../../../contracts/evaluation/words.ts'
import { type Db, one } from '../../../platform/database/database.ts'
import type { FactStanding } from '../rules/settle-readings.ts'

export interface FactToWithdraw {
  fact: string
  year: number
  placeId: string
  placeName: string
  projectId: string | null
  provenance: string
  standing: FactStanding
  /** Given in the procedure of a round. */
  ofProcedure: boolean
  recordedBy: string | null
  /** The stage of a round that scores the place and takes facts no more. */
  frozen: Stage | null
}

/** The year that a recorded fact is of. */
export const yearOf = async (db: Db, id: string): Promise<number> =>
  (await one(db, sql<{ year: number }>`SELECT year FROM evaluation.declared_fact WHERE id = ${id}`)).year

const freezing = stages.filter((stage) => !takesFacts(stage))

export const factToWithdraw = (db: Db, id: string) =>
  one(
    db,
    sql<FactToWithdraw>`SELECT d.fact, d.year, d.place_id AS "placeId", place.name AS "placeName", d.project_id AS "projectId",
        d.provenance, d.standing, d.of_procedure AS "ofProcedure", d.recorded_by AS "recordedBy",
        (SELECT round.state FROM evaluation.round WHERE round.year = d.year AND round.state = ANY(${freezing}::text[])
          AND EXISTS (SELECT FROM access.place_reach reach WHERE reach.place_id = d.place_id AND reach.ancestor_id = round.place_id)
          LIMIT 1) AS frozen
      FROM evaluation.declared_fact d JOIN organisations.published_place place ON place.id = d.place_id WHERE d.id = ${id}`,
  )

/** What it said is kept as a version; from now on it only says that it was withdrawn, by whom and why. */
export async function withdraw(
  db: Db,
  id: string,
  { reason, by, at }: { reason: string; by: string | null; at: string },
): Promise<void> {
  await sql`WITH kept AS (
      INSERT INTO evaluation.declared_fact_version (fact_id, version, numerator, denominator, value, named, not_applicable, note,
        evidence, provenance, standing, reason, recorded_by, recorded_at)
      SELECT id, version, numerator, denominator, value, named, not_applicable, note, evidence, provenance, standing, reason,
        recorded_by, recorded_at FROM evaluation.declared_fact WHERE id = ${id})
    UPDATE evaluation.declared_fact SET standing = 'withdrawn', reason = ${reason}, recorded_by = ${by}::uuid,
      recorded_at = ${at}::timestamptz, version = version + 1 WHERE id = ${id}`.execute(db)
}
