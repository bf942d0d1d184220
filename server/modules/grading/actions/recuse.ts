import { defineAction } from '../../../access/action.ts'
import type { Papers } from '../papers.ts'
import { task as taskResource } from '../policy.ts'
import { refuse } from '../problems.ts'
import { type HeldTask, holdTasks } from '../storage/tasks.ts'
import { stepBack } from './step-back.ts'

/** A grader steps back from a task, with the reason. */
export const recuse = (papers: Papers) =>
  defineAction({
    verb: 'grading.grade',
    on: ({ id }: { id: string; reason: string }) => ({ resource: taskResource, id }),
    async run(ctx, { id, reason }) {
      const may = ctx.policy.filter(ctx.actor, 'grading.grade', taskResource)
      const task = (await holdTasks(ctx.db, [id], may)).get(id) as HeldTask
      if (task.state === 'submitted') throw refuse('cannot-step-back')
      if (task.roundState !== 'grading') throw refuse('stage-over', { round: task.roundName })
      const { to, tells } = await stepBack(ctx, papers, task, { accountId: ctx.actor.id, reason })
      return {
        answer: { reassigned: task.seat === null || to !== null },
        audit: {
          resource: taskResource.name,
          id,
          summary: `回避考核任务：${task.name}`,
          detail: { reason, from: task.seat, to },
        },
        tells,
      }
    },
  })
