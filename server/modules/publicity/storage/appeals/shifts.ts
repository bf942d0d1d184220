import { sql } from 'kysely'
import { type Db, maybe, rows } from '../../../../platform/database/database.ts'
import type { Shifted } from '../../../evaluation/index.ts'

/** Keeps everybody whom an appeal or a correction moved. */
export async function keepShifts(db: Db, basisId: string, shifts: readonly Shifted[]): Promise<void> {
  await sql`INSERT INTO publicity.shift (basis_id, subject_id, name, kind, total_before, total_after, band_before, band_after, rank_before,
      rank_after)
    SELECT ${basisId}, "subjectId", name, kind, "totalBefore", "totalAfter", "bandBefore", "bandAfter", "rankBefore", "rankAfter"
    FROM json_to_recordset(${JSON.stringify(shifts)}::json) AS f ("subjectId" uuid, name text, kind text, "totalBefore" text,
      "totalAfter" text, "bandBefore" text, "bandAfter" text, "rankBefore" integer, "rankAfter" integer)`.execute(
    db,
  )
}

/** The enterprises that served projects of a round at the period's end, by the project's place. */
export async function firmsOf(
  db: Db,
  roundId: string,
  placeIds: readonly string[],
): Promise<Map<string, string>> {
  const found = await rows(
    db,
    sql<{ placeId: string; bodyId: string }>`SELECT served.compound_id AS "placeId", firm.body_id AS "bodyId"
      FROM evaluation.published_subject firm JOIN evaluation.published_subject_compound served
        ON served.subject_id = firm.id AND served.at_end AND served.compound_id = ANY(${[...placeIds]}::uuid[])
      WHERE firm.round_id = ${roundId} AND firm.kind = 'enterprise' AND firm.body_id IS NOT NULL`,
  )
  return new Map(found.map(({ placeId, bodyId }) => [placeId, bodyId]))
}

/** A result as it stands in the round's scores, with all that its hash covers. */
export interface StandingResult {
  roundId: string
  year: number
  edition: string
  kind: string
  code: string
  uscc: string | null
  name: string
  table: string
  line: {
    result: string
    total: string
    missing: string
    band: string | null
    rank: number | null
    rows: { id: string; state: string; points: string; max: string; reason: string; params: unknown }[]
  } | null
}

/** An enterprise's code is that of the district in which it is scored. */
export const standingResult = (db: Db, subjectId: string): Promise<StandingResult | undefined> =>
  maybe(
    db,
    sql<StandingResult>`SELECT round.id AS "roundId", round.year, round.edition, s.kind,
        place.code, body.uscc, s.name, s.table_id AS "table",
        CASE WHEN total.subject_id IS NOT NULL THEN json_build_object('result', s.id, 'total', total.total_exact,
          'missing', total.missing_rows::text, 'band', total.band, 'rank', total.rank,
          'rows', (SELECT json_agg(json_build_object('id', row.indicator, 'state', row.state, 'points', row.points_exact,
              'max', row.max_exact, 'reason', row.reason, 'params', row.params) ORDER BY row.indicator)
            FROM evaluation.published_score_row row WHERE row.run_id = round.current_run AND row.subject_id = s.id)) END AS line
      FROM evaluation.published_subject s JOIN evaluation.published_round round ON round.id = s.round_id
      JOIN organisations.published_place place ON place.id = s.place_id
      LEFT JOIN organisations.published_body body ON body.id = s.body_id
      LEFT JOIN evaluation.published_total total ON total.run_id = round.current_run AND total.subject_id = s.id
      WHERE s.id = ${subjectId}`,
  )
