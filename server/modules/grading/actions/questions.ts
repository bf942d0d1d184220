import { v7 as uuid } from 'uuid'
import { defineAction, type Told } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import type { Audience } from '../../../access/tell.ts'
import { task as taskResource } from '../policy.ts'
import { refuse } from '../problems.ts'
import { taskGrader } from '../storage/task-grader.ts'
import { answerInWords, insertQuestion } from '../storage/questions.ts'
import { type HeldTask, holdTasks, markReopened } from '../storage/tasks.ts'

export interface Asking {
  taskId: string
  indicator: string
  question: string
}

/**
 * A moderator's question on a row: the task opens again for that row. The caller has guarded who may ask.
 * @returns the question's id, and whom to tell
 * @throws Refusal when the task has no such row
 */
export async function reopenTask(ctx: Context, asking: Asking): Promise<Told & { questionId: string }> {
  const grader = await taskGrader(ctx.db, asking.taskId)
  if (!grader?.rows.includes(asking.indicator)) throw refuse('row-foreign', { row: asking.indicator })
  const id = uuid()
  await insertQuestion(ctx.db, { id, ...asking, by: ctx.actor.id, at: ctx.clock.now().toISOString() })
  await markReopened(ctx.db, asking.taskId)
  const audience: Audience[] = grader.accountId
    ? [{ accountId: grader.accountId }]
    : grader.bodyId
      ? [{ bodyId: grader.bodyId, roles: ['committee'] }]
      : []
  const tell = {
    to: audience,
    zh: `复核提问：${grader.name} 指标 ${asking.indicator}。${asking.question}`,
    en: `A moderator asks about row ${asking.indicator} of ${grader.name}.`,
    link: `/grading/tasks/${asking.taskId}`,
    key: `grading-question-${id}`,
  }
  return { questionId: id, tells: [tell] }
}

/** 答复复核提问, while the round is moderated: the grade stays, and why is said. */
export const answerQuestion = defineAction({
  verb: 'grading.grade',
  on: ({ id }: { id: string; questionId: string; answer: string }) => ({ resource: taskResource, id }),
  async run(ctx, { id, questionId, answer }) {
    const may = ctx.policy.filter(ctx.actor, 'grading.grade', taskResource)
    const task = (await holdTasks(ctx.db, [id], may)).get(id) as HeldTask
    if (task.roundState !== 'moderation') throw refuse('moderation-over', { round: task.roundName })
    const at = ctx.clock.now().toISOString()
    const answered = await answerInWords(ctx.db, {
      id: questionId,
      taskId: id,
      answer,
      by: ctx.actor.id,
      at,
    })
    if (!answered) throw refuse('question-unknown')
    return {
      answer: { answered: true as const },
      audit: {
        resource: taskResource.name,
        id,
        summary: `答复复核提问：指标 ${answered.indicator}`,
        detail: { questionId, answer },
      },
    }
  },
})
