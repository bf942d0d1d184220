import { defineAction } from '../../../access/action.ts'
import { lateConflict } from '../policy.ts'
import { settleConflicts } from '../storage/barred-work.ts'

/**
 * A grader turned out to be bound to a subject whose result is out: what was found and done about it (an appeal, a correction,
 * or nothing where the evidence bears the grade out). The grade itself is changed there alone.
 */
export const settleConflict = defineAction({
  verb: 'grading.settle-conflicts',
  on: ({ id }: { id: string; note: string }) => ({ resource: lateConflict, id, lock: 'none' }),
  async run(ctx, { id, note }) {
    await settleConflicts(ctx.db, id, { note, by: ctx.actor.id, at: ctx.clock.now().toISOString() })
    return {
      answer: { settled: true as const },
      audit: { resource: lateConflict.name, id, summary: '写明须回避评分的处理结果', detail: { note } },
    }
  },
})
