import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Answerer, Stance } from '../../../../contracts/self-reports/words.ts'
import { type Db, rows } from '../../../platform/database/database.ts'

/** What is said of a row, as it was typed. */
export interface RowSaid {
  id: string
  reportId: string
  row: string
  stance: Stance | null
  numerator: string | null
  denominator: string | null
  value: string | null
  note: string
  evidenceNote: string
  fromLastYear: boolean
  /** Who answers it when it is contested. */
  answerer: Answerer | null
  recorded: boolean
  version: number
  by: string | null
  byId: string | null
  at: string
}

export const saidOf = async (db: Db, reportIds: readonly string[]): Promise<RowSaid[]> =>
  await rows(
    db,
    sql<RowSaid>`SELECT w.id, w.report_id AS "reportId", w.indicator AS row, w.stance, w.numerator, w.denominator, w.value, w.note,
        w.evidence_note AS "evidenceNote", w.from_last_year AS "fromLastYear", w.answerer, w.recorded, w.version, account.display_name AS by,
        w.changed_by AS "byId", w.changed_at AS at
      FROM self_reports.report_row w LEFT JOIN accounts.published_account account ON account.id = w.changed_by
      WHERE w.report_id = ANY(${[...reportIds]}::uuid[])`,
  )

export type RowChange = Omit<RowSaid, 'id' | 'recorded' | 'version' | 'by' | 'byId' | 'at'>

/** Writes rows, each keeping what it said before as a version. @returns ids by `reportId|row` */
export async function writeRows(
  db: Db,
  changes: readonly RowChange[],
  { by, at }: { by: string | null; at: string },
): Promise<Map<string, string>> {
  if (changes.length === 0) return new Map()
  const sent = JSON.stringify(changes.map((change) => ({ ...change, id: uuid() })))
  const found = await rows(
    db,
    sql<{ id: string; reportId: string; row: string }>`
      WITH sent AS (SELECT * FROM jsonb_to_recordset(${sent}::jsonb) AS t (id uuid, "reportId" uuid, "row" text, stance text,
          numerator text, denominator text, value text, note text, "evidenceNote" text, "fromLastYear" boolean, answerer text)),
      kept AS (INSERT INTO self_reports.report_row_version (row_id, version, stance, numerator, denominator, value, note, evidence_note,
          changed_by, changed_at)
        SELECT w.id, w.version, w.stance, w.numerator, w.denominator, w.value, w.note, w.evidence_note, w.changed_by, w.changed_at
        FROM self_reports.report_row w JOIN sent ON w.report_id = sent."reportId" AND w.indicator = sent."row")
      INSERT INTO self_reports.report_row AS w (id, report_id, indicator, stance, numerator, denominator, value, note, evidence_note,
        from_last_year, answerer, changed_by, changed_at)
      SELECT id, "reportId", "row", stance, numerator, denominator, value, note, "evidenceNote", "fromLastYear", answerer,
        ${by}::uuid, ${at}::timestamptz FROM sent
      ON CONFLICT (report_id, indicator) DO UPDATE SET stance = excluded.stance, numerator = excluded.numerator,
        denominator = excluded.denominator, value = excluded.value, note = excluded.note, evidence_note = excluded.evidence_note,
        from_last_year = excluded.from_last_year, answerer = excluded.answerer, changed_by = excluded.changed_by,
        changed_at = excluded.changed_at, version = w.version + 1
      RETURNING w.id, w.report_id AS "reportId", w.indicator AS row`,
  )
  return new Map(found.map(({ id, reportId, row }) => [`${reportId}|${row}`, id]))
}

/** Marks which rows of a report have a reading among the recorded facts. */
export async function markRecorded(db: Db, reportId: string, indicators: readonly string[]): Promise<void> {
  await sql`UPDATE self_reports.report_row SET recorded = indicator = ANY(${[...indicators]}::text[])
    WHERE report_id = ${reportId}`.execute(db)
}

/** The records of facts that a report may write or take back: the subject as a whole, by nobody in particular. */
export interface Recorded {
  fact: string
  provenance: string
  standing: string
  numerator: string | null
  denominator: string | null
  value: string | null
  named: string | null
  notApplicable: string | null
  note: string
  evidence: string
}

export const recordedFacts = (
  db: Db,
  { year, placeId, bodyId }: { year: number; placeId: string; bodyId: string | null },
  facts: readonly string[],
) =>
  rows(
    db,
    sql<Recorded>`SELECT fact, provenance, standing, trim_scale(numerator)::text AS numerator, trim_scale(denominator)::text AS denominator,
        trim_scale(value)::text AS value, named, not_applicable AS "notApplicable", note, evidence
      FROM evaluation.published_recorded_fact WHERE year = ${year} AND fact = ANY(${[...facts]}::text[]) AND place_id = ${placeId}
        AND body_id IS NOT DISTINCT FROM ${bodyId}::uuid AND project_id IS NULL AND grader = '' AND incident = ''`,
  )
