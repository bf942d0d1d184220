import { defineAction } from '../../../access/action.ts'
import type { Editions } from '../../../rulebook/load.ts'
import { roundResource } from '../../evaluation/index.ts'
import { examine } from '../examine.ts'
import { takeBackBarred } from '../../grading/index.ts'
import { refuse } from '../problems.ts'
import { roundOf } from '../storage/rounds.ts'

/** 重新检查: after the scores were computed again, or grades changed. */
export const examineRound = (editions: Editions) =>
  defineAction({
    verb: 'moderation.examine',
    on: ({ id }: { id: string }) => ({ resource: roundResource, id }),
    async run(ctx, { id }) {
      const round = await roundOf(ctx.db, id)
      if (round.state !== 'moderation') throw refuse('not-in-moderation', { round: round.name })
      if (round.currentRun === null) throw refuse('not-evaluated')
      const taken = await takeBackBarred(ctx, editions, { roundId: id })
      const flags = await examine(ctx, editions, { ...round, currentRun: round.currentRun })
      return {
        answer: { flags },
        tells: taken.tells,
        audit: {
          resource: roundResource.name,
          id,
          summary: `检查“${round.name}”的疑点：${flags} 个，因回避收回 ${taken.tasks} 项`,
          detail: { flags, takenBack: taken.tasks },
        },
      }
    },
  })
