import type { Context } from '../../../access/context.ts'
import { attachDocuments, showRecordsTo } from '../../documents/index.ts'
import { claim as claimResource, proofResource } from '../policy.ts'
import type { Advanced } from './advance.ts'

/** Photos and papers of handlers; the firm that a complaint is about sees what it brought itself alone. */
export async function attachProof(
  ctx: Context,
  { filed, before }: Pick<Advanced, 'filed' | 'before'>,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await attachDocuments(ctx.db, ctx, {
    ids,
    resource: proofResource,
    recordId: filed.id,
    placeId: filed.placeId,
    bodyId: before.handler.bodyId,
  })
}

/**
 * Whoever has a claim in hand sees what came with it and what was brought since: another body than before instead of
 * it. What came with a complaint about the firm is not for the firm.
 */
export async function showPapersTo(
  ctx: Context,
  { filed, claim }: Pick<Advanced, 'filed' | 'claim'>,
): Promise<void> {
  const { bodyId } = claim.handler
  const shown = bodyId === null || (filed.aboutFirm && bodyId === filed.providerId) ? [] : [bodyId]
  await showRecordsTo(ctx.db, {
    resources: [claimResource.name, proofResource],
    recordId: filed.id,
    bodyIds: shown,
  })
}
