import { perform } from '../../server/access/action.ts'
import { defineSheetAction } from '../../server/modules/sheet-action.ts'
import type { SheetKind } from '../../server/modules/sheet-kind.ts'
import type { Cells } from '../sheets/cells.ts'
import { acting, type Surroundings } from './accounts.ts'
import { pastClock } from './past-clock.ts'
import type { SheetStage } from './stages.ts'

/** Small enough that the server answers in between, large enough that statements are few. */
const batchSize = 1000

interface HandingIn {
  context: Surroundings
  kind: SheetKind
  stage: SheetStage
  stopped: AbortSignal
  recorded(rows: number): void
}

/**
 * Records a stage's rows by the action behind its sheet, in batches, each as the account that brings it. Recording
 * the same rows again changes nothing, so a stage that was cut short is simply handed in anew.
 */
export async function handIn({ context, kind, stage, stopped, recorded }: HandingIn): Promise<void> {
  const action = defineSheetAction(kind)
  const waiting = new Map<string, Cells[]>()
  const record = async (account: string, batch: Cells[]) => {
    stopped.throwIfAborted()
    const rows = batch.map((cells, i) => ({ row: i + 2, cells }))
    const actor = await acting(context, account)
    await perform(stage.on ? { ...actor, clock: pastClock(stage.on) } : actor, action, rows)
    recorded(batch.length)
  }
  for (const cells of stage.rows()) {
    const account = stage.by(cells)
    const batch = waiting.get(account) ?? []
    waiting.set(account, batch)
    batch.push(cells)
    if (batch.length < batchSize) continue
    waiting.delete(account)
    await record(account, batch)
  }
  for (const [account, batch] of waiting) await record(account, batch)
}
