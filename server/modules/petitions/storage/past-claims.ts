import { sql } from 'kysely'
import { type Db, put } from '../../../platform/database/database.ts'
import type { Replayed } from '../rules/replay.ts'
import type { Reading } from '../rules/what-is-due.ts'
import { projected } from './claims.ts'
import { project } from './project.ts'

/** What a claim of the past was filed with, under the names of the table. Who reported it, nobody wrote down. */
export interface PastIntake {
  id: string
  number: string
  channel: string
  /** By which the same row is known when it comes again. */
  intake_key: string | null
  category: string
  of_property: boolean
  of_sanitation: boolean
  about_firm: boolean
  place_id: string
  provider_id: string | null
  spot: string
  content: string
  filed_by: string | null
  opened_at: string
}

export interface PastClaim extends Replayed {
  intake: PastIntake
}

const filed = [
  'id',
  'number',
  'channel',
  'intake_key',
  'category',
  'of_property',
  'of_sanitation',
  'about_firm',
  'place_id',
  'provider_id',
  'spot',
  'content',
  'filed_by',
  'opened_at',
] as const satisfies readonly (keyof PastIntake)[]

const columns = sql.join([...filed, ...projected].map((column) => sql.ref(column)))

/**
 * Files any number of claims with all that happened to them, a statement a table; each row is what its events add up to.
 * Numbers must be free.
 */
export async function filePastClaims(trx: Db, claims: readonly PastClaim[], reading: Reading): Promise<void> {
  if (claims.length === 0) return
  const standing = claims.map(({ intake, claim }) => ({ ...intake, ...project(claim, reading) }))
  const events = claims.flatMap(({ intake, events }) =>
    events.map((event) => ({ claim_id: intake.id, ...event })),
  )
  await put(
    trx,
    sql`INSERT INTO petitions.claim (${columns})
      SELECT ${columns} FROM jsonb_populate_recordset(NULL::petitions.claim, ${JSON.stringify(standing)}::jsonb)`,
  )
  await put(
    trx,
    sql`INSERT INTO petitions.claim_event (claim_id, seq, at, by, kind, data)
      SELECT claim_id, seq, at, by, kind, data FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
        AS f (claim_id uuid, seq integer, at timestamptz, by uuid, kind text, data jsonb)`,
  )
  const climbs = claims.flatMap(climbsOf)
  if (climbs.length === 0) return
  await put(
    trx,
    sql`INSERT INTO petitions.climb (claim_id, cycle, level, at, why)
      SELECT claim_id, cycle, level, at, why FROM jsonb_to_recordset(${JSON.stringify(climbs)}::jsonb)
        AS f (claim_id uuid, cycle smallint, level text, at timestamptz, why text)`,
  )
}

/** Each climb under the round of handling in which it happened. */
function climbsOf({ intake, events }: PastClaim) {
  let cycle = 1
  return events.flatMap((event) => {
    if (event.kind === 'reopened') cycle++
    return event.kind === 'climbed'
      ? [{ claim_id: intake.id, cycle, level: event.data.to, at: event.at, why: event.data.why }]
      : []
  })
}
