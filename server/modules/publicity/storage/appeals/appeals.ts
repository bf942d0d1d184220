import { sql } from 'kysely'
import type { AppealOutcome } from '../../../../../contracts/publicity/appeal-words.ts'
import { breaches } from '../../../../access/action.ts'
import { type Db, maybe, one, rows } from '../../../../platform/database/database.ts'
import { type EnteredReading, holdRoundsOf } from '../../../evaluation/index.ts'
import { canonicalJson } from '../../../../values/canonical-json.ts'
import { refuse } from '../../problems.ts'

interface Stamp {
  by: string | null
  at: string
}

export interface NewAppeal {
  id: string
  roundId: string
  year: number
  subjectId: string
  publicationId: string
  placeId: string
  bodyId: string | null
  rows: readonly { indicator: string; fact: string | null; reason: string }[]
}

/** Numbered within the year. @returns its number, or nothing where it was sent before */
export async function insertAppeal(db: Db, fresh: NewAppeal, { by, at }: Stamp): Promise<string | undefined> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`publicity.appeal ${fresh.year}`}, 0))`.execute(
    db,
  )
  const prefix = `SS-${fresh.year}-`
  const kept = await maybe(
    db,
    sql<{
      number: string
    }>`INSERT INTO publicity.appeal (id, number, round_id, subject_id, publication_id, place_id, body_id, filed_by, filed_at)
      SELECT ${fresh.id}::uuid, ${prefix} || lpad((count(*) + 1)::text, 4, '0'), ${fresh.roundId}, ${fresh.subjectId},
        ${fresh.publicationId}, ${fresh.placeId}, ${fresh.bodyId}::uuid, ${by}::uuid, ${at}
      FROM publicity.appeal WHERE number LIKE ${`${prefix}%`} ON CONFLICT (id) DO NOTHING RETURNING number`,
  )
  if (!kept) return undefined
  try {
    await sql`INSERT INTO publicity.appeal_row (appeal_id, round_id, subject_id, indicator, fact, reason)
      SELECT ${fresh.id}, ${fresh.roundId}, ${fresh.subjectId}, indicator, fact, reason
      FROM json_to_recordset(${JSON.stringify(fresh.rows)}::json) AS f (indicator text, fact text, reason text)`.execute(
      db,
    )
  } catch (fault) {
    if (breaches(fault, 'appeal_row_is_open_once')) throw refuse('row-appealed', {}, { field: 'rows' })
    throw fault
  }
  return kept.number
}

export interface KeptAppeal {
  id: string
  number: string
  state: string
  roundId: string
  roundName: string
  roundState: string
  subjectId: string
  subjectName: string
  placeId: string
  bodyId: string | null
  filedBy: string | null
  assigneeId: string | null
  rows: { indicator: string; fact: string | null }[]
}

export const appealById = (db: Db, id: string): Promise<KeptAppeal | undefined> =>
  maybe(
    db,
    sql<KeptAppeal>`SELECT a.id, a.number, a.state, a.round_id AS "roundId", round.name AS "roundName", round.state AS "roundState",
        a.subject_id AS "subjectId", s.name AS "subjectName", a.place_id AS "placeId", a.body_id AS "bodyId", a.filed_by AS "filedBy",
        a.assignee_id AS "assigneeId",
        (SELECT json_agg(json_build_object('indicator', r.indicator, 'fact', r.fact) ORDER BY r.indicator)
          FROM publicity.appeal_row r WHERE r.appeal_id = a.id) AS rows
      FROM publicity.appeal a JOIN evaluation.published_round round ON round.id = a.round_id
      JOIN evaluation.published_subject s ON s.id = a.subject_id WHERE a.id = ${id}`,
  )

/** One that the caller has guarded, its round held in its stage until the transaction ends. */
export async function heldAppeal(db: Db, id: string): Promise<KeptAppeal> {
  await holdRoundsOf(db, sql`SELECT round_id FROM publicity.appeal WHERE id = ${id}`)
  return (await appealById(db, id)) as KeptAppeal
}

export interface Candidate {
  id: string
  name: string
  place: string
  open: number
}

/**
 * Who may handle an appeal: in office over its place today, not involved in what it is about, and not of the office that
 * is scored itself; whoever has the fewest first, of those the nearest.
 */
export const candidatesOf = (db: Db, appealId: string, today: string): Promise<Candidate[]> =>
  rows(
    db,
    sql<Candidate>`SELECT id, name, place, open FROM (
        SELECT DISTINCT ON (account.id) account.id, account.display_name AS name, place.name AS place, reach.depth,
          (SELECT count(*)::integer FROM publicity.appeal other WHERE other.assignee_id = account.id AND other.state = 'open') AS open
        FROM publicity.appeal a JOIN evaluation.published_subject s ON s.id = a.subject_id
        JOIN access.place_reach reach ON reach.place_id = a.place_id
        JOIN access.grant_of_role held ON held.place_id = reach.ancestor_id AND held.role IN ('city-official', 'district-official')
          AND held.valid_from <= ${today}::date AND (held.valid_to IS NULL OR held.valid_to > ${today}::date)
        JOIN accounts.published_account account ON account.id = held.actor_id AND account.closed_at IS NULL
        JOIN organisations.published_place place ON place.id = held.place_id
        WHERE a.id = ${appealId} AND NOT (s.kind IN ('street', 'community', 'district') AND held.place_id = a.place_id)
          AND NOT EXISTS (SELECT FROM publicity.involved i WHERE i.appeal_id = a.id AND i.account_id = account.id)
          AND a.subject_id NOT IN (SELECT subject_id FROM grading.published_bars_of(account.id))
        ORDER BY account.id, reach.depth) found
      ORDER BY open, depth, id`,
  )

export async function assign(
  db: Db,
  appealId: string,
  { assigneeId, reason }: { assigneeId: string; reason: string },
  { by, at }: Stamp,
): Promise<void> {
  await sql`UPDATE publicity.appeal SET assignee_id = ${assigneeId} WHERE id = ${appealId}`.execute(db)
  await sql`INSERT INTO publicity.appeal_assignment (appeal_id, seq, assignee_id, by, at, reason)
    SELECT ${appealId}, coalesce(max(seq), 0) + 1, ${assigneeId}, ${by}::uuid, ${at}, ${reason}
    FROM publicity.appeal_assignment WHERE appeal_id = ${appealId}`.execute(db)
}

export interface DecidedRow {
  indicator: string
  outcome: AppealOutcome
  answer: string
  reading: EnteredReading | null
  pointsBefore: string | null
  pointsAfter: string | null
}

export async function settleAppeal(
  db: Db,
  id: string,
  decided: { outcome: AppealOutcome; answer: string; rows: readonly DecidedRow[] },
  { by, at }: Stamp,
): Promise<void> {
  await sql`UPDATE publicity.appeal SET state = 'decided', outcome = ${decided.outcome}, answer = ${decided.answer},
      decided_by = ${by}::uuid, decided_at = ${at} WHERE id = ${id}`.execute(db)
  await sql`UPDATE publicity.appeal_row r SET is_open = false, outcome = f.outcome, answer = f.answer, reading = f.reading,
      points_before = f."pointsBefore", points_after = f."pointsAfter"
    FROM json_to_recordset(${JSON.stringify(decided.rows)}::json) AS f (indicator text, outcome text, answer text, reading json,
      "pointsBefore" text, "pointsAfter" text)
    WHERE r.appeal_id = ${id} AND r.indicator = f.indicator`.execute(db)
}

export async function takeBack(db: Db, id: string, at: string): Promise<void> {
  await sql`UPDATE publicity.appeal SET state = 'withdrawn', decided_at = ${at} WHERE id = ${id}`.execute(db)
  await sql`UPDATE publicity.appeal_row SET is_open = false WHERE appeal_id = ${id}`.execute(db)
}

/** What was sent before under the id; undefined where that was another appeal. */
export async function sentBefore(
  db: Db,
  { id, subjectId, rows: named }: Pick<NewAppeal, 'id' | 'subjectId' | 'rows'>,
): Promise<{ number: string; assigned: boolean } | undefined> {
  const { rows: kept, ...sent } = await one(
    db,
    sql<{
      number: string
      assigned: boolean
      subjectId: string
      rows: { indicator: string; reason: string }[]
    }>`SELECT a.number, a.assignee_id IS NOT NULL AS assigned, a.subject_id AS "subjectId",
        (SELECT json_agg(json_build_object('indicator', r.indicator, 'reason', r.reason))
          FROM publicity.appeal_row r WHERE r.appeal_id = a.id) AS rows
      FROM publicity.appeal a WHERE a.id = ${id}`,
  )
  const saying = (some: readonly { indicator: string; reason: string }[]) =>
    canonicalJson(some.map(({ indicator, reason }) => `${indicator} ${reason}`).toSorted())
  if (sent.subjectId !== subjectId || saying(kept) !== saying(named)) return undefined
  return { number: sent.number, assigned: sent.assigned }
}
