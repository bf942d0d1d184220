import { defineAction } from '../../../access/action.ts'
import { task as taskResource } from '../policy.ts'
import { refuse } from '../problems.ts'
import { type HeldTask, holdTasks, markTaken } from '../storage/tasks.ts'

/** 接手, while the round is graded: a colleague of the same office goes on where another cannot. What is graded stays. */
export const takeTask = defineAction({
  verb: 'grading.take-task',
  on: ({ id }: { id: string }) => ({ resource: taskResource, id }),
  async run(ctx, { id }) {
    const may = ctx.policy.filter(ctx.actor, 'grading.take-task', taskResource)
    const task = (await holdTasks(ctx.db, [id], may)).get(id) as HeldTask
    if (task.roundState !== 'grading') throw refuse('stage-over', { round: task.roundName })
    if (task.state === 'submitted') throw refuse('submitted')
    await markTaken(ctx.db, [id], ctx.actor.id, ctx.clock.now().toISOString())
    return {
      answer: { taken: true as const },
      audit: {
        resource: taskResource.name,
        id,
        summary: `接手考核任务：${task.name}`,
        detail: { before: task.takenBy },
      },
    }
  },
})
