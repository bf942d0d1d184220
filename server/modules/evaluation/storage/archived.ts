import { sql } from 'kysely'
import { type Db, rows } from '../../../platform/database/database.ts'
import type { SubjectKind } from '../../fact-source.ts'
import type { Subject } from './subjects.ts'

export interface ArchivedSubject extends Subject {
  name: string
  code: string
  uscc: string | null
  district: string
  households: number
}

/** Subjects of a kind as an archive names them, by id. */
export const subjectsForArchive = (db: Db, roundId: string, kind: SubjectKind) =>
  rows(
    db,
    sql<ArchivedSubject>`SELECT s.id, s.table_id AS "tableId", s.kind, s.variant, s.not_assessed_reason AS "notAssessed",
        s.name, s.code, body.uscc, s.district_name AS district, s.households
      FROM evaluation.subject s LEFT JOIN organisations.published_body body ON body.id = s.body_id
      WHERE s.round_id = ${roundId} AND s.kind = ${kind} AND s.listed ORDER BY s.id`,
  )

/** One subject's result as an archive states it; numbers as exact text. */
export interface ResultLine {
  /** The subject's id. */
  result: string
  total: string
  /** How many rows have no reading. */
  missing: string
  band: string | null
  rank: number | null
  rows: { id: string; state: string; points: string; max: string; reason: string; params: unknown }[]
}

/** Results of a pass for subjects of a kind, by id; rows by indicator. */
export const resultsForArchive = (db: Db, run: number, kind: SubjectKind) =>
  rows(
    db,
    sql<ResultLine>`SELECT score.subject_id AS result, score.total_exact AS total,
        score.missing_rows::text AS missing, score.band, score.rank,
        (SELECT json_agg(json_build_object('id', row.indicator, 'state', row.state, 'points', row.points_exact,
            'max', row.max_exact, 'reason', row.reason, 'params', row.params) ORDER BY row.indicator)
          FROM evaluation.score_row row WHERE row.run_id = score.run_id AND row.subject_id = score.subject_id) AS rows
      FROM evaluation.score score JOIN evaluation.subject s ON s.id = score.subject_id AND s.kind = ${kind}
      WHERE score.run_id = ${run} ORDER BY score.subject_id`,
  )

/** How a subject stands in a pass. */
export interface Stands {
  subjectId: string
  name: string
  kind: SubjectKind
  placeId: string
  bodyId: string | null
  total: string
  band: string | null
  rank: number | null
}

export const standings = (db: Db, run: number) =>
  rows(
    db,
    sql<Stands>`SELECT s.id AS "subjectId", s.name, s.kind, s.place_id AS "placeId", s.body_id AS "bodyId",
        score.total_exact AS total, score.band, score.rank
      FROM evaluation.score score JOIN evaluation.subject s ON s.id = score.subject_id WHERE score.run_id = ${run}`,
  )
