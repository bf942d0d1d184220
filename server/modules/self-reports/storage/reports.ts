import { sql } from 'kysely'
import type { RoundState, SubjectKind } from '../../../../contracts/evaluation/words.ts'
import type { ReportState } from '../../../../contracts/self-reports/words.ts'
import { type Db, one, rows } from '../../../platform/database/database.ts'
import type { Lateness } from '../rules/lateness.ts'
import { holdRoundsOf } from '../../evaluation/index.ts'

/** A report with the round and the subject it is about. */
export interface Report {
  id: string
  roundId: string
  roundName: string
  year: number
  stage: RoundState
  dueOn: string | null
  edition: string
  to: string
  run: number | null
  subjectId: string
  name: string
  table: string
  kind: SubjectKind
  variant: string | null
  placeId: string
  /** The enterprise that reports; of a compound it is the one that serves it. */
  bodyId: string | null
  state: ReportState
  submittedBy: string | null
}

const columns = sql`r.id, r.round_id AS "roundId", round.name AS "roundName", round.year, round.state AS stage,
  round.stage_due_on::text AS "dueOn", round.edition, round.period_to::text AS "to", round.current_run AS run,
  r.subject_id AS "subjectId", s.name, s.table_id AS "table", r.kind, s.variant, r.place_id AS "placeId", r.body_id AS "bodyId",
  r.state, account.display_name AS "submittedBy"`
const source = sql`self_reports.report r JOIN evaluation.published_round round ON round.id = r.round_id
  JOIN evaluation.published_subject s ON s.id = r.subject_id
  LEFT JOIN accounts.published_account account ON account.id = r.submitted_by`

/** One that the caller has guarded. */
export const reportById = (db: Db, id: string): Promise<Report> =>
  one(db, sql<Report>`SELECT ${columns} FROM ${source} WHERE r.id = ${id}`)

/** The same to be written to: its round stays in its stage until the transaction ends. */
export async function heldReport(db: Db, id: string): Promise<Report> {
  await holdRoundsOf(db, sql`SELECT round_id FROM self_reports.report WHERE id = ${id}`)
  return await reportById(db, id)
}

/** How an imported row names its report. */
export interface Named {
  year: number
  code: string
  /** Code of the district where the subject is an enterprise; else empty. */
  district: string
}

/**
 * Reports that may be written now, by the names that a sheet uses; locked, so that two who write at once do so in turn,
 * and their rounds held in their stage.
 * @param reached the policy's condition over the alias `r`
 */
export async function reportsNamed(db: Db, named: readonly Named[], reached: ReturnType<typeof sql>) {
  const years = named.map((one) => one.year)
  await holdRoundsOf(db, sql`SELECT id FROM evaluation.published_round WHERE year = ANY(${years}::integer[])`)
  return await rows(
    db,
    sql<
      Report & Named
    >`SELECT ${columns}, s.code, CASE WHEN r.kind = 'enterprise' THEN place.code ELSE '' END AS district
      FROM ${source} JOIN organisations.published_place place ON place.id = r.place_id
      WHERE round.state = 'self-report' AND round.year = ANY(${years}::integer[])
        AND s.code = ANY(${named.map((n) => n.code)}::text[]) AND ${reached} FOR NO KEY UPDATE OF r`,
  )
}

/** Subjects that are to report, as reports will say them; a compound's enterprise is the one that served it last. */
const toReport = sql`(SELECT s.id AS subject_id, s.round_id, s.kind, s.place_id, coalesce(s.body_id, served.provider_id) AS body_id
    FROM evaluation.published_subject s JOIN evaluation.published_round round ON round.id = s.round_id
    LEFT JOIN LATERAL (SELECT c.provider_id FROM organisations.published_service_contract c
      JOIN organisations.published_body b ON b.id = c.provider_id AND b.kind = 'enterprise'
      WHERE s.kind = 'compound' AND c.compound_id = s.place_id AND c.valid_from <= round.period_to
      ORDER BY c.valid_from DESC LIMIT 1) served ON true
    WHERE round.state = 'self-report' AND s.listed AND s.not_assessed_reason IS NULL
      AND (s.kind <> 'compound' OR served.provider_id IS NOT NULL)
      AND NOT EXISTS (SELECT FROM self_reports.report there WHERE there.subject_id = s.id))`

/** A report that has just been opened. */
export interface Opened {
  roundId: string
  kind: SubjectKind
  placeId: string
  bodyId: string | null
}

/** Opens a report for each subject of rounds in their self-report stage that has none; those alone where they are named. */
export const openReports = (db: Db, at: string, only?: readonly string[]): Promise<Opened[]> =>
  rows(
    db,
    sql<Opened>`INSERT INTO self_reports.report (id, round_id, subject_id, kind, place_id, body_id, opened_at)
      SELECT gen_random_uuid(), r.round_id, r.subject_id, r.kind, r.place_id, r.body_id, ${at} FROM ${toReport} r
      ${only ? sql`WHERE r.subject_id = ANY(${[...only]}::uuid[])` : sql``}
      ON CONFLICT (subject_id) DO NOTHING RETURNING round_id AS "roundId", kind, place_id AS "placeId", body_id AS "bodyId"`,
  )

/** Holds every round that takes self-reports in its stage until the transaction ends. */
export const holdReporting = (db: Db): Promise<void> =>
  holdRoundsOf(db, sql`SELECT id FROM evaluation.published_round WHERE state = 'self-report'`)

/** Subjects without a report that `reached`, the policy's condition over the alias `r`, would let somebody fill in. */
export const withoutReport = async (db: Db, reached: ReturnType<typeof sql>): Promise<string[]> =>
  (await rows(db, sql<{ id: string }>`SELECT r.subject_id AS id FROM ${toReport} r WHERE ${reached}`)).map(
    ({ id }) => id,
  )

/** Who is told that reports are open: bodies, and places by the kind of their report. */
export const reporters = (db: Db, roundId: string, only?: 'draft') =>
  rows(
    db,
    sql<{
      kind: SubjectKind
      placeId: string
      bodyId: string | null
    }>`SELECT kind, place_id AS "placeId", body_id AS "bodyId"
      FROM self_reports.report WHERE round_id = ${roundId} ${only ? sql`AND state = ${only}` : sql``}`,
  )

interface Stamp {
  by: string | null
  at: string
}

export async function setSubmitted(
  db: Db,
  id: string,
  { late, days }: Lateness,
  { by, at }: Stamp,
): Promise<void> {
  await sql`UPDATE self_reports.report SET state = 'submitted', submitted_by = ${by}::uuid, submitted_at = ${at}, late = ${late},
    late_days = ${days}::integer WHERE id = ${id}`.execute(db)
  await keepEvent(db, id, 'submitted', { late, days }, { by, at })
}

export async function setReopened(db: Db, id: string, stamp: Stamp): Promise<void> {
  await sql`UPDATE self_reports.report SET state = 'draft' WHERE id = ${id}`.execute(db)
  await keepEvent(db, id, 'reopened', { late: false, days: null }, stamp)
}

async function keepEvent(
  db: Db,
  id: string,
  kind: string,
  { late, days }: Lateness,
  { by, at }: Stamp,
): Promise<void> {
  await sql`INSERT INTO self_reports.report_event (report_id, seq, kind, at, by, late, late_days)
    SELECT ${id}, coalesce(max(seq), 0) + 1, ${kind}, ${at}, ${by}::uuid, ${late}, ${days}::integer
    FROM self_reports.report_event WHERE report_id = ${id}`.execute(db)
}
