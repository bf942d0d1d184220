import { sql } from 'kysely'
import { type Db, maybe } from '../../../platform/database/database.ts'

export interface NewMassIncident {
  id: string
  placeId: string
  claimId: string | null
  happenedOn: string
  finding: string
  issuer: string
}

export async function insertIncident(
  db: Db,
  it: NewMassIncident,
  { by, at }: { by: string | null; at: string },
): Promise<void> {
  await sql`INSERT INTO petitions.mass_incident (id, place_id, claim_id, happened_on, finding, issuer, recorded_by, recorded_at)
    VALUES (${it.id}, ${it.placeId}, ${it.claimId}::uuid, ${it.happenedOn}, ${it.finding}, ${it.issuer}, ${by}::uuid, ${at})`.execute(
    db,
  )
}

/** @returns false where it was changed or withdrawn since */
export const withdrawIncident = async (
  db: Db,
  id: string,
  reason: string,
  version: number,
): Promise<boolean> =>
  (await maybe(
    db,
    sql`UPDATE petitions.mass_incident SET withdrawn_reason = ${reason}, version = version + 1
      WHERE id = ${id} AND version = ${version} AND withdrawn_reason IS NULL RETURNING id`,
  )) !== undefined
