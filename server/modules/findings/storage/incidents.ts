import { sql } from 'kysely'
import { breaches } from '../../../access/action.ts'
import { isLiving, type Stage, stages } from '../../../../contracts/evaluation/words.ts'
import { type Db, maybe, one } from '../../../platform/database/database.ts'
import { holdYears } from '../../evaluation/index.ts'
import { refuse } from '../problems.ts'

const frozenStages = stages.filter((stage) => !isLiving(stage))

/** The enterprise, district and project that an incident names, as the records know them. */
export interface Scene {
  placeName: string
  placeKind: string
  enterpriseName: string | null
  served: boolean
  projectName: string | null
  projectServed: boolean
  /** The stage of a round of the year that is frozen. */
  frozen: Stage | null
}

/** Rounds of the year stay in their stages until the transaction ends. */
export async function heldScene(
  db: Db,
  named: { year: number; districtId: string; enterpriseId: string; projectId: string | null },
): Promise<Scene> {
  await holdYears(db, [named.year])
  const { year, districtId, enterpriseId, projectId } = named
  const served = sql`SELECT FROM organisations.published_service_contract c
    JOIN access.place_reach reach ON reach.place_id = c.compound_id AND reach.ancestor_id = place.id
    WHERE c.provider_id = body.id AND c.valid_from <= ${`${year}-12-31`}::date
      AND (c.valid_to IS NULL OR c.valid_to > ${`${year}-01-01`}::date)`
  return await one(
    db,
    sql<Scene>`SELECT place.name AS "placeName", place.kind AS "placeKind", body.name AS "enterpriseName",
        EXISTS (${served}) AS served, project.name AS "projectName",
        EXISTS (${served} AND c.compound_id = project.id) AS "projectServed",
        (SELECT round.state FROM evaluation.published_round round WHERE round.year = ${year}
          AND round.state = ANY(${frozenStages}::text[]) AND EXISTS (SELECT FROM access.place_reach reach
            WHERE reach.place_id = place.id AND reach.ancestor_id = round.place_id) LIMIT 1) AS frozen
      FROM organisations.published_place place
      LEFT JOIN organisations.published_body body ON body.id = ${enterpriseId} AND body.kind = 'enterprise'
      LEFT JOIN organisations.published_place project ON project.id = ${projectId}::uuid AND project.kind = 'compound'
      WHERE place.id = ${districtId}`,
  )
}

export interface Finding {
  severity: string
  points: string
  issuer: string
  documentNumber: string
  foundOn: string
  summary: string
}
export interface NewIncident extends Finding {
  id: string
  year: number
  indicator: string
  fact: string
  number: string
  districtId: string
  enterpriseId: string
  projectId: string | null
}
interface Stamp {
  by: string | null
  at: string
}

export async function insertIncident(db: Db, it: NewIncident, { by, at }: Stamp): Promise<void> {
  try {
    await sql`INSERT INTO findings.incident (id, year, indicator, fact, number, place_id, body_id, project_id, severity, points,
        issuer, document_number, found_on, summary, recorded_by, recorded_at)
      VALUES (${it.id}, ${it.year}, ${it.indicator}, ${it.fact}, ${it.number}, ${it.districtId}, ${it.enterpriseId},
        ${it.projectId}::uuid, ${it.severity}, ${it.points}::numeric, ${it.issuer}, ${it.documentNumber}, ${it.foundOn},
        ${it.summary}, ${by}::uuid, ${at})`.execute(db)
  } catch (fault) {
    if (breaches(fault, 'incident_is_one'))
      throw refuse('incident-exists', { row: it.indicator, number: it.number }, { field: 'number' })
    throw fault
  }
}

export interface KeptIncident extends Finding {
  id: string
  year: number
  indicator: string
  fact: string
  number: string
  districtId: string
  enterpriseId: string
  enterpriseName: string
  projectId: string | null
  state: 'standing' | 'withdrawn'
  version: number
  by: string | null
  recordedBy: string | null
}

export const incidentById = (db: Db, id: string): Promise<KeptIncident> =>
  one(
    db,
    sql<KeptIncident>`SELECT i.id, i.year, i.indicator, i.fact, i.number, i.place_id AS "districtId", i.body_id AS "enterpriseId",
        body.name AS "enterpriseName", i.project_id AS "projectId", i.severity, i.points::text, i.issuer,
        i.document_number AS "documentNumber", i.found_on::text AS "foundOn", i.summary, i.state, i.version,
        account.display_name AS by, i.recorded_by AS "recordedBy"
      FROM findings.incident i JOIN organisations.published_body body ON body.id = i.body_id
      LEFT JOIN accounts.published_account account ON account.id = i.recorded_by WHERE i.id = ${id}`,
  )

/** What it said is kept as a version. @returns the new version */
export async function changeIncident(
  db: Db,
  id: string,
  next: Finding & { state: 'standing' | 'withdrawn'; reason: string },
  { by, at }: Stamp,
): Promise<number> {
  await sql`INSERT INTO findings.incident_version (incident_id, version, severity, points, issuer, document_number, found_on, summary,
      state, reason, recorded_by, recorded_at)
    SELECT id, version, severity, points, issuer, document_number, found_on, summary, state, reason, recorded_by, recorded_at
    FROM findings.incident WHERE id = ${id}`.execute(db)
  const { version } = await one(
    db,
    sql<{
      version: number
    }>`UPDATE findings.incident SET severity = ${next.severity}, points = ${next.points}::numeric,
        issuer = ${next.issuer}, document_number = ${next.documentNumber}, found_on = ${next.foundOn}, summary = ${next.summary},
        state = ${next.state}, reason = ${next.reason}, recorded_by = ${by}::uuid, recorded_at = ${at}, version = version + 1
      WHERE id = ${id} RETURNING version`,
  )
  return version
}

export async function keepStatement(db: Db, id: string, text: string, { by, at }: Stamp): Promise<void> {
  await sql`UPDATE findings.incident SET statement = ${text}, stated_by = ${by}::uuid, stated_at = ${at} WHERE id = ${id}`.execute(
    db,
  )
}

/** Documents that a record holds, so that what it lets go of is detached. */
export const heldDocuments = async (db: Db, resource: string, id: string): Promise<string[]> =>
  (
    await maybe(
      db,
      sql<{
        ids: string[]
      }>`SELECT coalesce(array_agg(document_id), '{}') AS ids FROM documents.published_attachment
        WHERE resource = ${resource} AND record_id = ${id}`,
    )
  )?.ids ?? []
