import { createHash, type Hash } from 'node:crypto'
import { once } from 'node:events'
import { createGzip } from 'node:zlib'
import { v7 as uuid } from 'uuid'
import type { Context } from '../../access/context.ts'
import type { Editions } from '../../rulebook/load.ts'
import { canonicalJson } from '../../values/canonical-json.ts'
import { archiveLines } from '../evaluation/index.ts'
import type { StageRound } from '../stage-room.ts'
import {
  type ArchivedResult,
  evidenceOf,
  type FrozenEvidence,
  insertArchive,
  insertEvidence,
  insertPart,
  insertResults,
} from './storage/archives.ts'

export interface Drawn {
  id: string
  version: number
  /** Of all lines, evidence included. */
  lines: number
  /** Packed. */
  bytes: number
  sha256: string
  resultsSha256: string
  results: ArchivedResult[]
}

interface Read {
  lines: number
  results: ArchivedResult[]
  resultsSha256: string
}

const sha256 = (): Hash => createHash('sha256')

/** What the archive says of results, read as its lines go by. */
async function* listened(lines: AsyncIterable<string>, read: Read): AsyncGenerator<string> {
  for await (const line of lines) {
    read.lines++
    // Canonical JSON: a line's first key tells its kind.
    if (line.startsWith('{"band":')) keepResult(line, read)
    else if (line.startsWith('{"end":'))
      read.resultsSha256 = (JSON.parse(line) as { end: { sha256: string } }).end.sha256
    yield line
  }
}

function keepResult(line: string, read: Read): void {
  const { result, total, band, rank } = JSON.parse(line) as {
    result: string
    total: string
    band: string | null
    rank: number | null
  }
  read.results.push({
    subjectId: result,
    totalExact: total,
    band,
    rank,
    sha256: sha256().update(line).digest('hex'),
  })
}

/** Results of a round with their hashes, without keeping an archive: what is laid open in publicity. */
export async function readResults(ctx: Context, editions: Editions, roundId: string): Promise<Read> {
  const read: Read = { lines: 0, results: [], resultsSha256: '' }
  for await (const _ of listened(archiveLines(ctx.db, editions, roundId), read)) continue
  return read
}

async function* withEvidence(lines: AsyncIterable<string>, evidence: readonly FrozenEvidence[]) {
  yield* lines
  for (const one of evidence) yield canonicalJson({ evidence: one })
}

const partSize = 1024 * 1024

/** Some megabytes for a city: held whole until its hash is known. */
async function pack(lines: AsyncIterable<string>): Promise<Buffer> {
  const gzip = createGzip({ level: 9 })
  const pieces: Buffer[] = []
  gzip.on('data', (piece: Buffer) => pieces.push(piece))
  const ended = once(gzip, 'end')
  for await (const line of lines) if (!gzip.write(`${line}\n`)) await once(gzip, 'drain')
  gzip.end()
  await ended
  return Buffer.concat(pieces)
}

/**
 * Freezes a round's result: everything it follows from, packed, with its hashes. In the caller's transaction.
 * @throws when the round keeps no readings
 */
export async function drawArchive(
  ctx: Context,
  editions: Editions,
  round: StageRound,
  { kind, reason = '' }: { kind: 'final' | 'correction'; reason?: string },
): Promise<Drawn> {
  const { db } = ctx
  const id = uuid()
  const evidence = await evidenceOf(db, round)
  const read: Read = { lines: 0, results: [], resultsSha256: '' }
  const packed = await pack(withEvidence(listened(archiveLines(db, editions, round.id), read), evidence))
  const lines = read.lines + evidence.length
  const hash = sha256().update(packed).digest('hex')
  const version = await insertArchive(db, {
    id,
    roundId: round.id,
    kind,
    reason,
    edition: round.edition,
    at: ctx.clock.now().toISOString(),
    by: ctx.actor.id,
    lines,
    results: read.results.length,
    evidence: evidence.length,
    bytes: packed.length,
    sha256: hash,
    resultsSha256: read.resultsSha256,
  })
  for (let at = 0; at < packed.length; at += partSize)
    await insertPart(db, id, at / partSize, packed.subarray(at, at + partSize))
  await insertResults(db, id, read.results)
  if (evidence.length > 0) await insertEvidence(db, id, evidence)
  const { resultsSha256, results } = read
  return { id, version, lines, bytes: packed.length, sha256: hash, resultsSha256, results }
}
