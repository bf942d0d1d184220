import { sql } from 'kysely'
import type { LimitClass } from '../../../../contracts/petitions/words.ts'
import { type Db, maybe, put } from '../../../platform/database/database.ts'
import type { KeptEvent } from '../rules/events.ts'
import type { RoutingScene } from '../rules/routing.ts'
import { projected } from './claims.ts'
import type { Projection } from './project.ts'
import { asScene, routingColumns, type StoredScene } from './routing-scenes.ts'

/** Everything about a place and a category that a filing is judged by. */
export interface IntakeScene {
  routing: RoutingScene
  limitClass: LimitClass
  ofProperty: boolean
  ofSanitation: boolean
  categoryName: string
  /** Switched off, or a group in which something narrower must be chosen. */
  categoryShut: boolean
  placeName: string
  placeCode: string
  placeEnded: boolean
  /** The community of a compound that was dissolved. */
  communityName: string | null
  /** Free from the sequence: gaps are no matter. */
  serial: number
  /** Of this phone, on this day. */
  claimsToday: number
}

/**
 * One statement for all that a filing reads. @param phoneMark null where no phone bounds the filing
 * @returns nothing where place or category are unknown
 */
export async function intakeScene(
  db: Db,
  asked: { placeId: string; category: string; phoneMark: string | null },
  day: string,
): Promise<IntakeScene | undefined> {
  const found = await maybe(
    db,
    sql<Omit<IntakeScene, 'routing'> & StoredScene>`SELECT ${routingColumns(sql`${day}::date`)},
      c.limit_class AS "limitClass", c.of_property AS "ofProperty", c.of_sanitation AS "ofSanitation", c.name AS "categoryName",
      NOT c.active OR EXISTS (SELECT FROM petitions.category under WHERE under.parent = c.code AND under.active) AS "categoryShut",
      p.name AS "placeName", p.code AS "placeCode", p.ended_on IS NOT NULL AS "placeEnded",
      (SELECT up.name FROM organisations.published_place up WHERE up.id = p.parent_id AND up.ended_on IS NULL) AS "communityName",
      nextval('petitions.number_of_claim') AS serial,
      (SELECT count(*)::int FROM petitions.claim mine WHERE mine.reporter_phone_mark = ${asked.phoneMark}
        AND mine.opened_at >= ${`${day}T00:00:00+08:00`}::timestamptz) AS "claimsToday"
      FROM petitions.category c CROSS JOIN organisations.published_place p
      WHERE c.code = ${asked.category} AND p.id = ${asked.placeId}`,
  )
  if (!found) return undefined
  const { responsible, aboutFirm, ladder, duties, firmId, contractEnded, committeeId, ...rest } = found
  return {
    ...rest,
    routing: asScene({ responsible, aboutFirm, ladder, duties, firmId, contractEnded, committeeId }),
  }
}

/** One phone's claims are filed one after the other, so that its bound holds; it goes with the next statement. */
export async function holdReporter(trx: Db, phoneMark: string): Promise<void> {
  await put(
    trx,
    sql`SELECT FROM pg_advisory_xact_lock(hashtextextended(${`petitions ${phoneMark}`}, 0)) AS held WHERE held::text IS NULL`,
  )
}

/** What a claim is filed with, under the names of the table. */
export interface Intake {
  id: string
  number: string
  channel: string
  intake_key: string | null
  /** Hexadecimal. */
  intake_mac: string | null
  category: string
  of_property: boolean
  of_sanitation: boolean
  about_firm: boolean
  place_id: string
  provider_id: string | null
  spot: string
  content: string
  reporter_name: string | null
  reporter_phone: string | null
  reporter_phone_mark: string | null
  reporter_mask: string
  phone_verified: boolean
  identity_sealed: boolean
  filed_by: string | null
  agrees_to_publish: boolean
  latitude: number | null
  longitude: number | null
  opened_at: string
}

const filed = [
  'id',
  'number',
  'channel',
  'intake_key',
  'intake_mac',
  'category',
  'of_property',
  'of_sanitation',
  'about_firm',
  'place_id',
  'provider_id',
  'spot',
  'content',
  'reporter_name',
  'reporter_phone',
  'reporter_phone_mark',
  'reporter_mask',
  'phone_verified',
  'identity_sealed',
  'filed_by',
  'agrees_to_publish',
  'latitude',
  'longitude',
  'opened_at',
] as const satisfies readonly (keyof Intake)[]
const columns = sql.join([...filed, ...projected].map((column) => sql.ref(column)))

/** The unique constraint by which a claim filed again is known. */
export const intakeKeyIsTaken = 'claim_intake_key_key'

/** Files a claim with what has happened to it already; both go with the commit, whose fault a taken key then is. */
export async function insertClaim(
  trx: Db,
  intake: Intake,
  projection: Projection,
  events: readonly KeptEvent[],
): Promise<void> {
  const row = { ...intake, ...projection, intake_mac: intake.intake_mac && `\\x${intake.intake_mac}` }
  await put(
    trx,
    sql`INSERT INTO petitions.claim (${columns})
      SELECT ${columns} FROM jsonb_populate_record(NULL::petitions.claim, ${JSON.stringify(row)}::jsonb)`,
  )
  await put(
    trx,
    sql`INSERT INTO petitions.claim_event (claim_id, seq, at, by, kind, data)
      SELECT ${intake.id}, seq, at, by, kind, data FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
        AS f (seq integer, at timestamptz, by uuid, kind text, data jsonb)`,
  )
}

export interface FiledBefore {
  id: string
  number: string
  limitClass: string
  mac: Buffer | null
}

/** The claim that was filed under a key before. */
export const filedUnder = (db: Db, intakeKey: string): Promise<FiledBefore | undefined> =>
  maybe(
    db,
    sql<FiledBefore>`SELECT id, number, limit_class AS "limitClass", intake_mac AS mac FROM petitions.claim WHERE intake_key = ${intakeKey}`,
  )
