import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { CoverageWay } from '../../../../contracts/party-organisations/words.ts'
import { type Db, one, rows } from '../../../platform/database/database.ts'

export interface Coverage {
  id: string
  how: CoverageWay
  /** A body, or the compound of a project. */
  bodyId: string | null
  compoundId: string | null
  organisationId: string | null
  instructorId: string | null
  from: string
  to: string | null
}

export const coverageKey = (one: Omit<Coverage, 'id' | 'to'>) =>
  [one.bodyId ?? one.compoundId, one.how, one.instructorId ?? one.organisationId, one.from].join(' ')

/** All coverage, past too, of some bodies and compounds. */
export async function coverageOf(db: Db, targets: string[]): Promise<Map<string, Coverage>> {
  const asked = [...new Set(targets)]
  const found = await rows(
    db,
    sql<Coverage>`SELECT id, how, body_id AS "bodyId", compound_id AS "compoundId", organisation_id AS "organisationId",
        instructor_id AS "instructorId", valid_from AS "from", valid_to AS "to"
      FROM party_organisations.coverage WHERE body_id = ANY(${asked}::uuid[]) OR compound_id = ANY(${asked}::uuid[])`,
  )
  return new Map(found.map((one) => [coverageKey(one), one]))
}

export async function insertCoverage(
  db: Db,
  fresh: (Omit<Coverage, 'id'> & { placeId: string })[],
): Promise<string[]> {
  const made = fresh.map((one) => ({ ...one, id: uuid() }))
  await sql`INSERT INTO party_organisations.coverage (id, how, body_id, compound_id, place_id, organisation_id,
      instructor_id, valid_from, valid_to)
    SELECT id, how, "bodyId", "compoundId", "placeId", "organisationId", "instructorId", "from", "to"
    FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS f (id uuid, how text, "bodyId" uuid, "compoundId" uuid,
      "placeId" uuid, "organisationId" uuid, "instructorId" uuid, "from" date, "to" date)`.execute(db)
  return made.map((one) => one.id)
}

export async function updateCoverage(db: Db, changes: { id: string; to: string | null }[]): Promise<void> {
  await sql`UPDATE party_organisations.coverage c SET valid_to = f."to", version = c.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS f (id uuid, "to" date) WHERE c.id = f.id`.execute(
    db,
  )
}

/** One coverage with its version, for ending. */
export const coverageById = (db: Db, id: string) =>
  one(
    db,
    sql<
      Pick<Coverage, 'from' | 'to'> & { ofHost: boolean; version: number }
    >`SELECT valid_from AS "from", valid_to AS "to",
      of_host AS "ofHost", version FROM party_organisations.coverage WHERE id = ${id}::uuid`,
  )
