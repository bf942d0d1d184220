import { sql } from 'kysely'
import { type Db, rows } from '../../../platform/database/database.ts'

export interface Held {
  id: string
  name: string
  uploadedBy: string | null
  /** Fingerprint of a resident's telephone. */
  uploadedByPhone: string | null
  attached: boolean
  placeId: string | null
  bodyId: string | null
  /** The records of the resource that hold it, by their keys. */
  heldBy: string[]
}

/** Locks the documents, always in one order, so that two submissions cannot wait for each other. */
export async function lockDocuments(db: Db, ids: readonly string[], resource: string): Promise<Held[]> {
  return await rows(
    db,
    sql<Held>`SELECT d.id, d.name, d.uploaded_by AS "uploadedBy", d.uploaded_by_phone AS "uploadedByPhone", d.attached, d.place_id AS "placeId", d.body_id AS "bodyId",
        ARRAY(SELECT a.record_id FROM documents.attachment a WHERE a.document_id = d.id AND a.resource = ${resource}) AS "heldBy"
      FROM documents.document d WHERE d.id = ANY(${[...ids]}::uuid[]) ORDER BY d.id FOR NO KEY UPDATE OF d`,
  )
}

/** A document at a record. */
export interface Attachment {
  documentId: string
  recordId: string
}

/** Attaches documents to records; those that were loose take the record's place and body. */
export async function insertAttachments(
  db: Db,
  resource: string,
  attached: readonly (Attachment & { placeId: string | null; bodyId: string | null })[],
  { actorId, at }: { actorId: string | null; at: string },
): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(attached)}::jsonb)
    AS f ("documentId" uuid, "recordId" text, "placeId" uuid, "bodyId" uuid)`
  await sql`UPDATE documents.document d SET loose_since = NULL, place_id = f."placeId", body_id = f."bodyId"
    FROM ${given} WHERE d.id = f."documentId" AND d.loose_since IS NOT NULL`.execute(db)
  await sql`INSERT INTO documents.attachment (document_id, resource, record_id, attached_by, attached_at)
    SELECT f."documentId", ${resource}, f."recordId", ${actorId}, ${at} FROM ${given} ON CONFLICT DO NOTHING`.execute(
    db,
  )
}

/** Takes documents from records; those that no other record holds are loose from now on. */
export async function deleteAttachments(
  db: Db,
  resource: string,
  dropped: readonly Attachment[],
  at: string,
): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(dropped)}::jsonb) AS f ("documentId" uuid, "recordId" text)`
  await sql`DELETE FROM documents.attachment a USING ${given}
    WHERE a.document_id = f."documentId" AND a.resource = ${resource} AND a.record_id = f."recordId"`.execute(
    db,
  )
  await sql`UPDATE documents.document d SET loose_since = ${at}, place_id = NULL, body_id = NULL
    WHERE d.id IN (SELECT f."documentId" FROM ${given}) AND d.loose_since IS NULL
      AND NOT EXISTS (SELECT FROM documents.attachment a WHERE a.document_id = d.id)`.execute(db)
}
