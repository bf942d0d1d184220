import { sql } from 'kysely'
import type pg from 'pg'
import { type Db, one, rows } from '../../../platform/database/database.ts'
import type { SubjectKind } from '../../fact-source.ts'
import type { Amendment } from '../rules/amend.ts'
import type { RecordedReading } from '../rules/settle-readings.ts'
import type { KindRead } from '../scoring-engine.ts'
import type { ProjectShare } from './readings.ts'
import { copy, field, inChunks } from './results.ts'

/** Writes down what the subjects of one kind are scored from. */
export async function keepReadings(pool: pg.Pool, runId: number, read: KindRead): Promise<void> {
  const client = await pool.connect()
  const line = ({ id }: { id: string }) => {
    const readings = JSON.stringify(read.readings.get(id) ?? [])
    const shares = JSON.stringify(read.shares.get(id) ?? [])
    return `${runId}\t${id}\t${field(readings)}\t${field(shares)}\n`
  }
  try {
    const target = 'evaluation.kept_reading (run_id, subject_id, readings, shares)'
    await copy(client, target, inChunks(read.assessed, line))
  } finally {
    client.release()
  }
}

export interface Kept {
  subjectId: string
  readings: RecordedReading[]
  shares: ProjectShare[]
  /** The oldest first. */
  amendments: Amendment[]
}

/** What subjects of a kind were scored from, with what was decided since; all of the kind, or those asked for. */
export const keptOf = (
  db: Db,
  round: { id: string; run: number },
  kind: SubjectKind,
  only?: readonly string[],
) =>
  rows(
    db,
    sql<Kept>`SELECT kept.subject_id AS "subjectId", kept.readings, kept.shares,
        coalesce((SELECT json_agg(json_build_object('fact', a.fact, 'reading', a.reading, 'reason', a.reason) ORDER BY a.at, a.id)
          FROM evaluation.amendment a WHERE a.round_id = ${round.id} AND a.subject_id = kept.subject_id), '[]'::json) AS amendments
      FROM evaluation.kept_reading kept JOIN evaluation.subject s ON s.id = kept.subject_id AND s.kind = ${kind}
      WHERE kept.run_id = ${round.run} ${only ? sql`AND s.id = ANY(${[...only]}::uuid[])` : sql``} ORDER BY s.id`,
  )

export interface AmendmentToKeep extends Amendment {
  id: string
  subjectId: string
  basis: { resource: string; id: string }
}

export async function insertAmendments(
  db: Db,
  roundId: string,
  amendments: readonly AmendmentToKeep[],
  stamp: { by: string | null; at: string },
): Promise<void> {
  const json = JSON.stringify(amendments)
  await sql`INSERT INTO evaluation.amendment (id, round_id, subject_id, fact, reading, reason, basis_resource, basis_id, decided_by, at)
    SELECT id, ${roundId}, "subjectId", fact, reading, reason, basis->>'resource', (basis->>'id')::uuid, ${stamp.by}::uuid, ${stamp.at}
    FROM json_to_recordset(${json}::json) AS f (id uuid, "subjectId" uuid, fact text, reading json, reason text, basis json)`.execute(
    db,
  )
}

/** Enterprises whose 2-20 is the mean of one of these compounds' totals. */
export async function dependantsOf(
  db: Db,
  roundId: string,
  subjectIds: readonly string[],
): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ id: string }>`SELECT DISTINCT e.id FROM evaluation.subject c
      JOIN evaluation.subject_compound sc ON sc.compound_id = c.place_id
      JOIN evaluation.subject e ON e.id = sc.subject_id AND e.round_id = c.round_id AND e.kind = 'enterprise' AND e.listed
      WHERE c.round_id = ${roundId} AND c.kind = 'compound' AND c.id = ANY(${[...subjectIds]}::uuid[])`,
  )
  return found.map(({ id }) => id)
}

/** Whether a pass wrote down what it was scored from. */
export async function keepsReadings(db: Db, run: number): Promise<boolean> {
  const { keeps } = await one(
    db,
    sql<{ keeps: boolean }>`SELECT keeps_readings AS keeps FROM evaluation.run WHERE id = ${run}`,
  )
  return keeps
}

/** How many facts of the year were recorded in the place since a pass began. */
export async function factsSince(
  db: Db,
  { placeId, year, run }: { placeId: string; year: number; run: number },
): Promise<number> {
  const { count } = await one(
    db,
    sql<{ count: number }>`SELECT count(*)::integer AS count FROM evaluation.declared_fact fact
      JOIN access.place_reach reach ON reach.place_id = fact.place_id AND reach.ancestor_id = ${placeId}
      WHERE fact.year = ${year} AND fact.recorded_at > (SELECT started_at FROM evaluation.run WHERE id = ${run})`,
  )
  return count
}
