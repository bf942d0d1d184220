import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Db } from '../../../platform/database/database.ts'
import type { SubjectScore } from '../rules/score-subject.ts'
import type { ReadingUsed } from '../rules/settle-readings.ts'

/** A subject's score with the readings it was scored from, ready to be stored. */
export interface Result {
  subjectId: string
  score: SubjectScore
  readings: ReadonlyMap<string, ReadingUsed>
  factOf: ReadonlyMap<string, string>
}

/** Enough digits that display never shows a rounding of a rounding; the exact fraction stands beside. */
const places = 12

const scoreColumns = 'run_id, subject_id, total, total_exact, missing, missing_rows, band'
const rowColumns =
  'run_id, subject_id, indicator, state, points, points_exact, max_exact, numerator, denominator, value, provenance, reason, params'

/** COPY's text format: tab between fields, \N for null, backslash before what would end a field or a line. */
const field = (value: string | number | null): string =>
  value === null ? '\\N' : typeof value === 'number' ? String(value) : value.replace(/[\\\t\n\r]/g, escape)
const escape = (c: string) => (c === '\\' ? '\\\\' : c === '\t' ? '\\t' : c === '\n' ? '\\n' : '\\r')

function scoreLine(runId: number, { subjectId, score }: Result): string {
  const missing = score.rows.filter((row) => row.state === 'missing').length
  const fields = [
    runId,
    subjectId,
    score.total.toDecimal(places),
    score.total.toString(),
    score.missingPoints.toDecimal(places),
    missing,
    score.band?.name ?? null,
  ]
  return `${fields.map(field).join('\t')}\n`
}

function rowLines(runId: number, { subjectId, score, readings, factOf }: Result): string {
  let lines = ''
  for (const row of score.rows) {
    const used = readings.get(factOf.get(row.id) ?? '')
    const fields = [
      runId,
      subjectId,
      row.id,
      row.state,
      row.points.toDecimal(places),
      row.points.toString(),
      row.max.toString(),
      used?.numerator ?? null,
      used?.denominator ?? null,
      used?.value ?? null,
      used?.provenance ?? null,
      row.reason.code,
      JSON.stringify(row.reason.params),
    ]
    lines += `${fields.map(field).join('\t')}\n`
  }
  return lines
}

function* inChunks(results: readonly Result[], line: (result: Result) => string): Generator<string> {
  let chunk = ''
  for (const result of results) {
    chunk += line(result)
    if (chunk.length > 64 * 1024) {
      yield chunk
      chunk = ''
    }
  }
  yield chunk
}

async function copy(client: pg.PoolClient, target: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(lines), client.query(copyFrom(`COPY ${target} FROM STDIN`)))
}

/** Stores a pass's results by COPY. They count only when the run is finished, so a stop half-way leaves nothing that shows. */
export async function storeResults(pool: pg.Pool, runId: number, results: readonly Result[]): Promise<void> {
  const client = await pool.connect()
  try {
    await copy(
      client,
      `evaluation.score (${scoreColumns})`,
      inChunks(results, (r) => scoreLine(runId, r)),
    )
    await copy(
      client,
      `evaluation.score_row (${rowColumns})`,
      inChunks(results, (r) => rowLines(runId, r)),
    )
  } finally {
    client.release()
  }
}

/** Replaces one subject's result inside a pass. */
export async function replaceResult(db: Db, runId: number, result: Result): Promise<void> {
  await sql`DELETE FROM evaluation.score WHERE run_id = ${runId} AND subject_id = ${result.subjectId}`.execute(
    db,
  )
  await sql`DELETE FROM evaluation.score_row WHERE run_id = ${runId} AND subject_id = ${result.subjectId}`.execute(
    db,
  )
  const { score } = result
  const missing = score.rows.filter((row) => row.state === 'missing').length
  await sql`INSERT INTO evaluation.score (${sql.raw(scoreColumns)}) VALUES (${runId}, ${result.subjectId}, ${score.total.toDecimal(places)},
    ${score.total.toString()}, ${score.missingPoints.toDecimal(places)}, ${missing}, ${score.band?.name ?? null})`.execute(
    db,
  )
  const lines = score.rows.map((row) => {
    const used = result.readings.get(result.factOf.get(row.id) ?? '')
    return {
      indicator: row.id,
      state: row.state,
      points: row.points.toDecimal(places),
      exact: row.points.toString(),
      max: row.max.toString(),
      numerator: used?.numerator ?? null,
      denominator: used?.denominator ?? null,
      value: used?.value ?? null,
      provenance: used?.provenance ?? null,
      reason: row.reason.code,
      params: row.reason.params,
    }
  })
  await sql`INSERT INTO evaluation.score_row (${sql.raw(rowColumns)})
    SELECT ${runId}, ${result.subjectId}, indicator, state, points, exact, max, numerator, denominator, value, provenance, reason, params
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS f (indicator text, state text, points numeric, exact text, max text,
      numerator text, denominator text, value text, provenance text, reason text, params jsonb)`.execute(db)
}

/** Ranks the subjects of each kind; equal totals share a rank (the exact fractions are equal when all twelve digits are). */
export async function rankScores(db: Db, runId: number): Promise<void> {
  await sql`UPDATE evaluation.score target SET rank = ranked.place
    FROM (SELECT score.subject_id, rank() OVER (PARTITION BY s.kind ORDER BY score.total DESC) AS place
      FROM evaluation.score score JOIN evaluation.subject s ON s.id = score.subject_id WHERE score.run_id = ${runId}) ranked
    WHERE target.run_id = ${runId} AND target.subject_id = ranked.subject_id`.execute(db)
}
