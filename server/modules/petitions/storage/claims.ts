import { sql } from 'kysely'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'
import { refuse as refusePlatform } from '../../../platform/problems/platform-problems.ts'
import type { KeptEvent } from '../rules/events.ts'
import { type Claim, foldEvents } from '../rules/fold.ts'
import type { Heights, Reading } from '../rules/what-is-due.ts'
import type { Rung } from '../rules/ladder.ts'
import type { LimitOn } from '../rules/terms.ts'
import { type Projection, project } from './project.ts'

/** What never changes after the filing, and what routing needs. */
export interface Filed {
  id: string
  number: string
  channel: string
  category: string
  placeId: string
  placeName: string
  providerId: string | null
  aboutFirm: boolean
  identitySealed: boolean
  /** Sealed; NULL where nobody left a number. */
  reporterPhone: string | null
  reporterPhoneMark: string | null
  leadId: string | null
  openedAt: string
}

/** A claim in an action's hands: its row is locked until the transaction ends. */
export interface HeldClaim {
  filed: Filed
  claim: Claim
}

/** Of `petitions.claim c` with its place as `place`. */
export const filedColumns = sql`c.id, c.number, c.channel, c.category, c.place_id AS "placeId", place.name AS "placeName",
  c.provider_id AS "providerId", c.about_firm AS "aboutFirm", c.identity_sealed AS "identitySealed",
  c.reporter_phone AS "reporterPhone", c.reporter_phone_mark AS "reporterPhoneMark", c.lead_id AS "leadId",
  c.opened_at AS "openedAt"`

/** Locks and reads. @throws 404 when there is no such claim */
export async function holdClaim(trx: Db, id: string, limits: LimitOn): Promise<HeldClaim> {
  const filed = await maybe(
    trx,
    sql<Filed>`SELECT ${filedColumns} FROM petitions.claim c JOIN organisations.published_place place ON place.id = c.place_id
      WHERE c.id = ${id} FOR NO KEY UPDATE OF c`,
  )
  if (!filed) throw refusePlatform('not-found')
  const history = await historyOf(trx, [id])
  return { filed, claim: foldEvents(history.get(id) ?? [], limits) }
}

/** The events of claims, the eldest first, in one statement. */
export async function historyOf(db: Db, ids: readonly string[]): Promise<Map<string, KeptEvent[]>> {
  const found = await rows(
    db,
    sql<{ claim_id: string } & KeptEvent>`SELECT claim_id, seq, at, by, kind, data FROM petitions.claim_event
      WHERE claim_id = ANY(${ids}::uuid[]) ORDER BY claim_id, seq`,
  )
  const histories = new Map<string, KeptEvent[]>()
  for (const { claim_id, ...event } of found) {
    const history = histories.get(claim_id)
    if (history) history.push(event)
    else histories.set(claim_id, [event])
  }
  return histories
}

/** The offices over places, and whether the community's step is switched off there; one statement for any number. */
export async function heightsOf(db: Db, placeIds: readonly string[]): Promise<Map<string, Heights>> {
  const found = await rows(
    db,
    sql<{
      place_id: string
      level: Rung['level']
      id: string
      skips: boolean | null
    }>`SELECT reach.place_id, over.kind AS level,
        over.id, ladder.skips_community AS skips
      FROM access.place_reach reach JOIN organisations.published_place over ON over.id = reach.ancestor_id AND over.kind <> 'compound'
      LEFT JOIN petitions.ladder ladder ON ladder.place_id = over.id AND over.kind IN ('district', 'city')
      WHERE reach.place_id = ANY(${[...new Set(placeIds)]}::uuid[])`,
  )
  const heights = new Map<string, Heights>(placeIds.map((id) => [id, { ladder: [], skipsCommunity: false }]))
  for (const { place_id, level, id, skips } of found) {
    const { ladder, skipsCommunity } = heights.get(place_id) as Heights
    heights.set(place_id, {
      ladder: [...ladder, { level, placeId: id }],
      skipsCommunity: skipsCommunity || skips === true,
    })
  }
  return heights
}

/** A claim with what has just happened to it. */
export interface Moved {
  id: string
  claim: Claim
  fresh: readonly KeptEvent[]
}

/** Writes events, climbs and projections of any number of claims in one statement. */
export const keepMoved = (trx: Db, moved: readonly Moved[], reading: Reading): Promise<void> =>
  keepProjected(
    trx,
    moved.filter(({ fresh }) => fresh.length > 0),
    reading,
  )

/** The same, also of claims to which nothing has happened but that their clocks are read by another calendar. */
export async function keepProjected(trx: Db, moved: readonly Moved[], reading: Reading): Promise<void> {
  if (moved.length === 0) return
  const events = moved.flatMap(({ id, fresh }) => fresh.map((event) => ({ claim_id: id, ...event })))
  const climbs = moved.flatMap(({ id, claim, fresh }) =>
    fresh.flatMap((event) =>
      event.kind === 'climbed'
        ? [{ claim_id: id, cycle: claim.cycle, level: event.data.to, at: event.at, why: event.data.why }]
        : [],
    ),
  )
  const projections = moved.map(({ id, claim }) => ({ id, ...project(claim, reading) }))
  await sql`WITH happened AS (
      INSERT INTO petitions.claim_event (claim_id, seq, at, by, kind, data)
      SELECT claim_id, seq, at, by, kind, data FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
        AS f (claim_id uuid, seq integer, at timestamptz, by uuid, kind text, data jsonb)),
    climbed AS (
      INSERT INTO petitions.climb (claim_id, cycle, level, at, why)
      SELECT claim_id, cycle, level, at, why FROM jsonb_to_recordset(${JSON.stringify(climbs)}::jsonb)
        AS f (claim_id uuid, cycle smallint, level text, at timestamptz, why text))
    UPDATE petitions.claim c SET ${projectedColumns}
    FROM jsonb_populate_recordset(NULL::petitions.claim, ${JSON.stringify(projections)}::jsonb) p WHERE c.id = p.id`.execute(
    trx,
  )
}

/** Every column of the projection, in one place. */
export const projected = [
  'seq',
  'state',
  'level',
  'handler_level',
  'handler_body_id',
  'handler_place_id',
  'co_body_id',
  'leader_place_id',
  'limit_class',
  'clock',
  'due_at',
  'due_provisional',
  'next_at',
  'is_overdue',
  'is_suspended',
  'warnings',
  'cycle',
  'redone',
  'passed_on',
  'reopened',
  'climbs',
  'outcome',
  'answered_at',
  'answered_in_time',
  'signed_in_time',
  'visited_at',
  'visit_result',
  'rated_responded',
  'rated_solved',
  'rated_satisfied',
  'closed_at',
  'struck_off_at',
  'key_level',
  'is_complex',
  'is_supervised',
  'excluded',
  'pending',
] as const satisfies readonly (keyof Projection)[]

const projectedColumns = sql.join(projected.map((column) => sql`${sql.ref(column)} = p.${sql.ref(column)}`))
