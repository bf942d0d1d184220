import { sql } from 'kysely'
import { breaches } from '../../../../access/action.ts'
import { type Db, maybe, one } from '../../../../platform/database/database.ts'
import type { EnteredReading } from '../../../evaluation/index.ts'
import { canonicalJson } from '../../../../values/canonical-json.ts'
import { refuse } from '../../problems.ts'

interface Stamp {
  by: string | null
  at: string
}

export interface NewCorrection {
  id: string
  roundId: string
  year: number
  subjectId: string
  placeId: string
  bodyId: string | null
  reason: string
  rows: readonly { indicator: string; fact: string; reading: EnteredReading; reason: string }[]
}

/** Numbered within the year. @returns its number, or nothing where it was sent before */
export async function insertCorrection(
  db: Db,
  fresh: NewCorrection,
  { by, at }: Stamp,
): Promise<string | undefined> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`publicity.correction ${fresh.year}`}, 0))`.execute(
    db,
  )
  const prefix = `GZ-${fresh.year}-`
  const kept = await maybe(
    db,
    sql<{
      number: string
    }>`INSERT INTO publicity.correction (id, number, round_id, subject_id, place_id, body_id, reason, proposed_by, proposed_at)
      SELECT ${fresh.id}::uuid, ${prefix} || lpad((count(*) + 1)::text, 4, '0'), ${fresh.roundId}, ${fresh.subjectId}, ${fresh.placeId},
        ${fresh.bodyId}::uuid, ${fresh.reason}, ${by}::uuid, ${at}
      FROM publicity.correction WHERE number LIKE ${`${prefix}%`} ON CONFLICT (id) DO NOTHING RETURNING number`,
  )
  if (!kept) return undefined
  try {
    await sql`INSERT INTO publicity.correction_row (correction_id, subject_id, indicator, fact, reading, reason)
      SELECT ${fresh.id}, ${fresh.subjectId}, indicator, fact, reading, reason
      FROM json_to_recordset(${JSON.stringify(fresh.rows)}::json) AS f (indicator text, fact text, reading json, reason text)`.execute(
      db,
    )
  } catch (fault) {
    if (breaches(fault, 'correction_row_is_open_once')) throw refuse('row-corrected', {}, { field: 'rows' })
    throw fault
  }
  return kept.number
}

/** The number of what was sent before under the id; undefined where that was another correction. */
export async function sentBefore(
  db: Db,
  { id, subjectId, reason, rows: named }: Pick<NewCorrection, 'id' | 'subjectId' | 'reason' | 'rows'>,
): Promise<string | undefined> {
  const sent = await one(
    db,
    sql<{
      number: string
      subjectId: string
      reason: string
      rows: Pick<NewCorrection['rows'][number], 'indicator' | 'reading' | 'reason'>[]
    }>`SELECT c.number, c.subject_id AS "subjectId", c.reason,
        (SELECT json_agg(json_build_object('indicator', r.indicator, 'reading', r.reading, 'reason', r.reason))
          FROM publicity.correction_row r WHERE r.correction_id = c.id) AS rows
      FROM publicity.correction c WHERE c.id = ${id}`,
  )
  const saying = (about: Omit<typeof sent, 'number'>) => {
    const rows = about.rows.map((row) =>
      canonicalJson({ indicator: row.indicator, reading: row.reading, reason: row.reason }),
    )
    return canonicalJson({ subjectId: about.subjectId, reason: about.reason, rows: rows.toSorted() })
  }
  return saying(sent) === saying({ subjectId, reason, rows: [...named] }) ? sent.number : undefined
}

export interface KeptCorrection {
  id: string
  number: string
  state: string
  roundId: string
  roundName: string
  subjectId: string
  subjectName: string
  kind: string
  placeId: string
  bodyId: string | null
  reason: string
  proposedBy: string | null
  rows: { indicator: string; fact: string; reading: EnteredReading; reason: string }[]
}

export const correctionById = (db: Db, id: string): Promise<KeptCorrection | undefined> =>
  maybe(
    db,
    sql<KeptCorrection>`SELECT c.id, c.number, c.state, c.round_id AS "roundId", round.name AS "roundName", c.subject_id AS "subjectId",
        s.name AS "subjectName", s.kind, c.place_id AS "placeId", c.body_id AS "bodyId", c.reason, c.proposed_by AS "proposedBy",
        (SELECT json_agg(json_build_object('indicator', r.indicator, 'fact', r.fact, 'reading', r.reading, 'reason', r.reason)
          ORDER BY r.indicator) FROM publicity.correction_row r WHERE r.correction_id = c.id) AS rows
      FROM publicity.correction c JOIN evaluation.published_round round ON round.id = c.round_id
      JOIN evaluation.published_subject s ON s.id = c.subject_id WHERE c.id = ${id}`,
  )

/** The last version that a round was shown in. */
export const lastPublication = async (db: Db, roundId: string): Promise<string | null> =>
  (
    await maybe(
      db,
      sql<{
        id: string
      }>`SELECT id FROM publicity.publication WHERE round_id = ${roundId} ORDER BY version DESC LIMIT 1`,
    )
  )?.id ?? null

export interface Settled {
  state: 'decided' | 'rejected' | 'withdrawn'
  note: string | null
  before: string | null
  after: string | null
  points: readonly { indicator: string; before: string | null; after: string | null }[]
}

export async function settleCorrection(db: Db, id: string, it: Settled, { by, at }: Stamp): Promise<void> {
  await sql`UPDATE publicity.correction SET state = ${it.state}, note = ${it.note}, decided_by = ${by}::uuid, decided_at = ${at},
      publication_before = ${it.before}::uuid, publication_after = ${it.after}::uuid WHERE id = ${id}`.execute(
    db,
  )
  await sql`UPDATE publicity.correction_row SET is_open = false WHERE correction_id = ${id}`.execute(db)
  await sql`UPDATE publicity.correction_row r SET points_before = f.before, points_after = f.after
    FROM json_to_recordset(${JSON.stringify(it.points)}::json) AS f (indicator text, before text, after text)
    WHERE r.correction_id = ${id} AND r.indicator = f.indicator`.execute(db)
}
