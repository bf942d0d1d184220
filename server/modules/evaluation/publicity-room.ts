import type { StageRoom } from '../stage-room.ts'
import { factsSince, keepsReadings } from './storage/kept-readings.ts'
import { refuse } from './problems.ts'

/** 公示 begins only with scores that were computed from all that is recorded, and that kept what they were computed from. */
export const publicityRoom: StageRoom = {
  stage: 'moderation',
  async leave(ctx, { currentRun, year, placeId }) {
    if (currentRun === null) throw refuse('not-evaluated')
    if (!(await keepsReadings(ctx.db, currentRun))) throw refuse('not-kept')
    const count = await factsSince(ctx.db, { placeId, year, run: currentRun })
    if (count > 0) throw refuse('scores-stale', { count })
    return {}
  },
}
