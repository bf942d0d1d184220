import type { ClaimPage } from '../../../../contracts/petitions/claims.ts'
import type { Claim } from '../rules/claim.ts'
import type { KeptEvent } from '../rules/events.ts'
import type { StatedOn } from '../rules/terms.ts'
import { nextDue, type Reading } from '../rules/what-is-due.ts'
import { whyThisDeadline } from '../rules/why-this-deadline.ts'

/** The term that runs, when it is over, and how it comes to that day. */
export function deadlineShown(
  history: readonly KeptEvent[],
  claim: Claim,
  reading: Reading,
  stated: StatedOn,
): ClaimPage['deadline'] {
  const { at, provisional, clock } = nextDue(claim, reading.calendar)
  return (
    clock && {
      clock: clock.name,
      dueAt: at,
      provisional,
      steps: whyThisDeadline(history, { ...reading, stated }),
    }
  )
}
