import type { ClaimEventKind, ClaimState } from '../../../../contracts/petitions/words.ts'
import { mayFollow } from './transitions.ts'

/** What of a claim's row decides which verbs make sense now. */
export interface Standing {
  state: ClaimState
  pending: 'extension' | 'suspension' | null
  isSuspended: boolean
  isKey: boolean
  isExcluded: boolean
  isLed: boolean
}

interface Opening {
  kind: ClaimEventKind
  /** What the state alone does not tell. */
  besides?: (standing: Standing) => boolean
}

/** For each verb on a claim the event that it writes. */
const steps: Readonly<Record<string, Opening>> = {
  'petitions.accept': { kind: 'accepted' },
  'petitions.decline': { kind: 'declined' },
  'petitions.dispatch': { kind: 'dispatched' },
  'petitions.transfer': { kind: 'transferred' },
  'petitions.return': { kind: 'returned' },
  'petitions.sign': { kind: 'signed' },
  'petitions.handle': { kind: 'handling' },
  'petitions.note': { kind: 'noted' },
  'petitions.answer': { kind: 'answered' },
  'petitions.review': { kind: 'reviewed' },
  'petitions.send-again': { kind: 'sent-again' },
  'petitions.visit': { kind: 'visited' },
  'petitions.close': { kind: 'closed' },
  'petitions.strike-off': { kind: 'struck-off' },
  'petitions.reopen': { kind: 'reopened' },
  'petitions.withdraw': { kind: 'withdrawn' },
  'petitions.ask-extension': {
    kind: 'extension-asked',
    besides: ({ pending, isSuspended }) => pending === null && !isSuspended,
  },
  'petitions.settle-extension': {
    kind: 'extension-granted',
    besides: ({ pending }) => pending === 'extension',
  },
  'petitions.ask-suspension': {
    kind: 'suspension-asked',
    besides: ({ pending, isSuspended }) => pending === null && !isSuspended,
  },
  'petitions.settle-suspension': { kind: 'suspended', besides: ({ pending }) => pending === 'suspension' },
  'petitions.resume': { kind: 'resumed', besides: ({ isSuspended }) => isSuspended },
  'petitions.urge': { kind: 'urged' },
  'petitions.supervise': { kind: 'supervised' },
  'petitions.take-over': { kind: 'taken-over', besides: ({ isLed }) => isLed },
  'petitions.send-back': { kind: 'sent-back', besides: ({ isLed }) => isLed },
  'petitions.mark-key': { kind: 'marked-key' },
  'petitions.exclude': { kind: 'excluded' },
  'petitions.merge': { kind: 'merged' },
  'petitions.clear-text': { kind: 'text-cleared' },
}

/** What is offered on rows of a list; a claim's page offers every verb. */
export const stepsOfRows: readonly string[] = [
  'petitions.accept',
  'petitions.dispatch',
  'petitions.sign',
  'petitions.handle',
  'petitions.answer',
  'petitions.review',
  'petitions.visit',
  'petitions.close',
  'petitions.strike-off',
  'petitions.settle-extension',
  'petitions.settle-suspension',
  'petitions.take-over',
]
export const allSteps: readonly string[] = [
  ...Object.keys(steps),
  'petitions.see-reporter',
  'petitions.ask-opening',
]

/** Those of the verbs that the asker may do which the claim, as it stands, is open to. */
export const stillOpen = (
  can: Readonly<Record<string, boolean>>,
  standing: Standing,
): Record<string, boolean> =>
  Object.fromEntries(
    Object.entries(can).map(([verb, may]) => {
      const step = steps[verb]
      return [
        verb,
        may && (!step || (mayFollow(standing.state, step.kind) && (step.besides?.(standing) ?? true))),
      ]
    }),
  )
