import { type RawBuilder, sql } from 'kysely'
import { breaches } from '../../../access/action.ts'
import type { RoundState, SubjectKind } from '../../../../contracts/evaluation/words.ts'
import type { DecisionGround, DecisionState } from '../../../../contracts/findings/words.ts'
import { type Db, maybe, one, rows } from '../../../platform/database/database.ts'
import { holdRoundsOf } from '../../evaluation/index.ts'
import { refuse } from '../problems.ts'

export interface DecidedRound {
  id: string
  year: number
  name: string
  edition: string
  to: string
  state: RoundState
}

/** The same, held in its stage until the transaction ends. */
export async function heldRound(db: Db, id: string): Promise<DecidedRound | undefined> {
  await holdRoundsOf(db, sql`${id}::uuid`)
  return await findRound(db, id)
}

export const findRound = (db: Db, id: string) =>
  maybe(
    db,
    sql<DecidedRound>`SELECT id, year, name, edition, period_to::text AS "to", state FROM evaluation.published_round WHERE id = ${id}`,
  )

export interface Scope {
  roundId: string
  kind: SubjectKind
  placeId: string
  subjectId: string | null
}

/** The subjects meant: the one that is named, or all of the kind in the place; never one outside it. */
const meant = ({ roundId, kind, placeId, subjectId }: Scope): RawBuilder<unknown> =>
  sql`(SELECT s.* FROM evaluation.published_subject s WHERE s.round_id = ${roundId} AND s.kind = ${kind} AND s.listed
    AND EXISTS (SELECT FROM access.place_reach reach WHERE reach.place_id = s.place_id AND reach.ancestor_id = ${placeId})
    ${subjectId ? sql`AND s.id = ${subjectId}` : sql``})`

export interface MeantSubject {
  id: string
  name: string
  placeId: string
  /** Only an enterprise is a body. */
  bodyId: string | null
  /** Who is told: the enterprise, or the one that serves the compound. */
  toldId: string | null
}

export const meantSubjects = (db: Db, scope: Scope) =>
  rows(
    db,
    sql<MeantSubject>`SELECT s.id, s.name, s.place_id AS "placeId", s.body_id AS "bodyId", coalesce(s.body_id,
        (SELECT c.provider_id FROM organisations.published_service_contract c WHERE c.compound_id = s.place_id
          ORDER BY c.valid_from DESC LIMIT 1)) AS "toldId"
      FROM ${meant(scope)} s ORDER BY s.id`,
  )

export interface Proposal extends Scope {
  id: string
  year: number
  indicator: string
  fact: string
  ground: DecisionGround
  reason: string
  by: string | null
  at: string
}

export async function insertDecision(db: Db, it: Proposal): Promise<void> {
  try {
    await sql`INSERT INTO findings.decision (id, year, round_id, indicator, fact, kind, subject_id, place_id, ground, reason,
        proposed_by, proposed_at)
      VALUES (${it.id}, ${it.year}, ${it.roundId}, ${it.indicator}, ${it.fact}, ${it.kind}, ${it.subjectId}::uuid, ${it.placeId},
        ${it.ground}, ${it.reason}, ${it.by}, ${it.at})`.execute(db)
  } catch (fault) {
    if (breaches(fault, 'decision_is_one')) throw refuse('decision-exists', {}, { field: 'row' })
    throw fault
  }
}

export interface KeptDecision extends Scope {
  id: string
  year: number
  number: number | null
  indicator: string
  fact: string
  ground: DecisionGround
  reason: string
  state: DecisionState
  proposedBy: string
}

export const decisionById = (db: Db, id: string): Promise<KeptDecision> =>
  one(
    db,
    sql<KeptDecision>`SELECT id, year, number, round_id AS "roundId", indicator, fact, kind, subject_id AS "subjectId",
        place_id AS "placeId", ground, reason, state, proposed_by AS "proposedBy" FROM findings.decision WHERE id = ${id}`,
  )

interface Stamp {
  by: string | null
  at: string
}

export async function reject(db: Db, id: string, note: string, { by, at }: Stamp): Promise<void> {
  await sql`UPDATE findings.decision SET state = 'rejected', note = ${note}, settled_by = ${by}::uuid, settled_at = ${at}
    WHERE id = ${id}`.execute(db)
}

/** Takes the decision and keeps whom it concerns. One after the other, so that numbers run without a gap. @returns its number */
export async function decide(
  db: Db,
  { id, year }: { id: string; year: number },
  note: string,
  { by, at }: Stamp,
  subjects: readonly MeantSubject[],
): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('findings.decision.number'))`.execute(db)
  const { number } = await one(
    db,
    sql<{
      number: number
    }>`UPDATE findings.decision SET state = 'decided', note = ${note}, settled_by = ${by}::uuid,
        settled_at = ${at}, number = (SELECT coalesce(max(d.number), 0) + 1 FROM findings.decision d WHERE d.year = ${year})
      WHERE id = ${id} RETURNING number`,
  )
  await sql`INSERT INTO findings.decision_subject (decision_id, subject_id, place_id, body_id)
    SELECT ${id}, subject_id, place_id, body_id FROM unnest(${subjects.map((s) => s.id)}::uuid[],
      ${subjects.map((s) => s.placeId)}::uuid[], ${subjects.map((s) => s.bodyId)}::uuid[]) AS s (subject_id, place_id, body_id)`.execute(
    db,
  )
  return number
}

export const decidedSubjects = (db: Db, id: string) =>
  rows(
    db,
    sql<
      Pick<MeantSubject, 'id' | 'placeId' | 'bodyId'>
    >`SELECT subject_id AS id, place_id AS "placeId", body_id AS "bodyId"
      FROM findings.decision_subject WHERE decision_id = ${id} ORDER BY subject_id`,
  )

export async function withdrawDecided(db: Db, id: string, reason: string, { by, at }: Stamp): Promise<void> {
  await sql`UPDATE findings.decision SET state = 'withdrawn', withdrawn_reason = ${reason}, withdrawn_by = ${by}::uuid,
    withdrawn_at = ${at} WHERE id = ${id}`.execute(db)
}
