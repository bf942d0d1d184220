import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { subject } from '../policy.ts'

/** The subjects of a round that the actor may see. */
export const subjectsInSight = (ctx: Context, roundId: string): RawBuilder<unknown> =>
  sql`(SELECT r.* FROM evaluation.published_subject r WHERE r.round_id = ${roundId} AND r.listed
    AND ${ctx.policy.filter(ctx.actor, 'evaluation.see-scores', subject)})`
