import { sql } from 'kysely'
import { type Db, rows } from '../../../platform/database/database.ts'

/** A record of another module: its resource's name and its key. */
export interface RecordRef {
  resource: string
  recordId: string
}

export interface Held {
  id: string
  name: string
  uploadedBy: string
  attached: boolean
  placeId: string | null
  bodyId: string | null
  /** Whether this very record holds it already. */
  here: boolean
}

/** Locks the documents, always in one order, so that two submissions cannot wait for each other. */
export async function lockDocuments(
  db: Db,
  ids: string[],
  { resource, recordId }: RecordRef,
): Promise<Held[]> {
  return await rows(
    db,
    sql<Held>`SELECT d.id, d.name, d.uploaded_by AS "uploadedBy", d.attached, d.place_id AS "placeId", d.body_id AS "bodyId",
        EXISTS (SELECT FROM documents.attachment a WHERE a.document_id = d.id AND a.resource = ${resource}
          AND a.record_id = ${recordId}) AS here
      FROM documents.document d WHERE d.id = ANY(${ids}::uuid[]) ORDER BY d.id FOR NO KEY UPDATE OF d`,
  )
}

/** Attaches documents to a record; those that were loose take its place and body. */
export async function insertAttachments(
  db: Db,
  ids: string[],
  { resource, recordId }: RecordRef,
  scope: { placeId: string | null; bodyId: string | null; actorId: string; at: string },
): Promise<void> {
  await sql`UPDATE documents.document SET loose_since = NULL, place_id = ${scope.placeId}, body_id = ${scope.bodyId}
    WHERE id = ANY(${ids}::uuid[]) AND loose_since IS NOT NULL`.execute(db)
  await sql`INSERT INTO documents.attachment (document_id, resource, record_id, attached_by, attached_at)
    SELECT id, ${resource}, ${recordId}, ${scope.actorId}, ${scope.at} FROM unnest(${ids}::uuid[]) AS wanted (id)
    ON CONFLICT DO NOTHING`.execute(db)
}

/** Takes documents from a record; those that no other record holds are loose from now on. */
export async function deleteAttachments(
  db: Db,
  ids: string[],
  { resource, recordId }: RecordRef,
  at: string,
): Promise<void> {
  await sql`DELETE FROM documents.attachment WHERE document_id = ANY(${ids}::uuid[]) AND resource = ${resource}
    AND record_id = ${recordId}`.execute(db)
  await sql`UPDATE documents.document d SET loose_since = ${at}, place_id = NULL, body_id = NULL
    WHERE d.id = ANY(${ids}::uuid[]) AND d.loose_since IS NULL
      AND NOT EXISTS (SELECT FROM documents.attachment a WHERE a.document_id = d.id)`.execute(db)
}
