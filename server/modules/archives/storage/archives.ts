import { sql } from 'kysely'
import { type Db, maybe, one, rows } from '../../../platform/database/database.ts'

export interface ArchiveToKeep {
  id: string
  roundId: string
  kind: 'final' | 'correction'
  reason: string
  edition: string
  at: string
  by: string | null
  lines: number
  results: number
  evidence: number
  bytes: number
  sha256: string
  resultsSha256: string
}

/** @returns the version that it is */
export async function insertArchive(db: Db, archive: ArchiveToKeep): Promise<number> {
  const { id, roundId, kind, reason, edition, at, by, lines, results, evidence, bytes } = archive
  const { version } = await one(
    db,
    sql<{
      version: number
    }>`INSERT INTO archives.archive (id, round_id, version, kind, reason, edition, drawn_at, drawn_by, lines,
        results, evidence, bytes, sha256, results_sha256)
      VALUES (${id}, ${roundId}, (SELECT coalesce(max(version), 0) + 1 FROM archives.archive WHERE round_id = ${roundId}::uuid),
        ${kind}, ${reason}, ${edition}, ${at}, ${by}::uuid, ${lines}, ${results}, ${evidence}, ${bytes}, ${archive.sha256},
        ${archive.resultsSha256})
      RETURNING version`,
  )
  return version
}

export async function insertPart(db: Db, archiveId: string, no: number, bytes: Buffer): Promise<void> {
  await sql`INSERT INTO archives.archive_part (archive_id, no, bytes) VALUES (${archiveId}, ${no}, ${bytes})`.execute(
    db,
  )
}

/** The packed file, piece by piece. */
export async function* partsOf(db: Db, archiveId: string): AsyncGenerator<Buffer> {
  for (let no = 0; ; no++) {
    const part = await maybe(
      db,
      sql<{
        bytes: Buffer
      }>`SELECT bytes FROM archives.archive_part WHERE archive_id = ${archiveId} AND no = ${no}`,
    )
    if (!part) return
    yield part.bytes
  }
}

export interface ArchivedResult {
  subjectId: string
  totalExact: string
  band: string | null
  rank: number | null
  sha256: string
}

export async function insertResults(
  db: Db,
  archiveId: string,
  results: readonly ArchivedResult[],
): Promise<void> {
  await sql`INSERT INTO archives.archived_result (archive_id, subject_id, total_exact, band, rank, sha256)
    SELECT ${archiveId}, * FROM jsonb_to_recordset(${JSON.stringify(results)}::jsonb)
      AS kept ("subjectId" uuid, "totalExact" text, band text, rank integer, sha256 text)`.execute(db)
}

export const resultsOf = (db: Db, archiveId: string) =>
  rows(
    db,
    sql<ArchivedResult>`SELECT subject_id AS "subjectId", total_exact AS "totalExact", band, rank, sha256
      FROM archives.archived_result WHERE archive_id = ${archiveId}`,
  )

export interface FrozenEvidence {
  no: number
  documentId: string
  name: string
  type: string
  size: number
  sha256: string
  resource: string
  recordId: string
  placeId: string | null
}

/** Modules whose records the procedure of a round consists of; what they hold of files is its evidence. */
const procedure = '^(evaluation|self-reports|grading|findings|moderation|publicity)[.]'

/**
 * Files that records of the procedure hold, about places of the round, brought since its period began: a round's records
 * carry no common key, and a file shows none but its place and its day.
 */
export const evidenceOf = (db: Db, round: { placeId: string; from: string }) =>
  rows(
    db,
    sql<FrozenEvidence>`SELECT row_number() OVER (ORDER BY a.attached_at, d.id, a.resource, a.record_id)::integer AS no,
        d.id AS "documentId", d.name, d.type, d.size, d.sha256, a.resource, a.record_id AS "recordId", d.place_id AS "placeId"
      FROM documents.published_attachment a JOIN documents.published_document d ON d.id = a.document_id
      WHERE a.resource ~ ${procedure} AND d.uploaded_at >= ${round.from}::date AND EXISTS (SELECT FROM access.place_reach reach
        WHERE reach.place_id = d.place_id AND reach.ancestor_id = ${round.placeId})
      ORDER BY no`,
  )

export async function insertEvidence(
  db: Db,
  archiveId: string,
  evidence: readonly FrozenEvidence[],
): Promise<void> {
  await sql`INSERT INTO archives.evidence (archive_id, no, document_id, name, type, size, sha256, resource, record_id, place_id)
    SELECT ${archiveId}, * FROM jsonb_to_recordset(${JSON.stringify(evidence)}::jsonb)
      AS kept (no integer, "documentId" uuid, name text, type text, size bigint, sha256 text, resource text, "recordId" text,
        "placeId" uuid)`.execute(db)
}

/** A round's archives, the newest first. */
export const archivesOf = (db: Db, roundId: string) =>
  rows(
    db,
    sql<{ id: string; version: number; sha256: string; bytes: number }>`SELECT id, version, sha256, bytes
      FROM archives.archive WHERE round_id = ${roundId} ORDER BY version DESC`,
  )

/** How a subject is named to other systems: a place by its code, an enterprise by its district's and its own. */
export interface NamedSubject {
  id: string
  tableId: string
  kind: 'compound' | 'enterprise' | 'street' | 'community' | 'district'
  code: string
  uscc: string | null
  name: string
}

export const namedSubjects = (db: Db, roundId: string) =>
  rows(
    db,
    sql<NamedSubject>`SELECT s.id, s.table_id AS "tableId", s.kind, place.code, body.uscc, s.name
      FROM evaluation.published_subject s JOIN organisations.published_place place ON place.id = s.place_id
      LEFT JOIN organisations.published_body body ON body.id = s.body_id
      WHERE s.round_id = ${roundId} AND s.listed ORDER BY s.id`,
  )
