import { sql } from 'kysely'
import { type Db, one } from '../../../platform/database/database.ts'

/** As it lies in the database. */
export interface SealedReporter {
  name: string | null
  phone: string | null
}

export const reporterOf = (db: Db, claimId: string): Promise<SealedReporter & { number: string }> =>
  one(
    db,
    sql<
      SealedReporter & { number: string }
    >`SELECT number, reporter_name AS name, reporter_phone AS phone FROM petitions.claim WHERE id = ${claimId}`,
  )

export const sealedClaim = (
  db: Db,
  claimId: string,
): Promise<{ number: string; placeId: string; placeName: string }> =>
  one(
    db,
    sql<{
      number: string
      placeId: string
      placeName: string
    }>`SELECT c.number, c.place_id AS "placeId", place.name AS "placeName" FROM petitions.claim c
      JOIN organisations.published_place place ON place.id = c.place_id WHERE c.id = ${claimId}`,
  )

export interface NewOpening {
  id: string
  claimId: string
  reason: string
  by: string
  at: string
  level: string
}

export async function insertOpening(db: Db, it: NewOpening): Promise<void> {
  await sql`INSERT INTO petitions.opening (id, claim_id, reason, asked_by, asked_at, asked_level, state)
    VALUES (${it.id}, ${it.claimId}, ${it.reason}, ${it.by}, ${it.at}, ${it.level}, 'asked')`.execute(db)
}

export interface KeptOpening {
  id: string
  claimId: string
  number: string
  reason: string
  state: 'asked' | 'agreed' | 'refused'
  askedBy: string
  settledAt: string | null
}

export const openingById = (db: Db, id: string): Promise<KeptOpening> =>
  one(
    db,
    sql<KeptOpening>`SELECT o.id, o.claim_id AS "claimId", c.number, o.reason, o.state, o.asked_by AS "askedBy",
        o.settled_at AS "settledAt" FROM petitions.opening o JOIN petitions.claim c ON c.id = o.claim_id WHERE o.id = ${id}`,
  )

export async function settle(
  db: Db,
  {
    id,
    state,
    note,
    by,
    at,
  }: { id: string; state: 'agreed' | 'refused'; note: string; by: string; at: string },
): Promise<void> {
  await sql`UPDATE petitions.opening SET state = ${state}, note = ${note}, settled_by = ${by}, settled_at = ${at} WHERE id = ${id}`.execute(
    db,
  )
}
