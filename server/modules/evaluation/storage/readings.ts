import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import { rows } from '../../../platform/database/database.ts'
import type { FactSource, Over, SubjectKind } from '../../fact-source.ts'
import type { RecordedReading } from '../rules/settle-readings.ts'
import type { Round } from './rounds.ts'

/** A reading as it lies in the database, with whose it is. */
export interface StoredReading extends RecordedReading {
  subjectId: string
}

/** The two relations that facts are asked over: the round's subjects of a kind, or one subject alone. */
export function relations(
  round: Pick<Round, 'id'>,
  kind: SubjectKind,
  only?: string,
): Pick<Over, 'subjects' | 'compounds'> {
  const which = only
    ? sql`s.id = ${only}`
    : sql`s.round_id = ${round.id} AND s.kind = ${kind} AND s.listed AND s.not_assessed_reason IS NULL`
  return {
    subjects: sql`(SELECT s.id AS subject_id, s.place_id, s.body_id FROM evaluation.subject s WHERE ${which})`,
    compounds: sql`(SELECT sc.subject_id, sc.compound_id, sc.households FROM evaluation.subject_compound sc
      JOIN evaluation.subject s ON s.id = sc.subject_id WHERE ${which} AND sc.at_end)`,
  }
}

/** Everything recorded for the year about the subjects of a kind, one statement. */
export function declaredReadings(
  db: Db,
  round: Round,
  kind: SubjectKind,
  facts: readonly string[],
  only?: string,
): Promise<StoredReading[]> {
  // Only enterprises are bodies and are graded project by project; joins by plain equality are planned as hash joins.
  const ofEnterprise = kind === 'enterprise'
  const bySubject = ofEnterprise ? sql`d.body_id = s.body_id` : sql`d.body_id IS NULL`
  const graded = sql`LEFT JOIN evaluation.subject_compound sc ON sc.subject_id = s.id AND sc.compound_id = d.project_id`
  const which = only
    ? sql`s.id = ${only}`
    : sql`s.round_id = ${round.id} AND s.kind = ${kind} AND s.listed AND s.not_assessed_reason IS NULL`
  return rows(
    db,
    sql<StoredReading>`SELECT s.id AS "subjectId", d.fact, d.numerator, d.denominator, d.value, d.named,
        d.not_applicable AS "notApplicable", d.note, d.incident, d.provenance,
        ${ofEnterprise ? sql`coalesce(sc.households, 0)` : sql`0`} AS weight, d.project_id AS "projectId", d.standing, d.of_procedure AS "ofProcedure"
      FROM evaluation.subject s
      JOIN evaluation.declared_fact d ON d.place_id = s.place_id AND ${bySubject} AND d.year = ${round.year}
        AND d.fact = ANY(${[...facts]}::text[]) AND d.standing <> 'withdrawn'
      ${ofEnterprise ? graded : sql``}
      WHERE ${which}`,
  )
}

/** What a module computes for the subjects of a kind, one statement a fact. */
export async function computedReadings(db: Db, source: FactSource, over: Over): Promise<StoredReading[]> {
  const found = await rows(db, source.readings(over))
  return found.map((r) => ({
    subjectId: r.subject_id,
    fact: source.fact,
    numerator: textOf(r.numerator),
    denominator: textOf(r.denominator),
    value: textOf(r.value),
    named: null,
    notApplicable: r.not_applicable,
    note: '',
    incident: '',
    provenance: 'computed',
    weight: 0,
    projectId: null,
    standing: 'ordinary',
  }))
}

const textOf = (n: number | string | null): string | null => (n === null ? null : String(n))

/** A scored compound inside an enterprise's year: how large it is and how many days of the period the contract ran. */
export interface ProjectShare {
  enterpriseId: string
  compoundSubjectId: string
  households: number
  days: number
}

/** C36: a compound that changed firms counts for each by its days. */
export const projectShares = (db: Db, round: Round, only?: string) =>
  rows(
    db,
    sql<ProjectShare>`SELECT e.id AS "enterpriseId", c.id AS "compoundSubjectId", sc.households, sc.days
      FROM evaluation.subject e JOIN evaluation.subject_compound sc ON sc.subject_id = e.id
      JOIN evaluation.subject c ON c.round_id = e.round_id AND c.kind = 'compound' AND c.place_id = sc.compound_id AND c.listed
      WHERE e.round_id = ${round.id} AND e.kind = 'enterprise' AND e.listed ${only ? sql`AND e.id = ${only}` : sql``}`,
  )

/** Exact totals of the compounds that a pass has scored. */
export async function compoundTotals(db: Db, runId: number): Promise<Map<string, string>> {
  const found = await rows(
    db,
    sql<{ id: string; total: string }>`SELECT s.id, score.total_exact AS total FROM evaluation.score score
      JOIN evaluation.subject s ON s.id = score.subject_id AND s.kind = 'compound' WHERE score.run_id = ${runId}`,
  )
  return new Map(found.map((row) => [row.id, row.total]))
}

/** C38: enterprises none of whose projects has a filed owners committee or property management committee. */
export async function withoutCommittee(db: Db, round: Round, only?: string): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ id: string }>`SELECT s.id FROM evaluation.subject s
      WHERE s.round_id = ${round.id} AND s.kind = 'enterprise' AND s.listed ${only ? sql`AND s.id = ${only}` : sql``}
        AND NOT EXISTS (SELECT FROM evaluation.subject_compound sc
          JOIN organisations.published_committee c ON c.compound_id = sc.compound_id AND c.filed_on <= ${round.to}
            AND (c.valid_to IS NULL OR c.valid_to > ${round.to})
          WHERE sc.subject_id = s.id AND sc.at_end)`,
  )
  return found.map((row) => row.id)
}
