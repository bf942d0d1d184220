import { sql } from 'kysely'
import type { DocumentType } from '../../../../contracts/documents/words.ts'
import { type Db, maybe, one, rows } from '../../../platform/database/database.ts'

export interface NewDocument {
  id: string
  fileKey: string
  name: string
  type: DocumentType
  size: number
  sha256: string
  width: number | null
  height: number | null
  takenAt: string | null
  latitude: number | null
  longitude: number | null
  uploadedBy: string | null
  /** Fingerprint of a resident's telephone. */
  uploadedByPhone: string | null
  at: string
}

/** Stores a document that no record holds yet. @throws the breach of document_pkey when the id is in use */
export async function insertDocument(db: Db, d: NewDocument): Promise<void> {
  await sql`INSERT INTO documents.document (id, file_key, name, type, size, sha256, width, height, taken_at, latitude, longitude,
      uploaded_by, uploaded_by_phone, uploaded_at, loose_since)
    VALUES (${d.id}, ${d.fileKey}, ${d.name}, ${d.type}, ${d.size}, ${d.sha256}, ${d.width}, ${d.height}, ${d.takenAt},
      ${d.latitude}, ${d.longitude}, ${d.uploadedBy}, ${d.uploadedByPhone}, ${d.at}, ${d.at})`.execute(db)
}

/** Whose upload bears this id, and its hash. */
export async function findUpload(db: Db, id: string) {
  return await maybe(
    db,
    sql<{
      uploadedBy: string | null
      uploadedByPhone: string | null
      sha256: string
    }>`SELECT uploaded_by AS "uploadedBy",
      uploaded_by_phone AS "uploadedByPhone", sha256
      FROM documents.document WHERE id = ${id}::uuid`,
  )
}

/** How many uploads of a person, or of a telephone, no record holds. */
export async function countLoose(
  db: Db,
  { id, phoneMark }: { id: string | null; phoneMark?: string },
): Promise<number> {
  const own = id === null ? sql`uploaded_by_phone = ${phoneMark ?? null}` : sql`uploaded_by = ${id}`
  const { count } = await one(
    db,
    sql<{ count: number }>`SELECT count(*)::int AS count FROM documents.document
      WHERE ${own} AND loose_since IS NOT NULL`,
  )
  return count
}

/** Removes the uploads that no record has held since `before`. @returns the keys of their files */
export async function deleteLoose(db: Db, before: string): Promise<string[]> {
  const gone = await rows(
    db,
    sql<{
      fileKey: string
    }>`DELETE FROM documents.document WHERE loose_since < ${before} RETURNING file_key AS "fileKey"`,
  )
  return gone.map((row) => row.fileKey)
}

/** Which of the keys some document's file lies under. */
export async function knownKeys(db: Db, keys: string[]): Promise<Set<string>> {
  const known = await rows(
    db,
    sql<{
      fileKey: string
    }>`SELECT file_key AS "fileKey" FROM documents.document WHERE file_key = ANY(${keys}::uuid[])`,
  )
  return new Set(known.map((row) => row.fileKey))
}
