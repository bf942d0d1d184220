import { type ObjectionOutcome, outcomeNames } from '../../../../contracts/publicity/words.ts'
import { defineAction } from '../../../access/action.ts'
import { objection } from '../policy.ts'
import { refuse } from '../problems.ts'
import { keepAnswer, objectionToAnswer } from '../storage/objections.ts'

interface AnswerToGive {
  id: string
  outcome: ObjectionOutcome
  answer: string
}

/** 答复异议: once, with reasons; whoever holds the receipt reads it at once. */
export const answerObjection = defineAction({
  verb: 'publicity.answer-objections',
  on: ({ id }: AnswerToGive) => ({ resource: objection, id }),
  async run(ctx, { id, outcome, answer }) {
    const { receipt, isAnswered } = await objectionToAnswer(ctx.db, id)
    if (isAnswered) throw refuse('answered-already')
    await keepAnswer(ctx.db, id, { outcome, answer, by: ctx.actor.id, at: ctx.clock.now().toISOString() })
    return {
      answer: { answered: true as const },
      audit: {
        resource: objection.name,
        id,
        summary: `答复公示异议 ${receipt}：${outcomeNames[outcome]}`,
        detail: { outcome, answer },
      },
    }
  },
})
