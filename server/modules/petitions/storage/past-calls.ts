import { sql } from 'kysely'
import { type Db, put } from '../../../platform/database/database.ts'

/** A call to a compound of the past: its firm and the offices of its community and street, who came or not. */
export interface PastCall {
  id: string
  number: string
  /** The compound's code. */
  place: string
  matter: string
  calledAt: string
  dueAt: string
  /** When each came; null who did not. */
  came: { firm: string | null; community: string | null; street: string | null }
}

/** Three statements for any number of calls. Numbers must be free. */
export async function filePastCalls(trx: Db, calls: readonly PastCall[]): Promise<void> {
  const sent = sql`jsonb_to_recordset(${JSON.stringify(calls)}::jsonb) AS f (id uuid, number text, place text, matter text,
    "calledAt" timestamptz, "dueAt" timestamptz, came jsonb)`
  await put(
    trx,
    sql`INSERT INTO petitions.whistle (id, number, place_id, caller_place_id, matter, urgent, called_at, due_at, state, ended_at, result)
      SELECT f.id, f.number, p.id, p.parent_id, f.matter, false, f."calledAt", f."dueAt", 'ended', f."dueAt", '已到场处理'
      FROM ${sent} JOIN organisations.published_place p ON p.code = f.place`,
  )
  const came = (who: string) => sql`(f.came ->> ${who}::text)::timestamptz`
  await put(
    trx,
    sql`INSERT INTO petitions.whistle_call (whistle_id, seq, body_id, checked_in_at, in_time)
      SELECT f.id, 1, k.provider_id, ${came('firm')}, ${came('firm')} <= f."dueAt"
      FROM ${sent} JOIN organisations.published_place p ON p.code = f.place
      JOIN LATERAL (SELECT s.provider_id FROM organisations.published_service_contract s WHERE s.compound_id = p.id
        AND s.valid_from <= f."calledAt"::date AND (s.valid_to IS NULL OR s.valid_to > f."calledAt"::date) LIMIT 1) k ON true`,
  )
  await put(
    trx,
    sql`INSERT INTO petitions.whistle_call (whistle_id, seq, office_place_id, checked_in_at, in_time)
      SELECT f.id, CASE office.kind WHEN 'community' THEN 2 ELSE 3 END, office.id,
        (f.came ->> office.kind)::timestamptz, (f.came ->> office.kind)::timestamptz <= f."dueAt"
      FROM ${sent} JOIN organisations.published_place p ON p.code = f.place
      JOIN access.place_reach reach ON reach.place_id = p.id
      JOIN organisations.published_place office ON office.id = reach.ancestor_id AND office.kind IN ('community', 'street')`,
  )
}

export interface PastIncident {
  id: string
  place: string
  happenedOn: string
  finding: string
  issuer: string
}

export const filePastIncidents = (trx: Db, incidents: readonly PastIncident[]): Promise<void> =>
  put(
    trx,
    sql`INSERT INTO petitions.mass_incident (id, place_id, happened_on, finding, issuer, recorded_at)
      SELECT f.id, p.id, f."happenedOn", f.finding, f.issuer, f."happenedOn" + interval '2 days'
      FROM jsonb_to_recordset(${JSON.stringify(incidents)}::jsonb)
        AS f (id uuid, place text, "happenedOn" date, finding text, issuer text)
      JOIN organisations.published_place p ON p.code = f.place`,
  )

/** Others who met the same, by sealed number and its fingerprint. */
export interface PastFollower {
  claimId: string
  phone: string
  mark: string
  at: string
}

export const filePastFollowers = (trx: Db, followers: readonly PastFollower[]): Promise<void> =>
  put(
    trx,
    sql`INSERT INTO petitions.follower (claim_id, phone, phone_mark, at)
      SELECT "claimId", phone, mark, at FROM jsonb_to_recordset(${JSON.stringify(followers)}::jsonb)
        AS f ("claimId" uuid, phone text, mark text, at timestamptz) ON CONFLICT DO NOTHING`,
  )

/** Which of these numbers are taken already. */
export async function numbersTaken(db: Db, numbers: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{
    number: string
  }>`SELECT number FROM petitions.claim WHERE number = ANY(${numbers}::text[])
    UNION ALL SELECT number FROM petitions.whistle WHERE number = ANY(${numbers}::text[])`.execute(db)
  return new Set(rows.map(({ number }) => number))
}
