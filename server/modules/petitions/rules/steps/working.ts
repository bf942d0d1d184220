import { going, goesOn, runs, stopped } from './set-clock.ts'
import type { Steps } from './step.ts'
import { withHand } from './who-answers.ts'

/** In somebody's hands: signed for, worked on, given more time, stopped and set going again. */
export const working: Steps<
  | 'signed'
  | 'handling'
  | 'extension-asked'
  | 'extension-granted'
  | 'extension-refused'
  | 'suspension-asked'
  | 'suspended'
  | 'suspension-refused'
  | 'resumed'
> = {
  signed: (claim, { by, data }) => ({
    signedInTime: claim.signedInTime ?? data.inTime,
    hands: withHand(claim, by),
    ...goesOn(claim, claim.answering),
  }),
  handling: (claim, { by }) => ({ hands: withHand(claim, by), passedOn: 0 }),
  'extension-asked': (_claim, { data }) => ({ pending: { kind: 'extension', ...data } }),
  'extension-refused': () => ({ pending: null }),
  'extension-granted'(claim, { data: { days } }) {
    const answering = claim.answering && {
      ...claim.answering,
      extraDays: claim.answering.extraDays + days,
    }
    const granted = { pending: null, wasExtended: true, answering }
    // A level that was called has its own term: only what the handler is measured by grows longer.
    return claim.running?.name === 'level' ? granted : { ...granted, ...runs(answering) }
  },
  'suspension-asked': (_claim, { data }) => ({ pending: { kind: 'suspension', ...data } }),
  'suspension-refused': () => ({ pending: null }),
  suspended: (claim, { at, data }) => stopped(claim, at, data.days),
  resumed: (claim, { at }) => going(claim, at),
}
