import type { Context } from '../../../access/context.ts'
import { afterAll, notBefore } from '../rules/after-all.ts'
import type { Claim } from '../rules/claim.ts'
import type { ClaimEvent, KeptEvent } from '../rules/events.ts'
import { type ClockMeans, readingOf } from '../reading.ts'
import type { Heights, Reading } from '../rules/what-is-due.ts'
import { type Filed, heightsOf, holdClaim, keepMoved } from '../storage/claims.ts'

/** What a step decides from: the claim as it stands, held until the transaction ends. */
export interface Scene {
  filed: Filed
  claim: Claim
  reading: Reading
  heights: Heights
  /** To be put on the events: the clock's, or the last event's where the clock has been put back. */
  now: string
}

/** A claim after a step, with what was written. */
export interface Advanced {
  filed: Filed
  before: Claim
  claim: Claim
  fresh: KeptEvent[]
}

/**
 * The one way in which a claim moves: inside an action, its row locked. What `decide` answers is checked against the
 * table of transitions one by one, followed by the climbs that it sets off, and written with the projection.
 * @throws Refusal when an event may not happen to the claim as it stands
 */
export async function advance(
  ctx: Context,
  means: ClockMeans,
  id: string,
  decide: (scene: Scene) => readonly ClaimEvent[] | Promise<readonly ClaimEvent[]>,
): Promise<Advanced> {
  const { filed, claim: before } = await holdClaim(ctx.db, id, means.limits)
  const reading = await readingOf(ctx, means)
  const heights = (await heightsOf(ctx.db, [filed.placeId])).get(filed.placeId) as Heights
  const now = notBefore(before, ctx.clock.now().toISOString())
  const decided = await decide({ filed, claim: before, reading, heights, now })
  const { claim, fresh } = afterAll(before, decided, means.limits, heights)
  await keepMoved(ctx.db, [{ id, claim, fresh }], reading)
  return { filed, before, claim, fresh }
}
