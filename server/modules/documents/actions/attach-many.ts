import type { Context } from '../../../access/context.ts'
import type { Db } from '../../../platform/database/database.ts'
import { refuse } from '../problems.ts'
import { deleteAttachments, type Held, insertAttachments, lockDocuments } from '../storage/attachments.ts'
import type { Attaching } from './attach.ts'

/** Documents for many records of one kind: locked once, judged record by record, written at once. */
export interface Attachments {
  /**
   * Judges what a record shall hold besides what it holds already.
   * @throws Refusal when a document is unknown, somebody else's, or belongs to another place or body; nothing of it is kept then
   */
  take(record: Omit<Attaching, 'resource'>): void
  /** Takes documents from a record; one that no record holds any more is removed after a day. */
  drop(record: Pick<Attaching, 'ids' | 'recordId'>): void
  /** Writes all of it, in as many statements whatever their number. */
  write(): Promise<void>
}

/** @param ids every document that will be named */
export async function openAttachments(
  trx: Db,
  ctx: Context,
  { ids, resource }: { ids: readonly string[]; resource: string },
): Promise<Attachments> {
  const wanted = [...new Set(ids)]
  const held = wanted.length === 0 ? [] : await lockDocuments(trx, wanted, resource)
  const known = new Map(held.map((one) => [one.id, one]))
  const taken: { documentId: string; recordId: string; placeId: string | null; bodyId: string | null }[] = []
  const dropped: { documentId: string; recordId: string }[] = []
  return {
    take({ ids: named, recordId, placeId, bodyId }) {
      const all = [...new Set(named)].map((id) => known.get(id))
      const fresh = all.filter((one) => !one?.heldBy.includes(recordId))
      const mine = fresh.filter((one): one is Held => one !== undefined && isOwn(ctx, one))
      const unknown = fresh.length - mine.length
      if (unknown > 0) throw refuse('unknown', { count: unknown }, { field: 'evidence' })
      const elsewhere = mine.find(
        (one) => one.attached && !(one.placeId === placeId && one.bodyId === bodyId),
      )
      if (elsewhere) throw refuse('attached-elsewhere', { name: elsewhere.name }, { field: 'evidence' })
      for (const one of mine) {
        taken.push({ documentId: one.id, recordId, placeId, bodyId })
        Object.assign(one, { attached: true, placeId, bodyId, heldBy: [...one.heldBy, recordId] })
      }
    },
    drop({ ids: named, recordId }) {
      for (const documentId of new Set(named)) dropped.push({ documentId, recordId })
    },
    async write() {
      const at = ctx.clock.now().toISOString()
      if (dropped.length > 0) await deleteAttachments(trx, resource, dropped, at)
      if (taken.length > 0) await insertAttachments(trx, resource, taken, { actorId: ctx.actor.id, at })
    },
  }
}

/** Brought by the asker: by account, or by the telephone that a resident has proved. */
export const isOwn = (
  { actor }: Pick<Context, 'actor'>,
  { uploadedBy, uploadedByPhone }: Pick<Held, 'uploadedBy' | 'uploadedByPhone'>,
): boolean =>
  actor.id === null
    ? uploadedByPhone !== null && uploadedByPhone === actor.phoneMark
    : uploadedBy === actor.id
