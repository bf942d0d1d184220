import { shanghaiDay } from '../../../values/days.ts'
import type { Context } from '../../../access/context.ts'
import type { PetitionMeans } from '../means.ts'
import { refuse } from '../problems.ts'
import type { ClaimEvent, KeptEvent } from '../rules/events.ts'
import { type Claim, follow } from '../rules/fold.ts'
import { warningShares } from '../rules/terms.ts'
import { mayFollow } from '../rules/transitions.ts'
import { climbsAtOnce, type Heights, type Reading } from '../rules/what-is-due.ts'
import { type Filed, heightsOf, holdClaim, keepMoved } from '../storage/claims.ts'
import { stateNames } from '../../../../contracts/petitions/words.ts'

/** What a step decides from: the claim as it stands, held until the transaction ends. */
export interface Scene {
  filed: Filed
  claim: Claim
  reading: Reading
  heights: Heights
  now: string
}

/** A claim after a step, with what was written. */
export interface Advanced {
  filed: Filed
  before: Claim
  claim: Claim
  fresh: KeptEvent[]
}

/** What reads the clocks at an instant. */
export async function readingOf(ctx: Context, means: PetitionMeans): Promise<Reading> {
  const calendar = await means.calendarOf(ctx.db)
  const { limits } = means
  return { calendar, limits, shares: warningShares(limits, shanghaiDay(ctx.clock.now())) }
}

/**
 * The one way in which a claim moves: inside an action, its row locked. What `decide` answers is checked against the
 * table of transitions one by one, followed by the climbs that it sets off, and written with the projection.
 * @throws Refusal when an event may not follow the state that the claim is in
 */
export async function advance(
  ctx: Context,
  means: PetitionMeans,
  id: string,
  decide: (scene: Scene) => readonly ClaimEvent[] | Promise<readonly ClaimEvent[]>,
): Promise<Advanced> {
  const { filed, claim: before } = await holdClaim(ctx.db, id, means.limits)
  const reading = await readingOf(ctx, means)
  const heights = (await heightsOf(ctx.db, [filed.placeId])).get(filed.placeId) as Heights
  const now = ctx.clock.now().toISOString()
  const decided = await decide({ filed, claim: before, reading, heights, now })
  let claim = before
  const fresh: KeptEvent[] = []
  const take = (event: ClaimEvent) => {
    if (!mayFollow(claim.state, event.kind)) throw refuse('not-now', { state: stateNames[claim.state] })
    claim = follow(claim, event, means.limits)
    fresh.push({ ...event, seq: claim.seq })
  }
  for (const event of decided) {
    take(event)
    if (counting.has(event.kind)) for (const one of climbsAtOnce(claim, now, means.limits, heights)) take(one)
  }
  await keepMoved(ctx.db, [{ id, claim, fresh }], reading)
  return { filed, before, claim, fresh }
}

/** Events that count towards a climb without a clock. */
const counting: ReadonlySet<ClaimEvent['kind']> = new Set(['sent-again', 'returned', 'transferred'])
