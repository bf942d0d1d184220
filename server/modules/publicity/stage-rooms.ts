import type { Editions } from '../../rulebook/load.ts'
import type { StageRoom } from '../stage-room.ts'
import { publish } from './publish.ts'
import { appealWork } from './queries/appeals/work.ts'
import { objectionWork } from './queries/objection-work.ts'

/** 公示: the scores are shown, and the stage waits until every objection is answered. */
export const publicityRoom = (editions: Editions): StageRoom => ({
  stage: 'publicity',
  link: (roundId) => `/publicity/objections?round=${roundId}&state=open`,
  progress: (ctx, round) => objectionWork(ctx, round.id),
  async enter(ctx, round) {
    await publish(ctx, editions, round, { kind: 'publicity' })
    return {}
  },
})

/** 申诉处理: the stage waits until every appeal is answered. */
export const appealsRoom: StageRoom = {
  stage: 'appeals',
  link: (roundId) => `/publicity/appeals?round=${roundId}&state=open`,
  progress: (ctx, round) => appealWork(ctx, round.id),
}

/** 结果确定: what stands after the appeals is shown as the final version. */
export const finalRoom = (editions: Editions): StageRoom => ({
  stage: 'final',
  async enter(ctx, round) {
    await publish(ctx, editions, round, { kind: 'final' })
    return {}
  },
})
