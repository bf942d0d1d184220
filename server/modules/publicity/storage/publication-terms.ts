import { sql } from 'kysely'
import { type Db, rows } from '../../../platform/database/database.ts'

/** A publication whose term runs. */
export interface RunningTerm {
  id: string
  roundId: string
  name: string
  placeId: string
  /** When the term began. */
  beganAt: string
  workingDays: number
  dueOn: string | null
  provisional: string | null
  /** The enterprises that it shows. */
  bodies: string[]
}

/** Locked until the caller's transaction ends. */
export const runningTerms = (db: Db) =>
  rows(
    db,
    sql<RunningTerm>`SELECT p.id, round.id AS "roundId", round.name, round.place_id AS "placeId", round.stage_began_at AS "beganAt",
        p.term_days AS "workingDays", p.due_on AS "dueOn", p.due_provisional AS provisional,
        ARRAY(SELECT DISTINCT r.body_id FROM publicity.result r WHERE r.publication_id = p.id AND r.body_id IS NOT NULL) AS bodies
      FROM publicity.publication p JOIN evaluation.published_round round ON round.id = p.round_id AND round.state = 'publicity'
      WHERE p.kind = 'publicity' AND p.term_days IS NOT NULL ORDER BY p.id FOR NO KEY UPDATE OF p`,
  )

export async function moveTerm(
  db: Db,
  id: string,
  { dueOn, provisional }: Pick<RunningTerm, 'dueOn' | 'provisional'>,
): Promise<void> {
  await sql`UPDATE publicity.publication SET due_on = ${dueOn}::date, due_provisional = ${provisional}::date
    WHERE id = ${id}`.execute(db)
}
