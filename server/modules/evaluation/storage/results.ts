import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'
import { Fraction } from '../../../values/fraction.ts'
import type { SubjectKind } from '../../fact-source.ts'
import { ranksOf } from '../rules/ranks.ts'
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

const nothing = '\\N'

/** COPY's text format: tab between fields, \\N for null, backslash before what would end a field or a line. */
export const field = (value: string | null): string =>
  value === null ? nothing : awkward.test(value) ? value.replace(everyAwkward, escape) : value
const awkward = /[\\\t\n\r]/
const everyAwkward = /[\\\t\n\r]/g
const escape = (c: string) => (c === '\\' ? '\\\\' : c === '\t' ? '\\t' : c === '\n' ? '\\n' : '\\r')

const missingRows = (score: SubjectScore): number =>
  score.rows.filter((row) => row.state === 'missing').length

/** All but the rank, which is known once all are scored. */
function scoreLine(runId: number, { subjectId, score }: Result): string {
  const { total, missingPoints, band } = score
  const figures = `${total.toDecimal(places)}\t${total.toString()}\t${missingPoints.toDecimal(places)}\t${missingRows(score)}`
  return `${runId}\t${subjectId}\t${figures}\t${field(band?.name ?? null)}`
}

/** Of a hundred thousand rows few have points of their own; the same fraction is written as a decimal once. */
class Decimals {
  readonly #known = new Map<string, string>()

  of(points: Fraction, exact: string): string {
    const known = this.#known.get(exact)
    if (known !== undefined) return known
    const decimal = points.toDecimal(places)
    this.#known.set(exact, decimal)
    return decimal
  }
}

function rowLines(runId: number, { subjectId, score, readings, factOf }: Result, decimals: Decimals): string {
  let lines = ''
  for (const { id, state, points, max, reason } of score.rows) {
    const used = readings.get(factOf.get(id) ?? '')
    const exact = points.toString()
    const read = used
      ? `${used.numerator ?? nothing}\t${used.denominator ?? nothing}\t${field(used.value)}\t${used.provenance}`
      : `${nothing}\t${nothing}\t${nothing}\t${nothing}`
    const why = `${reason.code}\t${field(JSON.stringify(reason.params))}`
    lines += `${runId}\t${subjectId}\t${id}\t${state}\t${decimals.of(points, exact)}\t${exact}\t${max.toString()}\t${read}\t${why}\n`
  }
  return lines
}

export function* inChunks<T>(things: Iterable<T>, line: (thing: T) => string): Generator<string> {
  let chunk = ''
  for (const thing of things) {
    chunk += line(thing)
    if (chunk.length > 64 * 1024) {
      yield chunk
      chunk = ''
    }
  }
  yield chunk
}

export async function copy(client: pg.PoolClient, target: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(lines), client.query(copyFrom(`COPY ${target} FROM STDIN`)))
}

/**
 * Stores a pass's results of all subjects of one kind, ranked, by COPY. Results are drawn as the database takes them,
 * so that it writes while the rules score. They count only when the run is finished: a stop half-way leaves nothing that shows.
 * @returns the exact totals by subject
 */
export async function storeResults(
  pool: pg.Pool,
  runId: number,
  results: Iterable<Result>,
): Promise<Map<string, Fraction>> {
  const client = await pool.connect()
  const decimals = new Decimals()
  const scores: { id: string; total: Fraction; line: string }[] = []
  const linesOf = (result: Result) => {
    scores.push({ id: result.subjectId, total: result.score.total, line: scoreLine(runId, result) })
    return rowLines(runId, result, decimals)
  }
  try {
    await copy(client, `evaluation.score_row (${rowColumns})`, inChunks(results, linesOf))
    const ranks = ranksOf(scores)
    const ranked = inChunks(scores, ({ id, line }) => `${line}\t${ranks.get(id)}\n`)
    await copy(client, `evaluation.score (${scoreColumns}, rank)`, ranked)
  } finally {
    client.release()
  }
  return new Map(scores.map(({ id, total }) => [id, total]))
}

/** Replaces one subject's result inside a pass; `at` when it was read, where that is later than the pass. */
export async function replaceResult(
  db: Db,
  runId: number,
  result: Result,
  at: string | null = null,
): Promise<void> {
  await sql`DELETE FROM evaluation.score WHERE run_id = ${runId} AND subject_id = ${result.subjectId}`.execute(
    db,
  )
  await sql`DELETE FROM evaluation.score_row WHERE run_id = ${runId} AND subject_id = ${result.subjectId}`.execute(
    db,
  )
  const { score } = result
  await sql`INSERT INTO evaluation.score (${sql.raw(scoreColumns)}, computed_at) VALUES (${runId}, ${result.subjectId}, ${score.total.toDecimal(places)},
    ${score.total.toString()}, ${score.missingPoints.toDecimal(places)}, ${missingRows(score)}, ${score.band?.name ?? null}, ${at}::timestamptz)`.execute(
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
      numerator text, denominator text, value text, provenance text, reason text, params json)`.execute(db)
}

/** Ranks the subjects of a kind anew after one of them has changed; only what moved is written. */
export async function rankAgain(db: Db, runId: number, kind: SubjectKind): Promise<void> {
  const found = await rows(
    db,
    sql<{
      id: string
      total: string
      rank: number | null
    }>`SELECT score.subject_id AS id, score.total_exact AS total, score.rank
      FROM evaluation.score score JOIN evaluation.subject s ON s.id = score.subject_id AND s.kind = ${kind}
      WHERE score.run_id = ${runId}`,
  )
  const ranks = ranksOf(found.map(({ id, total }) => ({ id, total: Fraction.parse(total) })))
  const moved = found.filter(({ id, rank }) => ranks.get(id) !== rank).map(({ id }) => id)
  await sql`UPDATE evaluation.score target SET rank = moved.rank
    FROM unnest(${moved}::uuid[], ${moved.map((id) => ranks.get(id) ?? null)}::integer[]) AS moved (id, rank)
    WHERE target.run_id = ${runId} AND target.subject_id = moved.id`.execute(db)
}

/** A subject's total in a pass, exact to twelve digits; null where it has none. */
export async function totalOf(db: Db, runId: number, subjectId: string): Promise<string | null> {
  const found = await maybe(
    db,
    sql<{
      total: string
    }>`SELECT total::text FROM evaluation.score WHERE run_id = ${runId} AND subject_id = ${subjectId}`,
  )
  return found?.total ?? null
}
