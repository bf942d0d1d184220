import type { ClaimEventKind } from '../../../../contracts/petitions/words.ts'
import { type Claim, unborn } from './claim.ts'
import type { ClaimEvent, KeptEvent } from './events.ts'
import { climbing } from './steps/climbing.ts'
import { closing } from './steps/closing.ts'
import { intake } from './steps/intake.ts'
import { marking } from './steps/marking.ts'
import { going } from './steps/set-clock.ts'
import type { Steps } from './steps/step.ts'
import { working } from './steps/working.ts'
import type { LimitOn } from './terms.ts'
import { transitions } from './transitions.ts'

export type { Claim } from './claim.ts'

/** Kinds that leave a trace in the history and change nothing else. */
const silent = () => ({})

const steps: Steps<ClaimEventKind> = {
  ...intake,
  ...working,
  ...climbing,
  ...closing,
  ...marking,
  noted: silent,
  urged: silent,
  supervised: silent,
  whistled: silent,
  followed: silent,
  'identity-opened': silent,
  'text-cleared': silent,
  'term-moved': silent,
}

/** A stop was given to whoever asked for it: it ends when the claim leaves those hands, or has been answered. */
const endsStop: ReadonlySet<ClaimEventKind> = new Set([
  'returned',
  'transferred',
  'answered',
  'climbed',
  'taken-over',
  'sent-back',
  'merged',
  'withdrawn',
])

/** Adds the events up, the eldest first. @param limits the rule-book's, dated */
export const foldEvents = (events: readonly KeptEvent[], limits: LimitOn): Claim =>
  events.reduce((claim, event) => follow(claim, event, limits), unborn)

/** The claim after one more event. Whether it may happen is not asked here: what is written has happened. */
export function follow(before: Claim, event: ClaimEvent, limits: LimitOn): Claim {
  const claim: Claim = {
    ...(endsStop.has(event.kind) ? going(before, event.at) : before),
    seq: before.seq + 1,
    at: event.at,
    state: transitions[event.kind].to ?? before.state,
  }
  // The table has one step for each kind, made for the event of that kind.
  const step = steps[event.kind] as (claim: Claim, event: ClaimEvent, limits: LimitOn) => Partial<Claim>
  return { ...claim, ...step(claim, event, limits) }
}
