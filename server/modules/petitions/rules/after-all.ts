import { stateNames } from '../../../../contracts/petitions/words.ts'
import { refuse } from '../problems.ts'
import type { Claim } from './claim.ts'
import type { ClaimEvent, KeptEvent } from './events.ts'
import { follow } from './fold.ts'
import type { LimitOn } from './terms.ts'
import { mayHappen } from './transitions.ts'
import { climbsAtOnce, type Heights } from './what-is-due.ts'

/** Never before what has been written already: a clock that is put back makes no history run backwards. */
export const notBefore = ({ at }: Claim, now: string): string => (now < at ? at : now)

/**
 * A claim after events one by one, each with the climbs that it sets off: for a claim that is only being filed too.
 * @param before `unborn`, or the claim as it stands
 * @throws Refusal when an event may not happen to the claim as it stands then
 */
export function afterAll(
  before: Claim,
  decided: readonly ClaimEvent[],
  limits: LimitOn,
  heights: Heights,
): { claim: Claim; fresh: KeptEvent[] } {
  let claim = before
  const fresh: KeptEvent[] = []
  const take = (event: ClaimEvent) => {
    if (!mayHappen(claim, event)) throw refuse('not-now', { state: stateNames[claim.state] })
    const stamped = { ...event, at: notBefore(claim, event.at) }
    claim = follow(claim, stamped, limits)
    fresh.push({ ...stamped, seq: claim.seq })
    for (const one of climbsAtOnce(claim, stamped, limits, heights)) take(one)
  }
  for (const event of decided) take(event)
  return { claim, fresh }
}
