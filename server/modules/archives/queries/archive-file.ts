import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { listArchivedEvidence } from '../../../../contracts/archives/staff.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { roundResource } from '../../evaluation/index.ts'
import { refuse as refuseArchive } from '../problems.ts'
import { partsOf } from '../storage/archives.ts'

/** The archive's file as it was packed. @throws 404 when there is none, or out of sight */
export async function archiveFile(ctx: Context, asked: { id: string; version: number }) {
  const found = await maybe(
    ctx.db,
    sql<{ id: string; year: number; name: string }>`SELECT a.id, r.year, r.name FROM archives.archive a
      JOIN evaluation.published_round r ON r.id = a.round_id
      WHERE a.round_id = ${asked.id} AND a.version = ${asked.version}
        AND ${ctx.policy.filter(ctx.actor, 'archives.download', roundResource)}`,
  )
  if (!found) throw await whyNone(ctx, asked.id)
  const name = `${found.year} ${found.name} 归档 v${asked.version}.ndjson.gz`.replaceAll('/', '-')
  return { name, type: 'application/gzip', body: Readable.from(partsOf(ctx.db, found.id)) }
}

/** A round out of sight is not there; one in sight has no such archive. */
export async function whyNone(ctx: Context, roundId: string, verb = 'archives.download') {
  const seen = await maybe(
    ctx.db,
    sql`SELECT FROM evaluation.published_round r
      WHERE r.id = ${roundId} AND ${ctx.policy.filter(ctx.actor, verb, roundResource)}`,
  )
  return seen ? refuseArchive('not-frozen', {}, { clause: '6.8.2' }) : refuse('not-found')
}

type Query = Received<typeof listArchivedEvidence>['query']
type Row = Answer<typeof listArchivedEvidence>['rows'][number]

/** Files that the procedure's records held, in the order they were attached. */
export async function archivedEvidence(ctx: Context, query: Query) {
  const found = await rows(
    ctx.db,
    sql<Row>`SELECT e.no, e.document_id AS "documentId", e.name, e.type, e.size::integer, e.sha256, e.resource
      FROM archives.evidence e JOIN archives.archive a ON a.id = e.archive_id
      JOIN evaluation.published_round r ON r.id = a.round_id
      WHERE a.round_id = ${query.round} AND a.version = ${query.version}
        AND ${ctx.policy.filter(ctx.actor, 'archives.download', roundResource)}
        ${query.after ? sql`AND e.no > ${query.after}::integer` : sql``}
      ORDER BY e.no ${limitTo(query.limit + 1)}`,
  )
  const page = found.slice(0, query.limit)
  return { rows: page, next: found.length > query.limit ? String(page.at(-1)?.no) : null }
}
