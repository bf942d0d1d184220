import { sql } from 'kysely'
import type { RoundState, SubjectKind } from '../../../../contracts/evaluation/words.ts'
import type { ContestOutcome } from '../../../../contracts/self-reports/words.ts'
import { type Db, maybe, one } from '../../../platform/database/database.ts'
import { holdRoundsOf } from '../../evaluation/index.ts'

export interface Contest {
  id: string
  roundName: string
  year: number
  stage: RoundState
  edition: string
  to: string
  name: string
  table: string
  kind: SubjectKind
  variant: string | null
  placeId: string
  bodyId: string | null
  row: string
  claimed: { numerator: string | null; denominator: string | null; value: string | null }
  evidenceNote: string
  submittedBy: string | null
}

/** One that the caller has guarded; its round stays in its stage until the transaction ends. */
export async function heldContest(db: Db, id: string): Promise<Contest> {
  await holdRoundsOf(db, sql`SELECT round_id FROM self_reports.published_contest WHERE id = ${id}`)
  return await one(
    db,
    sql<Contest>`SELECT r.id, round.name AS "roundName", round.year, round.state AS stage, round.edition,
        round.period_to::text AS "to", s.name, s.table_id AS "table", r.kind, s.variant, r.place_id AS "placeId", r.body_id AS "bodyId",
        r.indicator AS row, json_build_object('numerator', r.numerator, 'denominator', r.denominator, 'value', r.value) AS claimed,
        r.evidence_note AS "evidenceNote", r.submitted_by AS "submittedBy"
      FROM self_reports.published_contest r JOIN evaluation.published_round round ON round.id = r.round_id
      JOIN evaluation.published_subject s ON s.id = r.subject_id WHERE r.id = ${id}`,
  )
}

/** @returns false where somebody has answered before */
export async function keepAnswer(
  db: Db,
  id: string,
  { outcome, reason, by, at }: { outcome: ContestOutcome; reason: string; by: string | null; at: string },
): Promise<boolean> {
  const kept = await maybe(
    db,
    sql`INSERT INTO self_reports.answer (row_id, outcome, reason, answered_by, answered_at)
      VALUES (${id}, ${outcome}, ${reason}, ${by}, ${at}) ON CONFLICT (row_id) DO NOTHING RETURNING 1`,
  )
  return kept !== undefined
}
