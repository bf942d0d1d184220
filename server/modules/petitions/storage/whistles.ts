import { sql } from 'kysely'
import { type Db, maybe, one, rows } from '../../../platform/database/database.ts'

/** One that can be called to a place. */
export interface Callable {
  bodyId: string | null
  placeId: string | null
  name: string
  kind: string
}

/**
 * Whom a place can call: the firm that serves it and its owners' organisation, departments whose seat lies over it or
 * beside it under the same district, offices over it and its own.
 */
export const callableAt = (db: Db, placeId: string, day: string): Promise<Callable[]> =>
  rows(
    db,
    sql<Callable>`WITH up AS (SELECT o.id, o.kind, o.name, reach.depth FROM access.place_reach reach
        JOIN organisations.published_place o ON o.id = reach.ancestor_id WHERE reach.place_id = ${placeId})
      SELECT b.id AS "bodyId", NULL::uuid AS "placeId", b.name, b.kind, 1 AS turn FROM organisations.published_body b
        WHERE b.kind = 'department' AND b.place_id IN (SELECT id FROM up) AND (b.valid_to IS NULL OR b.valid_to > ${day})
      UNION SELECT b.id, NULL::uuid, b.name, b.kind, 2 FROM organisations.published_service_contract s
        JOIN organisations.published_body b ON b.id = s.provider_id
        JOIN access.place_reach reach ON reach.place_id = s.compound_id AND reach.ancestor_id = ${placeId}
        WHERE s.valid_from <= ${day} AND (s.valid_to IS NULL OR s.valid_to > ${day})
      UNION SELECT c.body_id, NULL::uuid, c.name, c.kind, 3 FROM organisations.published_committee c
        JOIN access.place_reach reach ON reach.place_id = c.compound_id AND reach.ancestor_id = ${placeId}
        WHERE c.valid_to IS NULL OR c.valid_to > ${day}
      UNION SELECT NULL::uuid, up.id, up.name, up.kind, 4 FROM up WHERE up.kind <> 'compound'
      ORDER BY turn, name`,
  )

export interface NewWhistle {
  id: string
  claimId: string | null
  placeId: string
  by: string
  callerBodyId: string | null
  callerPlaceId: string | null
  matter: string
  urgent: boolean
  calledAt: string
  dueAt: string
  calls: readonly { bodyId: string | null; placeId: string | null }[]
}

/** @returns its number, CS2026-000012 */
export async function insertWhistle(db: Db, it: NewWhistle): Promise<string> {
  const { number } = await one(
    db,
    sql<{
      number: string
    }>`INSERT INTO petitions.whistle (id, number, claim_id, place_id, called_by, caller_body_id, caller_place_id,
        matter, urgent, called_at, due_at, state)
      VALUES (${it.id}, 'CS' || to_char(${it.calledAt}::timestamptz AT TIME ZONE 'Asia/Shanghai', 'YYYY') || '-'
          || lpad(nextval('petitions.number_of_whistle')::text, 6, '0'),
        ${it.claimId}::uuid, ${it.placeId}, ${it.by}, ${it.callerBodyId}::uuid, ${it.callerPlaceId}::uuid, ${it.matter},
        ${it.urgent}, ${it.calledAt}, ${it.dueAt}, 'open') RETURNING number`,
  )
  const calls = it.calls.map((call, i) => ({
    seq: i + 1,
    body_id: call.bodyId,
    office_place_id: call.placeId,
  }))
  await sql`INSERT INTO petitions.whistle_call (whistle_id, seq, body_id, office_place_id)
    SELECT ${it.id}, seq, body_id, office_place_id FROM jsonb_to_recordset(${JSON.stringify(calls)}::jsonb)
      AS f (seq smallint, body_id uuid, office_place_id uuid)`.execute(db)
  return number
}

export interface KeptWhistle {
  id: string
  number: string
  claimId: string | null
  placeId: string
  placeName: string
  callerBodyId: string | null
  callerPlaceId: string | null
  callerLevel: string | null
  calledBy: string | null
  dueAt: string
  state: 'open' | 'ended' | 'cancelled'
}

export const whistleById = (db: Db, id: string): Promise<KeptWhistle> =>
  one(
    db,
    sql<KeptWhistle>`SELECT w.id, w.number, w.claim_id AS "claimId", w.place_id AS "placeId", place.name AS "placeName",
        w.caller_body_id AS "callerBodyId", w.caller_place_id AS "callerPlaceId", caller.kind AS "callerLevel",
        w.called_by AS "calledBy", w.due_at AS "dueAt", w.state
      FROM petitions.whistle w JOIN organisations.published_place place ON place.id = w.place_id
      LEFT JOIN organisations.published_place caller ON caller.id = w.caller_place_id WHERE w.id = ${id}`,
  )

export interface KeptCall {
  seq: number
  bodyId: string | null
  placeId: string | null
  checkedInAt: string | null
}

/** The calls of a whistle that are the actor's to answer. */
export const callsOf = (
  db: Db,
  id: string,
  {
    bodies,
    offices,
    projects,
  }: { bodies: readonly string[]; offices: readonly string[]; projects: readonly string[] },
  day: string,
): Promise<KeptCall[]> =>
  rows(
    db,
    sql<KeptCall>`SELECT k.seq, k.body_id AS "bodyId", k.office_place_id AS "placeId", k.checked_in_at AS "checkedInAt"
      FROM petitions.whistle_call k JOIN petitions.whistle w ON w.id = k.whistle_id
      WHERE k.whistle_id = ${id} AND (k.body_id = ANY(${[...bodies]}::uuid[]) OR k.office_place_id = ANY(${[...offices]}::uuid[])
        OR (w.place_id = ANY(${[...projects]}::uuid[]) AND EXISTS (SELECT FROM organisations.published_service_contract s
          WHERE s.compound_id = w.place_id AND s.provider_id = k.body_id AND s.valid_from <= ${day}
            AND (s.valid_to IS NULL OR s.valid_to > ${day})))) ORDER BY k.seq`,
  )

export interface CheckIn {
  whistleId: string
  seq: number
  at: string
  by: string | null
  inTime: boolean
  note: string
  latitude: number | null
  longitude: number | null
}

/** @returns false where somebody of the same body was faster */
export const writeCheckIn = async (db: Db, it: CheckIn): Promise<boolean> =>
  (await maybe(
    db,
    sql`UPDATE petitions.whistle_call SET checked_in_at = ${it.at}, checked_in_by = ${it.by}::uuid, in_time = ${it.inTime},
        note = ${it.note}, latitude = ${it.latitude}, longitude = ${it.longitude}
      WHERE whistle_id = ${it.whistleId} AND seq = ${it.seq} AND checked_in_at IS NULL RETURNING seq`,
  )) !== undefined

/** Whoever has not come stands as not in time from now on. */
export async function endWhistle(
  db: Db,
  {
    id,
    state,
    result,
    at,
    ratings,
  }: {
    id: string
    state: 'ended' | 'cancelled'
    result: string
    at: string
    ratings: readonly { seq: number; rated: number }[]
  },
): Promise<void> {
  await sql`UPDATE petitions.whistle SET state = ${state}, result = ${result}, ended_at = ${at} WHERE id = ${id}`.execute(
    db,
  )
  if (state === 'cancelled') return
  await sql`UPDATE petitions.whistle_call k SET in_time = coalesce(k.in_time, false),
      rated = coalesce((SELECT f.rated FROM jsonb_to_recordset(${JSON.stringify(ratings)}::jsonb) AS f (seq smallint, rated smallint)
        WHERE f.seq = k.seq), k.rated) WHERE k.whistle_id = ${id}`.execute(db)
}

export async function rateCall(db: Db, id: string, seq: number, rated: number): Promise<void> {
  await sql`UPDATE petitions.whistle_call SET call_rated = ${rated} WHERE whistle_id = ${id} AND seq = ${seq}`.execute(
    db,
  )
}

/** Whether a claim lies in, or over, nothing but the place. */
export const claimLiesAt = async (db: Db, claimId: string, placeId: string): Promise<boolean> =>
  (await maybe(
    db,
    sql`SELECT 1 FROM petitions.claim c JOIN access.place_reach reach ON reach.place_id = c.place_id
      WHERE c.id = ${claimId} AND reach.ancestor_id = ${placeId}`,
  )) !== undefined
