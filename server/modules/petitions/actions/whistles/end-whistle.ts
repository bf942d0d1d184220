import { defineAction } from '../../../../access/action.ts'
import { whistle } from '../../policy.ts'
import { refuse } from '../../problems.ts'
import * as store from '../../storage/whistles.ts'

interface Ending {
  id: string
  result: string
  ratings: { seq: number; rated: number }[]
}

/** Ended with what came of it; both sides are rated. Who never came stands as not in time. */
export const endWhistle = defineAction({
  verb: 'petitions.end-whistle',
  on: ({ id }: Ending) => ({ resource: whistle, id }),
  async run(ctx, { id, result, ratings }) {
    const called = await store.whistleById(ctx.db, id)
    if (called.state !== 'open') throw refuse('whistle-over')
    await store.endWhistle(ctx.db, { id, state: 'ended', result, at: ctx.clock.now().toISOString(), ratings })
    return {
      answer: { state: 'ended' as const },
      audit: { resource: whistle.name, id, summary: `结束吹哨 ${called.number}`, detail: { ratings } },
    }
  },
})

/** Called off: counts for nobody. */
export const cancelWhistle = defineAction({
  verb: 'petitions.end-whistle',
  on: ({ id }: { id: string; reason: string }) => ({ resource: whistle, id }),
  async run(ctx, { id, reason }) {
    const called = await store.whistleById(ctx.db, id)
    if (called.state !== 'open') throw refuse('whistle-over')
    await store.endWhistle(ctx.db, {
      id,
      state: 'cancelled',
      result: reason,
      at: ctx.clock.now().toISOString(),
      ratings: [],
    })
    return {
      answer: { state: 'cancelled' as const },
      audit: { resource: whistle.name, id, summary: `取消吹哨 ${called.number}`, detail: { reason } },
    }
  },
})
