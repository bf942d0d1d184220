import { type DecisionState, decisionName } from '../../../../contracts/findings/words.ts'
import { defineAction, type Done } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import type { Telling } from '../../../access/tell.ts'
import { decision } from '../policy.ts'
import { refuse } from '../problems.ts'
import * as store from '../storage/decisions.ts'
import { decisionSays, writeDecisionReadings } from './decision-readings.ts'
import { refuseFrozenRound } from './propose-decision.ts'

interface Settling {
  id: string
  outcome: 'decided' | 'rejected'
  note: string
}

/** 批准或不批准: by another than who proposed it. Taken, it goes before everything else that is known of the row. */
export const settleDecision = defineAction({
  verb: 'findings.settle-decision',
  on: ({ id }: Settling) => ({ resource: decision, id }),
  async run(ctx, { id, outcome, note }): Promise<Done<{ state: DecisionState; name: string | null }>> {
    const proposed = await openDecision(ctx, id)
    if (proposed.state !== 'proposed') throw refuse('not-proposed')
    if (proposed.proposedBy === ctx.actor.id) throw refuse('own-proposal')
    const stamp = { by: ctx.actor.id, at: ctx.clock.now().toISOString() }
    const audit = (summary: string) => ({ resource: decision.name, id, summary, detail: { outcome, note } })
    const proposer: Telling = {
      to: [{ accountId: proposed.proposedBy }],
      zh: `您提出的不适用决定（${proposed.indicator}）${outcome === 'decided' ? '已批准' : `未批准：${note}`}`,
      en: `Your proposal (${proposed.indicator}) was ${outcome === 'decided' ? 'accepted' : 'rejected'}.`,
      link: `/findings/decisions/${id}`,
    }
    if (outcome === 'rejected') {
      if (note.length < 4) throw refuse('note-missing', {}, { field: 'note' })
      await store.reject(ctx.db, id, note, stamp)
      return {
        answer: { state: 'rejected', name: null },
        audit: audit(`不批准对 ${proposed.indicator} 的不适用决定`),
        tells: [proposer],
      }
    }
    const subjects = await store.meantSubjects(ctx.db, proposed)
    if (subjects.length === 0) throw refuse('nobody-concerned')
    const number = await store.decide(ctx.db, proposed, note, stamp, subjects)
    await writeDecisionReadings(ctx, proposed, number, subjects, { standing: 'decision', reason: '' })
    const name = decisionName(proposed.year, number)
    const told = [...new Set(subjects.flatMap((one) => one.toldId ?? []))]
    return {
      answer: { state: 'decided', name },
      audit: audit(`批准${name}：${subjects.length} 个对象不适用 ${proposed.indicator}`),
      tells: [
        proposer,
        {
          to: told.map((bodyId) => ({ bodyId, roles: ['enterprise' as const] })),
          zh: `${decisionSays(proposed, number)} 指标 ${proposed.indicator} 对您的评价对象不计分，分值在本组内重新分配。`,
          en: `${proposed.indicator} was found not to apply to you; its points are spread within the group.`,
          link: `/findings/decisions/${id}`,
        },
      ].filter(({ to }) => to.length > 0),
    }
  },
})

/** 撤销: the decision falls, and what was recorded of the row counts again. */
export const withdrawDecision = defineAction({
  verb: 'findings.settle-decision',
  on: ({ id }: { id: string; reason: string }) => ({ resource: decision, id }),
  async run(ctx, { id, reason }) {
    const taken = await openDecision(ctx, id)
    if (taken.state !== 'decided' || taken.number === null) throw refuse('not-decided')
    const stamp = { by: ctx.actor.id, at: ctx.clock.now().toISOString() }
    const subjects = await store.decidedSubjects(ctx.db, id)
    await store.withdrawDecided(ctx.db, id, reason, stamp)
    await writeDecisionReadings(ctx, taken, taken.number, subjects, { standing: 'withdrawn', reason })
    const summary = `撤销${decisionName(taken.year, taken.number)}`
    return {
      answer: { state: 'withdrawn' as const },
      audit: { resource: decision.name, id, summary, detail: { reason, subjects: subjects.length } },
    }
  },
})

/** @throws where the round it belongs to is frozen */
async function openDecision(ctx: Context, id: string): Promise<store.KeptDecision> {
  const kept = await store.decisionById(ctx.db, id)
  refuseFrozenRound((await store.heldRound(ctx.db, kept.roundId)) as store.DecidedRound)
  return kept
}
