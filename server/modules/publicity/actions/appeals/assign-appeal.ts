import { defineAction } from '../../../../access/action.ts'
import { appeal } from '../../policy.ts'
import { refuse } from '../../problems.ts'
import { appealById, assign, candidatesOf, type KeptAppeal } from '../../storage/appeals/appeals.ts'
import { whyNotAppeal } from '../../why-not-judge.ts'

interface Assignment {
  id: string
  assigneeId: string
  reason: string
}

/** 指定处理人: the city gives an appeal to somebody else than who graded, declared or moderated what it is about. */
export const assignAppeal = defineAction({
  verb: 'publicity.assign-appeals',
  on: ({ id }: Assignment) => ({ resource: appeal, id, why: whyNotAppeal(id) }),
  async run(ctx, { id, assigneeId, reason }) {
    const kept = (await appealById(ctx.db, id)) as KeptAppeal
    const { number } = kept
    if (kept.state !== 'open') throw refuse('appeal-settled', { number })
    const chosen = (await candidatesOf(ctx.db, id, ctx.clock.today())).find((one) => one.id === assigneeId)
    if (!chosen) throw refuse('not-candidate', { number }, { field: 'assigneeId' })
    await assign(ctx.db, id, { assigneeId, reason }, { by: ctx.actor.id, at: ctx.clock.now().toISOString() })
    return {
      answer: { assigned: true as const },
      audit: {
        resource: appeal.name,
        id,
        summary: `申诉 ${number} 指定由“${chosen.name}”处理`,
        detail: { from: kept.assigneeId, to: assigneeId, reason },
      },
      tells: [
        {
          to: [{ accountId: assigneeId }],
          zh: `申诉 ${number}（${kept.subjectName}）指定由您处理，请答复。`,
          en: `Appeal ${number} (${kept.subjectName}) was given to you.`,
          link: `/publicity/appeals/${id}`,
          key: `appeal-assigned:${id}:${assigneeId}:${ctx.clock.now().toISOString()}`,
        },
      ],
    }
  },
})
