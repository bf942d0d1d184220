import type { EditionState } from '../../../../contracts/standards/words.ts'
import type { Context } from '../../../access/context.ts'
import { refuse as refusePlatform } from '../../../platform/problems/platform-problems.ts'
import { refuse } from '../problems.ts'
import { findEdition, lastChange, type StoredEdition } from '../storage/editions.ts'

const stateWords: Record<EditionState, { zh: string; en: string }> = {
  draft: { zh: '是草稿', en: 'a draft' },
  submitted: { zh: '正在等待批准', en: 'waiting for approval' },
  published: { zh: '已经发布', en: 'published' },
  withdrawn: { zh: '已经撤销', en: 'withdrawn' },
}

/** The edition behind a guarded id, which must be in one of these states. */
export async function editionIn(
  ctx: Context,
  id: string,
  states: readonly EditionState[],
): Promise<StoredEdition> {
  const found = await findEdition(ctx.db, id)
  if (!found) throw refusePlatform('not-found')
  if (states.includes(found.state)) return found
  if (found.state === 'published') throw refuse('published-stands')
  throw refuse(states.includes('draft') ? 'not-draft' : 'not-submitted', { state: stateWords[found.state] })
}

/** Whoever acts on the whole document must have seen it as it is. */
export async function refuseUnseen(
  ctx: Context,
  { id, version }: StoredEdition,
  base: number,
): Promise<void> {
  if (base === version) return
  const by = (await lastChange(ctx.db, id))?.by ?? ''
  throw refuse('draft-moved', { by: { zh: by || '别人', en: by || 'Somebody' } })
}
