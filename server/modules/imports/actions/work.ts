import type { Actor } from '../../../access/actor.ts'
import type { Context } from '../../../access/context.ts'
import type { Db } from '../../../platform/database/database.ts'
import { openSheet } from '../../../platform/spreadsheet/open-sheet.ts'
import type { SheetKind } from '../../sheet-kind.ts'
import { refuse } from '../problems.ts'
import { kindOf } from '../sheets/kinds.ts'
import { getRun, noteProgress, type Run } from '../storage/runs.ts'
import type { Uploads } from '../storage/uploads.ts'
import { isFree } from '../storage/work-lock.ts'
import type { SheetWork } from './record-sheet.ts'

/** What the work in the background needs besides the database. */
export interface Workshop {
  kinds: readonly SheetKind[]
  uploads: Uploads
  /** Whoever uploaded, with the rights of today. */
  actor(id: string): Promise<Actor | undefined>
  /** Whether the process is about to end. */
  stopping(): boolean
}

/** Thrown between two batches when the process ends; the transaction then takes everything back. */
export class BrokenOff extends Error {}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const lockPollMs = 200

/** Waits until no other sheet is being recorded, in whichever process, and holds the place until the transaction ends. */
export async function takeTurn(trx: Db, id: string, shop: Workshop): Promise<void> {
  while (!(await isFree(trx, id))) {
    if (shop.stopping()) throw new BrokenOff()
    await pause(lockPollMs)
  }
}

/** The uploader's own context. @throws Refusal when the account is closed */
export async function contextOf(context: Omit<Context, 'actor'>, run: Run, shop: Workshop): Promise<Context> {
  const actor = await shop.actor(run.uploadedBy)
  if (!actor) throw refuse('account-closed')
  return { ...context, actor }
}

/** The run's file, opened. Progress is noted outside the transaction, where others can see it. */
export async function prepare(
  db: Db,
  id: string,
  ctx: Pick<Context, 'keys'>,
  shop: Workshop,
): Promise<Omit<SheetWork, 'found' | 'telling'>> {
  const run = await getRun(db, id)
  const kind = kindOf(shop.kinds, run.kind)
  const sheet = await openSheet(await shop.uploads.open(id, ctx.keys))
  await noteProgress(db, id, 0, Math.max(0, sheet.rowCount - 1))
  return {
    kind,
    kinds: shop.kinds,
    sheet,
    decisions: run.decisions,
    async progress(done) {
      if (shop.stopping()) throw new BrokenOff()
      await noteProgress(db, id, done)
    },
  }
}
