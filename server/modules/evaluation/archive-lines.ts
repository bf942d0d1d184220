import { createHash } from 'node:crypto'
import type { Db } from '../../platform/database/database.ts'
import type { Editions } from '../../rulebook/load.ts'
import { packEdition, unpackEdition } from '../../rulebook/pack-edition.ts'
import { canonicalJson } from '../../values/canonical-json.ts'
import { Fraction } from '../../values/fraction.ts'
import type { SubjectKind } from '../fact-source.ts'
import { refuse } from './problems.ts'
import { scoreKept } from './kept-scoring.ts'
import { papersOf } from './papers-of-round.ts'
import { ranksOf } from './rules/ranks.ts'
import {
  type ArchivedSubject,
  type ResultLine,
  resultsForArchive,
  subjectsForArchive,
} from './storage/archived.ts'
import { keepsReadings, type Kept, keptOf } from './storage/kept-readings.ts'
import type { Result } from './storage/results.ts'
import { findRound, type Round } from './storage/rounds.ts'

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
  subject: ArchivedSubject
  kept: Omit<Kept, 'subjectId'>
}

/** Draws the archive of a round from what was kept and what was shown. @throws when the round keeps no readings */
export async function* archiveLines(db: Db, editions: Editions, roundId: string): AsyncGenerator<string> {
  const round = (await findRound(db, roundId)) as Round
  const run = round.currentRun
  if (run === null || !(await keepsReadings(db, run))) throw refuse('not-kept')
  const { id, year, name, placeId, from, to } = round
  const packed = packEdition((await papersOf({ editions }, round)).edition)
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
    for (const result of await resultsForArchive(db, run, kind)) {
      const line = canonicalJson(result)
      hash.update(`${line}\n`)
      results++
      yield line
    }
  yield canonicalJson({ end: { results, sha256: hash.digest('hex') } })
}

async function* subjectLines(db: Db, round: { id: string; run: number }, kind: SubjectKind) {
  const subjects = await subjectsForArchive(db, round.id, kind)
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
