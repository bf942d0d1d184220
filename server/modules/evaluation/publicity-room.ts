import { sql } from 'kysely'
import { one } from '../../platform/database/database.ts'
import type { StageRoom } from '../stage-room.ts'
import { keepsReadings } from './archive-lines.ts'
import { refuse } from './problems.ts'

/** 公示 begins only with scores that were computed from all that is recorded, and that kept what they were computed from. */
export const publicityRoom: StageRoom = {
  stage: 'moderation',
  async leave(ctx, { currentRun, year, placeId }) {
    if (currentRun === null) throw refuse('not-evaluated')
    if (!(await keepsReadings(ctx.db, currentRun))) throw refuse('not-kept')
    const { count } = await one(
      ctx.db,
      sql<{ count: number }>`SELECT count(*)::integer AS count FROM evaluation.declared_fact fact
        JOIN access.place_reach reach ON reach.place_id = fact.place_id AND reach.ancestor_id = ${placeId}
        WHERE fact.year = ${year} AND fact.recorded_at > (SELECT started_at FROM evaluation.run WHERE id = ${currentRun})`,
    )
    if (count > 0) throw refuse('scores-stale', { count })
    return {}
  },
}
