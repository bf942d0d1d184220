import { sql } from 'kysely'
import type { SubjectKind } from '../../../../../contracts/evaluation/words.ts'
import { type Db, maybe, one, rows } from '../../../../platform/database/database.ts'
import { holdRoundsOf } from '../../../evaluation/index.ts'
import type { StageRound } from '../../../stage-room.ts'

/** A subject of a round as it was published, with the term in which it may appeal. */
export interface Scene {
  subjectId: string
  kind: SubjectKind
  name: string
  tableId: string
  placeId: string
  /** The enterprise that is scored, or that served the project at the period's end. */
  bodyId: string | null
  roundId: string
  roundName: string
  roundState: string
  year: number
  edition: string
  to: string
  /** Null before the round was published with the subject. */
  publicationId: string | null
  /** Last day of the publicity term; null where the calendar does not know it. */
  until: string | null
}

/** Over `s` and `round`: the publicity term's last day, as it stands while it runs and as it was afterwards. */
export const untilOf = sql`CASE WHEN round.state = 'publicity' THEN round.stage_due_on ELSE (SELECT p.due_on FROM publicity.publication p
  WHERE p.round_id = round.id AND p.kind = 'publicity' ORDER BY p.version DESC LIMIT 1) END`

/** Over `s`: whose body a subject is. */
export const bodyOf = sql`coalesce(s.body_id, CASE WHEN s.kind = 'compound' THEN (SELECT firm.body_id FROM evaluation.published_subject firm
  JOIN evaluation.published_subject_compound served ON served.subject_id = firm.id AND served.at_end AND served.compound_id = s.place_id
  WHERE firm.round_id = s.round_id AND firm.kind = 'enterprise' ORDER BY firm.id LIMIT 1) END)`

export const sceneOf = (db: Db, subjectId: string): Promise<Scene> =>
  one(
    db,
    sql<Scene>`SELECT s.id AS "subjectId", s.kind, s.name, s.table_id AS "tableId", s.place_id AS "placeId", ${bodyOf} AS "bodyId",
        round.id AS "roundId", round.name AS "roundName", round.state AS "roundState", round.year, round.edition, round.period_to AS "to",
        (SELECT p.id FROM publicity.publication p JOIN publicity.result r ON r.publication_id = p.id AND r.subject_id = s.id
          WHERE p.round_id = round.id ORDER BY p.version DESC LIMIT 1) AS "publicationId", ${untilOf} AS until
      FROM evaluation.published_subject s JOIN evaluation.published_round round ON round.id = s.round_id WHERE s.id = ${subjectId}`,
  )

/** The same, its round held in its stage until the transaction ends. */
export async function heldScene(db: Db, subjectId: string): Promise<Scene> {
  await holdRoundsOf(db, sql`SELECT round_id FROM evaluation.published_subject WHERE id = ${subjectId}`)
  return await sceneOf(db, subjectId)
}

/** The subject's rows that the publication shows, by number. */
export async function shownRows(
  db: Db,
  publicationId: string,
  subjectId: string,
): Promise<ReadonlySet<string>> {
  const found = await rows(
    db,
    sql<{
      indicator: string
    }>`SELECT indicator FROM publicity.result_row WHERE publication_id = ${publicationId} AND subject_id = ${subjectId}`,
  )
  return new Set(found.map(({ indicator }) => indicator))
}

/** One decision about a round's scores at a time: each is told whom it moved by itself. */
export async function lockScores(db: Db, roundId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`publicity.scores ${roundId}`}, 0))`.execute(db)
}

/** The round as its stages know it. */
export const stageRound = (db: Db, id: string): Promise<StageRound | undefined> =>
  maybe(
    db,
    sql<StageRound>`SELECT id, year, name, edition, place_id AS "placeId", period_from AS "from", period_to AS "to",
        current_run AS "currentRun", stage_due_on AS "dueOn" FROM evaluation.published_round WHERE id = ${id}`,
  )

/** Points of a subject's rows in the round's present scores, exact to what is shown. */
export async function pointsOf(db: Db, subjectId: string, indicators: readonly string[]) {
  const found = await rows(
    db,
    sql<{ indicator: string; points: string }>`SELECT row.indicator, row.points::text
      FROM evaluation.published_subject s JOIN evaluation.published_round round ON round.id = s.round_id
      JOIN evaluation.published_score_row row ON row.run_id = round.current_run AND row.subject_id = s.id
      WHERE s.id = ${subjectId} AND row.indicator = ANY(${[...indicators]}::text[])`,
  )
  return new Map(found.map(({ indicator, points }) => [indicator, points]))
}
