import { type RawBuilder, sql } from 'kysely'
import type { Readable } from 'node:stream'
import type { DocumentRecord, Evidence } from '../../../../contracts/documents/staff.ts'
import type { Context } from '../../../access/context.ts'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'
import { refuse as refusePlatform } from '../../../platform/problems/platform-problems.ts'
import type { DocumentMeans } from '../means.ts'
import { document } from '../policy.ts'
import { refuse } from '../problems.ts'
import type { Variant } from '../storage/stored-files.ts'

/** Over the alias `r`. */
const evidenceColumns: RawBuilder<unknown> = sql`r.id, r.name, r.type, r.size, r.width, r.height, r.taken_at AS "takenAt",
  r.latitude, r.longitude, r.uploaded_at AS "uploadedAt"`

/** @throws 404 when there is none, or it is not the asker's to see */
export async function documentById(ctx: Context, id: string): Promise<DocumentRecord> {
  const found = await maybe(
    ctx.db,
    sql<DocumentRecord>`SELECT ${evidenceColumns}, r.sha256, r.attached,
        ${ctx.policy.can(ctx.actor, document, ['documents.see-original'])} AS can
      FROM documents.document r WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, 'documents.see', document)}`,
  )
  if (!found) throw refusePlatform('not-found')
  return found
}

/**
 * The documents that each of the records holds, in the order they were attached. The caller has made sure that the
 * asker sees the records.
 */
export async function documentsOf(
  db: Db,
  resource: string,
  recordIds: readonly string[],
): Promise<(Evidence & { recordId: string })[]> {
  return await rows(
    db,
    sql<Evidence & { recordId: string }>`SELECT a.record_id AS "recordId", ${evidenceColumns}
      FROM documents.attachment a JOIN documents.document r ON r.id = a.document_id
      WHERE a.resource = ${resource} AND a.record_id = ANY(${[...recordIds]}::text[])
      ORDER BY a.record_id, a.attached_at, r.id`,
  )
}

export interface OpenedDocument {
  name: string
  picture: boolean
  type: DocumentRecord['type']
  body: Readable
}

interface Found extends Omit<OpenedDocument, 'body'> {
  fileKey: string
  maySeeOriginal: boolean
}

/**
 * A document's bytes. `preview` of what is no picture is the file itself.
 * @throws 404 out of sight or without a thumbnail, 403 for another's original, 410 when the store has lost the file
 */
export async function openDocument(
  ctx: Context,
  { files }: DocumentMeans,
  id: string,
  wanted: Variant,
): Promise<OpenedDocument> {
  const found = await maybe(
    ctx.db,
    sql<Found>`SELECT r.name, r.type, r.file_key AS "fileKey", r.width IS NOT NULL AS picture,
        ${ctx.policy.filter(ctx.actor, 'documents.see-original', document)} AS "maySeeOriginal"
      FROM documents.document r WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, 'documents.see', document)}`,
  )
  if (!found) throw refusePlatform('not-found')
  const { fileKey, maySeeOriginal, ...described } = found
  if (wanted === 'original' && !maySeeOriginal) throw refuse('original-kept', { name: found.name })
  if (wanted === 'thumbnail' && !found.picture) throw refuse('no-picture', { name: found.name })
  const body = await files.find(fileKey, found.picture ? wanted : 'original')
  if (!body) throw refuse('file-missing', { name: found.name })
  return { ...described, body }
}

/** What a record holds, by the record: whoever asks has made sure that the asker sees it. */
export type OpenPicture = (
  db: Db,
  held: { id: string; resources: readonly string[]; recordId: string },
  wanted: Exclude<Variant, 'original'>,
) => Promise<OpenedDocument>

/** A picture's copy without the device's data. @throws 404 where the record holds no such picture, 410 when the store has lost it */
export const openPicture =
  ({ files }: DocumentMeans): OpenPicture =>
  async (db, { id, resources, recordId }, wanted) => {
    const found = await maybe(
      db,
      sql<Omit<Found, 'maySeeOriginal'>>`SELECT r.name, r.type, r.file_key AS "fileKey", true AS picture
        FROM documents.document r JOIN documents.attachment a ON a.document_id = r.id
        WHERE r.id = ${id} AND r.width IS NOT NULL AND a.record_id = ${recordId} AND a.resource = ANY(${[...resources]}::text[])
        LIMIT 1`,
    )
    if (!found) throw refusePlatform('not-found')
    const { fileKey, ...described } = found
    const body = await files.find(fileKey, wanted)
    if (!body) throw refuse('file-missing', { name: found.name })
    return { ...described, body }
  }
