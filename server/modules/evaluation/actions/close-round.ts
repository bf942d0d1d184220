import { defineAction } from '../../../access/action.ts'
import { round as roundResource } from '../policy.ts'
import { refuse } from '../problems.ts'
import { mayClose } from '../rules/stages.ts'
import { isPlaceFree } from '../storage/pass-lock.ts'
import { moveRound } from '../storage/round-events.ts'
import { findRound, type Round } from '../storage/rounds.ts'

/** Ends a round without a result: its scores stay as they are, nothing is computed again. */
export const closeRound = defineAction({
  verb: 'evaluation.close-round',
  on: (input: { id: string; reason: string }) => ({ resource: roundResource, id: input.id }),
  async run(ctx, { id, reason }) {
    const round = (await findRound(ctx.db, id)) as Round
    if (round.state === 'closed') throw refuse('round-closed')
    if (!mayClose(round.state)) throw refuse('round-published')
    // A pass that ended afterwards would change what has just been closed.
    if (!(await isPlaceFree(ctx.db, id))) throw refuse('run-running', { seconds: 30 })
    const at = ctx.clock.now().toISOString()
    await moveRound(ctx.db, id, { kind: 'closed', at, data: { decision: reason } }, ctx.actor.id)
    const summary = `结束 ${round.year} 年评价轮次“${round.name}”`
    return {
      answer: { closed: true as const },
      audit: { resource: roundResource.name, id, summary, detail: { reason } },
    }
  },
})
