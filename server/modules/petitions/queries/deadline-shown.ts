import type { ClaimPage } from '../../../../contracts/petitions/claims.ts'
import type { Claim } from '../rules/claim.ts'
import type { KeptEvent } from '../rules/events.ts'
import { nextDue, type Reading } from '../rules/what-is-due.ts'

/** The term that runs, when it is over, and how it comes to that day. */
export function deadlineShown(
  _history: readonly KeptEvent[],
  claim: Claim,
  reading: Reading,
): ClaimPage['deadline'] {
  const { at, provisional, clock } = nextDue(claim, reading.calendar)
  return clock && { clock: clock.name, dueAt: at, provisional, steps: [] }
}
