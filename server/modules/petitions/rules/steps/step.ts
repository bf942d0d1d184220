import type { ClaimEventKind } from '../../../../../contracts/petitions/words.ts'
import type { Claim } from '../claim.ts'
import type { EventOf } from '../events.ts'
import type { LimitOn } from '../terms.ts'

/** What one kind of event changes; its state has been changed already, and a stop that it ends has been ended. */
export type Step<K extends ClaimEventKind> = (
  claim: Claim,
  event: EventOf<K>,
  limits: LimitOn,
) => Partial<Claim>
export type Steps<K extends ClaimEventKind> = { readonly [P in K]: Step<P> }
