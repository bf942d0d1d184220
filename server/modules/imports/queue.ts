import type { Context } from '../../access/context.ts'
import { isDatabaseAway } from '../../platform/database/database-away.ts'
import { Refusal } from '../../platform/problems/refusal.ts'
import { checkRun } from './actions/check-run.ts'
import { DoneElsewhere, importRun, NoLongerSound } from './actions/import-run.ts'
import { BatchFault } from './actions/record-batch.ts'
import { BrokenOff, contextOf, type Workshop } from './actions/work.ts'
import { refuse } from './problems.ts'
import { isAbandoned } from './storage/work-lock.ts'
import { advance, endWork, getRun, inWork, nextInQueue, type Problem, queueCheck } from './storage/runs.ts'

type Surroundings = Omit<Context, 'actor'>

/** Until the queue looks again, after the database was away or while somebody else still holds a run. */
const retryMs = 1_000

/**
 * Checks and records sheets one after the other, in this process. What waits and what was under way stands in
 * imports.run alone, so it survives a restart; see docs/decisions/0005.
 */
export class ImportQueue {
  readonly #shop: Workshop
  #working: Promise<void> | undefined
  #asked = false
  #stopping = false
  #retry: NodeJS.Timeout | undefined

  constructor(shop: Omit<Workshop, 'stopping'>) {
    this.#shop = { ...shop, stopping: () => this.#stopping }
  }

  /** Something was put in the queue. Returns at once. */
  wake(context: Surroundings): void {
    this.#asked = true
    this.#working ??= this.#drain(context)
      .catch(() => this.#resumeLater(context))
      .finally(() => {
        this.#working = undefined
      })
  }

  /** After a start: what the last process left in the middle is settled, the queue goes on. */
  async resume(context: Surroundings): Promise<void> {
    let isHeld = false
    for (const run of await inWork(context.db))
      isHeld = !(await this.#settleAbandoned(context, run.id)) || isHeld
    if (isHeld) this.#resumeLater(context)
    this.wake(context)
  }

  /** What a database that went away left unsettled is settled once it is back. */
  #resumeLater(context: Surroundings): void {
    if (this.#stopping) return
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => void this.resume(context).catch(() => this.#resumeLater(context)), retryMs)
    this.#retry.unref()
  }

  /** Breaks the work off between two batches and waits until it has been taken back. */
  async stop(): Promise<void> {
    this.#stopping = true
    clearTimeout(this.#retry)
    await this.#working
  }

  async #drain(context: Surroundings): Promise<void> {
    while (this.#asked && !this.#stopping) {
      this.#asked = false
      for (
        let next = await nextInQueue(context.db);
        next && !this.#stopping;
        next = await nextInQueue(context.db)
      )
        await this.#work(context, next.id, next.state === 'waiting-check')
    }
  }

  async #work(context: Surroundings, id: string, isCheck: boolean): Promise<void> {
    try {
      const ctx = await contextOf(context, await getRun(context.db, id), this.#shop)
      await (isCheck ? checkRun(ctx, id, this.#shop) : importRun(ctx, id, this.#shop))
    } catch (fault) {
      await this.#settle(context, id, isCheck, fault)
    }
  }

  /** Whatever stopped the work, the transaction is gone by now and nothing was saved; the run says what comes next. */
  async #settle(context: Surroundings, id: string, isCheck: boolean, fault: unknown): Promise<void> {
    const now = context.clock.now().toISOString()
    if (fault instanceof DoneElsewhere) return
    if (fault instanceof NoLongerSound)
      return queueCheck(context.db, id, now, problemOf(refuse('changed-since-check')))
    if (isCheck && (fault instanceof BrokenOff || isDatabaseAway(fault)))
      return queueCheck(context.db, id, now, null)
    const state = isCheck ? 'unreadable' : 'interrupted'
    await endWork(context.db, id, { state, at: isCheck ? now : null, problem: explained(fault) })
  }

  /** @returns false while somebody, perhaps only the last statement of a killed process, still holds it */
  async #settleAbandoned(context: Surroundings, id: string): Promise<boolean> {
    return await context.db.transaction().execute(async (trx) => {
      if (!(await isAbandoned(trx, id))) return false
      if (await advance(trx, id, ['checking'], 'waiting-check')) return true
      if (await advance(trx, id, ['importing'], 'interrupted'))
        await endWork(trx, id, { state: 'interrupted', at: null, problem: problemOf(refuse('interrupted')) })
      return true
    })
  }
}

const problemOf = ({ code, zh, en }: Refusal): Problem => ({ code, zh, en })

function explained(fault: unknown): Problem & { cause?: string } {
  if (fault instanceof Refusal) return problemOf(fault)
  if (fault instanceof BrokenOff || isDatabaseAway(fault)) return problemOf(refuse('interrupted'))
  const { from, to } = fault instanceof BatchFault ? fault : { from: 1, to: 1 }
  // Kept for the administrator who looks into the table; never sent out.
  return { ...problemOf(refuse('broken', { from, to })), cause: (fault as Error).message.slice(0, 300) }
}
