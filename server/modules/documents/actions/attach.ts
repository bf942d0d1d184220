import type { Context } from '../../../access/context.ts'
import type { Db } from '../../../platform/database/database.ts'
import { openAttachments } from './attach-many.ts'

export interface Attaching {
  ids: readonly string[]
  /** The policy resource of the record that holds them, such as grading.grade. */
  resource: string
  recordId: string
  /** Whom the record concerns: who may see the record's place or belongs to its body sees the documents. */
  placeId: string | null
  bodyId: string | null
}

/**
 * Attaches documents to a record, inside the action that writes the record. A person attaches own uploads; one of them
 * may serve several records of the same place and body; what the record holds already stays, whoever brought it.
 * @throws Refusal when one is unknown, somebody else's, or belongs to another place or body
 */
export async function attachDocuments(trx: Db, ctx: Context, attaching: Attaching): Promise<void> {
  const attachments = await openAttachments(trx, ctx, attaching)
  attachments.take(attaching)
  await attachments.write()
}

/** Takes documents from a record that was changed; one that no record holds any more is removed after a day. */
export async function detachDocuments(
  trx: Db,
  ctx: Context,
  { ids, resource, recordId }: Pick<Attaching, 'ids' | 'resource' | 'recordId'>,
): Promise<void> {
  const attachments = await openAttachments(trx, ctx, { ids, resource })
  attachments.drop({ ids, recordId })
  await attachments.write()
}
