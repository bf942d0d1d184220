import {
  type ClaimEventKind,
  type ClaimLevel,
  type ClaimState,
  claimLevels,
  openStates,
} from '../../../../contracts/petitions/words.ts'
import type { Claim } from './claim.ts'
import type { ClaimEvent, EventOf } from './events.ts'

/** Where an event may happen, and the state it leads to; without `to` the state stays. */
interface Transition {
  from: readonly ClaimState[]
  to?: ClaimState
}

const inHand = ['signed', 'handling'] as const satisfies readonly ClaimState[]
/** Somebody has it, and it is not answered: its clock may run out, be stopped, and make it climb. */
export const unanswered = [
  'filed',
  'accepted',
  'dispatched',
  'signed',
  'handling',
] as const satisfies readonly ClaimState[]
const every = [
  ...openStates,
  'closed',
  'struck-off',
  'declined',
  'withdrawn',
  'merged',
] as const satisfies readonly ClaimState[]

/** The one table of what may follow what (6.4.2 c, 6.4.3). Who may do it is policy. */
export const transitions: Record<ClaimEventKind, Transition> = {
  filed: { from: ['draft'], to: 'filed' },
  accepted: { from: ['filed'], to: 'accepted' },
  declined: { from: ['filed', 'accepted'], to: 'declined' },
  dispatched: { from: ['accepted'], to: 'dispatched' },
  'no-owner': { from: ['accepted'] },
  returned: { from: ['dispatched', 'signed'], to: 'accepted' },
  transferred: { from: ['dispatched', ...inHand], to: 'dispatched' },
  signed: { from: ['dispatched'], to: 'signed' },
  handling: { from: ['signed'], to: 'handling' },
  noted: { from: openStates },
  answered: { from: inHand, to: 'answered' },
  reviewed: { from: ['answered'], to: 'reviewed' },
  'sent-again': { from: ['answered', 'reviewed', 'visited'], to: 'handling' },
  'visit-tried': { from: ['reviewed'] },
  visited: { from: ['reviewed'], to: 'visited' },
  closed: { from: ['visited'], to: 'closed' },
  'struck-off': { from: ['closed'], to: 'struck-off' },
  reopened: { from: ['closed', 'struck-off'], to: 'dispatched' },
  'extension-asked': { from: inHand },
  'extension-granted': { from: inHand },
  'extension-refused': { from: inHand },
  'suspension-asked': { from: inHand },
  suspended: { from: inHand },
  'suspension-refused': { from: inHand },
  resumed: { from: inHand },
  urged: { from: unanswered },
  supervised: { from: openStates },
  warned: { from: openStates },
  overdue: { from: openStates },
  climbed: { from: unanswered },
  'taken-over': { from: unanswered, to: 'handling' },
  'sent-back': { from: unanswered, to: 'handling' },
  whistled: { from: openStates },
  merged: { from: ['filed', 'accepted', 'dispatched', ...inHand], to: 'merged' },
  followed: { from: every },
  withdrawn: { from: unanswered, to: 'withdrawn' },
  'marked-key': { from: every },
  'unmarked-key': { from: every },
  excluded: { from: every },
  included: { from: every },
  rated: { from: ['answered', 'reviewed', 'visited', 'closed', 'struck-off'] },
  'identity-opened': { from: every },
  'text-cleared': { from: every },
  'term-moved': { from: openStates },
}

export const mayFollow = (state: ClaimState, kind: ClaimEventKind): boolean =>
  transitions[kind].from.includes(state)

const height = (level: ClaimLevel) => claimLevels.indexOf(level)

/** What the state alone does not tell. */
const besides: { readonly [K in ClaimEventKind]?: (claim: Claim, event: EventOf<K>) => boolean } = {
  // 6.4.2 c: a claim comes to each level once in a round of handling, and only upwards.
  climbed: (claim, { data: { to } }) => height(to) > height(claim.level) && !claim.climbs.includes(to),
  'extension-asked': ({ pending, wasExtended }) => pending === null && !wasExtended,
  'extension-granted': ({ wasExtended }) => !wasExtended,
  'extension-refused': ({ pending }) => pending?.kind === 'extension',
  'suspension-asked': ({ pending, suspension }) => pending === null && suspension === null,
  suspended: ({ suspension }) => suspension === null,
  'suspension-refused': ({ pending }) => pending?.kind === 'suspension',
  resumed: ({ suspension }) => suspension !== null,
  overdue: ({ isOverdue, suspension }) => !isOverdue && suspension === null,
  'unmarked-key': ({ key }) => key !== null,
  excluded: ({ excluded }) => excluded === null,
  included: ({ excluded }) => excluded !== null,
}

/** Whether the event may happen to the claim as it stands; who may do it is policy. */
export function mayHappen(claim: Claim, event: ClaimEvent): boolean {
  // The table holds, for each kind, what is asked of the event of that kind.
  const holds = besides[event.kind] as ((claim: Claim, event: ClaimEvent) => boolean) | undefined
  return mayFollow(claim.state, event.kind) && (holds?.(claim, event) ?? true)
}
