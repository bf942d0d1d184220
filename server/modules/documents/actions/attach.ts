import type { Context } from '../../../access/context.ts'
import type { Db } from '../../../platform/database/database.ts'
import { refuse } from '../problems.ts'
import { deleteAttachments, type Held, insertAttachments, lockDocuments } from '../storage/attachments.ts'

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
  const ids = [...new Set(attaching.ids)]
  if (ids.length === 0) return
  const held = await lockDocuments(trx, ids, attaching)
  const fresh = held.filter((one) => !one.here)
  const foreign = fresh.filter((one) => one.uploadedBy !== ctx.actor.id)
  const unknown = ids.length - held.length + foreign.length
  if (unknown > 0) throw refuse('unknown', { count: unknown }, { field: 'evidence' })
  const elsewhere = fresh.find((one) => one.attached && !isOfScope(one, attaching))
  if (elsewhere) throw refuse('attached-elsewhere', { name: elsewhere.name }, { field: 'evidence' })
  const { placeId, bodyId } = attaching
  const [actorId, at] = [ctx.actor.id as string, ctx.clock.now().toISOString()]
  await insertAttachments(
    trx,
    fresh.map((one) => one.id),
    attaching,
    { placeId, bodyId, actorId, at },
  )
}

const isOfScope = (held: Held, { placeId, bodyId }: Attaching) =>
  held.placeId === placeId && held.bodyId === bodyId

/** Takes documents from a record that was changed; one that no record holds any more is removed after a day. */
export async function detachDocuments(
  trx: Db,
  ctx: Context,
  { ids, ...record }: Pick<Attaching, 'ids' | 'resource' | 'recordId'>,
): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  await lockDocuments(trx, wanted, record)
  await deleteAttachments(trx, wanted, record, ctx.clock.now().toISOString())
}
