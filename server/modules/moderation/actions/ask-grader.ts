import { defineAction } from '../../../access/action.ts'
import { reopenTask, whyBarred } from '../../grading/index.ts'
import { review } from '../policy.ts'
import { refuse } from '../problems.ts'
import { gradesOfRound, type StoredGrade } from '../storage/inputs.ts'
import { isAsked, keepEvent, type ReviewScene, heldScene } from '../storage/reviews.ts'

interface Question {
  id: string
  taskId: string
  row: string
  question: string
}

/** 退回提问: the row goes back to its grader, who grades anew or explains. */
export const askGrader = defineAction({
  verb: 'moderation.ask',
  on: ({ id }: Question) => ({ resource: review, id, why: whyBarred(review, 'moderation.see', id) }),
  async run(ctx, { id, taskId, row, question }) {
    const scene = (await heldScene(ctx.db, id)) as ReviewScene
    if (scene.roundState !== 'moderation')
      throw refuse('not-in-moderation', { round: scene.roundName }, { clause: 'A.1.4' })
    const grade = (await gradesOfRound(ctx.db, scene.roundId, scene.subjectId)).find(
      (one: StoredGrade) => one.taskId === taskId && one.indicator === row,
    )
    if (!grade) throw refuse('not-graded', { row }, { field: 'row' })
    if (grade.second) throw refuse('second-only')
    if (await isAsked(ctx.db, taskId, row)) throw refuse('asked-already', { row })
    const { tells = [] } = await reopenTask(ctx, { taskId, indicator: row, question })
    const stamp = { by: ctx.actor.id, at: ctx.clock.now().toISOString() }
    await keepEvent(ctx.db, id, { kind: 'asked', indicator: row, note: question }, stamp)
    return {
      answer: { asked: true as const },
      audit: {
        resource: review.name,
        id,
        summary: `退回“${scene.name}”指标 ${row} 的评分并提问`,
        detail: { row, taskId, question },
      },
      tells,
    }
  },
})
