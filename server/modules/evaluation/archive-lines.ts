import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, one, rows } from '../../platform/database/database.ts'
import { edition, type Rulebook } from '../../rulebook/load.ts'
import { packEdition, unpackEdition } from '../../rulebook/pack-edition.ts'
import { canonicalJson } from '../../values/canonical-json.ts'
import { Fraction } from '../../values/fraction.ts'
import type { SubjectKind } from '../fact-source.ts'
import { refuse } from './problems.ts'
import { scoreKept } from './kept-scoring.ts'
import { ranksOf } from './rules/ranks.ts'
import { type Kept, keptOf } from './storage/kept-readings.ts'
import type { Result } from './storage/results.ts'
import { findRound, type Round } from './storage/rounds.ts'
import type { Subject } from './storage/subjects.ts'

/**
 * The archive of a round, a line of canonical JSON each: a head with the edition, every subject with what it was scored
 * from, every result, and an end with the hash of the results. What a score follows from lies in it whole.
 */
export const archiveFormat = 1

/** A.1 before A.2, which reads its totals. */
const kinds: readonly SubjectKind[] = ['compound', 'enterprise', 'street', 'community', 'district']

interface Head {
  archive: number
  round: Pick<Round, 'id' | 'year' | 'name' | 'placeId' | 'from' | 'to'>
  edition: unknown
}
interface SubjectLine {
  subject: Subject & { name: string; code: string; uscc: string | null; district: string; households: number }
  kept: Omit<Kept, 'subjectId'>
}

/** Draws the archive of a round from what was kept and what was shown. @throws when the round keeps no readings */
export async function* archiveLines(db: Db, rulebook: Rulebook, roundId: string): AsyncGenerator<string> {
  const round = (await findRound(db, roundId)) as Round
  const run = round.currentRun
  if (run === null || !(await keepsReadings(db, run))) throw refuse('not-kept')
  const { id, year, name, placeId, from, to } = round
  const packed = packEdition(edition(rulebook, round.edition, round.to))
  const head: Head = {
    archive: archiveFormat,
    round: { id, year, name, placeId, from, to },
    edition: packed,
  }
  yield canonicalJson(head)
  for (const kind of kinds) yield* subjectLines(db, { id, run }, kind)
  const hash = createHash('sha256')
  let results = 0
  for (const kind of kinds)
    for (const line of await storedResults(db, run, kind)) {
      hash.update(`${line}\n`)
      results++
      yield line
    }
  yield canonicalJson({ end: { results, sha256: hash.digest('hex') } })
}

export const keepsReadings = async (db: Db, run: number): Promise<boolean> =>
  (
    await one(
      db,
      sql<{ keeps: boolean }>`SELECT keeps_readings AS keeps FROM evaluation.run WHERE id = ${run}`,
    )
  ).keeps

async function* subjectLines(db: Db, round: { id: string; run: number }, kind: SubjectKind) {
  const subjects = await rows(
    db,
    sql<
      SubjectLine['subject']
    >`SELECT s.id, s.table_id AS "tableId", s.kind, s.variant, s.not_assessed_reason AS "notAssessed",
        s.name, s.code, body.uscc, s.district_name AS district, s.households
      FROM evaluation.subject s LEFT JOIN organisations.published_body body ON body.id = s.body_id
      WHERE s.round_id = ${round.id} AND s.kind = ${kind} AND s.listed ORDER BY s.id`,
  )
  const kept = new Map((await keptOf(db, round, kind)).map((one) => [one.subjectId, one]))
  for (const subject of subjects) {
    const { readings, shares, amendments } = kept.get(subject.id) ?? {
      readings: [],
      shares: [],
      amendments: [],
    }
    yield canonicalJson({ subject, kept: { readings, shares, amendments } } satisfies SubjectLine)
  }
}

interface ResultLine {
  result: string
  total: string
  missing: string
  band: string | null
  rank: number | null
  rows: { id: string; state: string; points: string; max: string; reason: string; params: unknown }[]
}

async function storedResults(db: Db, run: number, kind: SubjectKind): Promise<string[]> {
  const found = await rows(
    db,
    sql<ResultLine>`SELECT score.subject_id AS result, score.total_exact AS total,
        score.missing_rows::text AS missing, score.band, score.rank,
        (SELECT json_agg(json_build_object('id', row.indicator, 'state', row.state, 'points', row.points_exact,
            'max', row.max_exact, 'reason', row.reason, 'params', row.params) ORDER BY row.indicator)
          FROM evaluation.score_row row WHERE row.run_id = score.run_id AND row.subject_id = score.subject_id) AS rows
      FROM evaluation.score score JOIN evaluation.subject s ON s.id = score.subject_id AND s.kind = ${kind}
      WHERE score.run_id = ${run} ORDER BY score.subject_id`,
  )
  return found.map((line) => canonicalJson(line))
}

const byText =
  <T>(key: (thing: T) => string) =>
  (a: T, b: T) =>
    key(a) < key(b) ? -1 : 1

function resultLine({ subjectId, score }: Result, rank: number | null): string {
  const line: ResultLine = {
    result: subjectId,
    total: score.total.toString(),
    missing: String(score.rows.filter((row) => row.state === 'missing').length),
    band: score.band?.name ?? null,
    rank,
    rows: score.rows
      .map(({ id, state, points, max, reason }) => ({
        id,
        state,
        points: points.toString(),
        max: max.toString(),
        reason: reason.code,
        params: reason.params,
      }))
      .sort(byText((row) => row.id)),
  }
  return canonicalJson(line)
}

export interface Replay {
  round: Head['round']
  /** Results in the archive, and those that came out byte for byte the same. */
  results: number
  equal: number
  /** Subjects whose result came out otherwise, or is there only once. */
  different: string[]
  /** Hash of the results as the archive states it, and as they were scored now. */
  stated: string
  found: string
}

/** Scores an archive again from its own edition and readings alone. @throws when it is no archive, or of a later format */
export async function replay(lines: AsyncIterable<string> | Iterable<string>): Promise<Replay> {
  let head: Head | undefined
  let stated = ''
  const subjects: SubjectLine[] = []
  const archived = new Map<string, string>()
  for await (const line of lines) {
    if (line === '') continue
    const read = JSON.parse(line) as Partial<Head & SubjectLine & ResultLine & { end: { sha256: string } }>
    if (read.archive !== undefined) head = read as Head
    else if (read.subject !== undefined) subjects.push(read as SubjectLine)
    else if (read.result !== undefined) archived.set(read.result, line)
    else if (read.end !== undefined) stated = read.end.sha256
  }
  if (!head || head.archive !== archiveFormat) throw refuse('no-archive')
  const hash = createHash('sha256')
  const different = new Set(archived.keys())
  let equal = 0
  for (const [subject, line] of scoredLines(head, subjects)) {
    hash.update(`${line}\n`)
    if (archived.get(subject) === line) {
      equal++
      different.delete(subject)
    } else different.add(subject)
  }
  const found = hash.digest('hex')
  return { round: head.round, results: archived.size, equal, different: [...different], stated, found }
}

function* scoredLines(head: Head, lines: readonly SubjectLine[]): Generator<[string, string]> {
  const pinned = unpackEdition(head.edition)
  let totals: ReadonlyMap<string, Fraction> = new Map()
  for (const kind of kinds) {
    const ofKind = lines.filter(({ subject }) => subject.kind === kind)
    const kept = ofKind.map(({ subject, kept }) => ({ ...kept, subjectId: subject.id }))
    const subjects = ofKind.map(({ subject }) => subject)
    const results = [...scoreKept(pinned, kind, subjects, kept, totals)].sort(byText((one) => one.subjectId))
    const scored = results.map(({ subjectId, score }) => ({ id: subjectId, total: score.total }))
    if (kind === 'compound') totals = new Map(scored.map(({ id, total }) => [id, total]))
    const ranks = ranksOf(scored)
    for (const result of results)
      yield [result.subjectId, resultLine(result, ranks.get(result.subjectId) ?? null)]
  }
}
