import type { Editions } from '../../rulebook/load.ts'
import type { StageRoom, StageRound } from '../stage-room.ts'
import { examine } from './examine.ts'
import { moderationWork } from './queries/progress.ts'

/** 复核: entering looks for what is to be looked at again; the stage waits for every subject's confirmation and every answer. */
export const moderationRoom = (editions: Editions): StageRoom => ({
  stage: 'moderation',
  link: (roundId) => `/moderation?round=${roundId}`,
  progress: (ctx, round, subjects) => moderationWork(ctx.db, round.id, subjects),
  async enter(ctx, round) {
    const { currentRun } = round
    if (currentRun !== null) await examine(ctx, editions, { ...round, currentRun })
    return { tells: [begun(round)] }
  },
})

const begun = (round: StageRound) => ({
  to: [
    {
      placeId: round.placeId,
      roles: ['city-official' as const, 'district-official' as const],
      reach: 'below' as const,
    },
  ],
  zh: `“${round.name}”进入复核，请先重新计算得分，再逐项核对疑点并确认（本人评过分、填报过的须由他人确认）。`,
  en: `${round.name} is being moderated: compute the scores again, look at the flags and confirm.`,
  link: `/moderation?round=${round.id}`,
  due: round.dueOn,
  key: `moderation-begins-${round.id}`,
})
