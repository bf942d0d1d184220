import type {
  Channel,
  ClaimLevel,
  ClockName,
  DeclineGround,
  Exclusion,
  LimitClass,
  Outcome,
  VisitResult,
} from '../../../../contracts/petitions/words.ts'
import type { Term } from './terms.ts'

export type { ClockName } from '../../../../contracts/petitions/words.ts'

/** Who has a claim to work on: a body at project level or by the duty list, else the office of a place. */
export interface Handler {
  level: ClaimLevel
  bodyId: string | null
  placeId: string | null
}

/** Three answers of the reporter, 1 (worst) to 5; null where none was given (6.4.2: 响应、解决、满意). */
export interface Rating {
  responded: boolean | null
  solved: boolean | null
  satisfied: boolean | null
}

/** What each kind of event says; nothing personal stands in it. Free words of officials do (`note`). */
export interface EventData {
  /** `desk`: the office that takes it in (community, else street), which has it until it is given to somebody. */
  filed: { channel: Channel; category: string; limitClass: LimitClass; desk?: Handler }
  /** `term`: its own, where whoever sent it set one (12345, history), before that of its class. */
  accepted: { limitClass: LimitClass; term?: Term }
  declined: { ground: DeclineGround; note: string }
  dispatched: { to: Handler; coBodyId?: string }
  'no-owner': { why: string; leader: Handler }
  returned: { reason: string }
  transferred: { to: Handler; reason: string; coBodyId?: string }
  /** Stamped when it is written (`signedInTime`); null where the calendar could not tell. */
  signed: { inTime: boolean | null }
  /** 办理措施: what is going to be done. */
  handling: { plan: string }
  noted: { note: string; documentIds?: readonly string[] }
  /** `inTime`: within the category's own term with its extension, whatever level it had climbed to (`answeredInTime`). */
  answered: { outcome: Outcome; answer: string; inTime: boolean | null; documentIds?: readonly string[] }
  reviewed: { note: string }
  /** 重办: by the reviewer, after an unsatisfied visit, or by a higher level. */
  'sent-again': { by: 'review' | 'visit' | 'supervision'; reason: string }
  'visit-tried': { note: string }
  visited: { result: VisitResult; rating: Rating; note: string; by: 'official' | 'reporter' }
  /** `reason`: why, where the visit found it unsolved or the reporter unsatisfied. */
  closed: { outcome: Outcome; reason?: string }
  'struck-off': { note: string }
  reopened: { reason: string }
  'extension-asked': { days: number; reason: string }
  'extension-granted': { days: number }
  'extension-refused': { reason: string }
  'suspension-asked': { days: number; reason: string }
  /** The clock stops at the event's instant, for `days` working days at the most. */
  suspended: { days: number; reason: string }
  'suspension-refused': { reason: string }
  /** However late it is written, the clock stood still until the cap at the most. */
  resumed: { by: 'person' | 'cap' }
  urged: { note: string }
  supervised: { note: string; level: ClaimLevel }
  /** `step`: how many of the term's warnings are told with this one; `fraction`: the share that has passed. */
  warned: { clock: ClockName; fraction: string; step: number }
  overdue: { clock: ClockName; dueAt: string }
  climbed: { from: ClaimLevel; to: ClaimLevel; why: 'time' | 'redone' | 'passed-on'; leader: Handler }
  'taken-over': { by: Handler }
  'sent-back': { to: Handler; workingDays: number; note: string }
  whistled: { whistleId: string }
  merged: { into: string }
  followed: { count: number }
  withdrawn: { reason: string }
  'marked-key': { level: ClaimLevel; complex: boolean; supervised: boolean; note: string }
  'unmarked-key': { note: string }
  excluded: { why: Exclusion; reason: string }
  included: { reason: string }
  rated: { rating: Rating }
  'identity-opened': { reason: string }
  'text-cleared': { agreed: boolean }
  'term-moved': { clock: ClockName; before: string; after: string }
}

export type ClaimEvent = {
  [K in keyof EventData]: { kind: K; at: string; by: string | null; data: EventData[K] }
}[keyof EventData]

export type EventOf<K extends ClaimEvent['kind']> = Extract<ClaimEvent, { kind: K }>

/** As it stands in the history of a claim: `seq` counts from 1 without a gap, `at` (ISO text in UTC) never goes back. */
export type KeptEvent = ClaimEvent & { seq: number }
