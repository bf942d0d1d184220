import type {
  ClaimLevel,
  ClaimState,
  Exclusion,
  LimitClass,
  Outcome,
  VisitResult,
} from '../../../../contracts/petitions/words.ts'
import type { Handler, Rating } from './events.ts'
import type { Clock } from './running-clock.ts'

/** What the events of a claim add up to; everything that its row shows, and what the next decision needs. */
export interface Claim {
  seq: number
  /** Instant of the last event; nothing is ever written before it. */
  at: string
  state: ClaimState
  limitClass: LimitClass
  /** The highest level that answers for it now: the handler's, or that of the office which leads. */
  level: ClaimLevel
  handler: Handler
  /** The office that takes it in, and to which it comes back when it is returned. */
  desk: Handler
  coBodyId: string | null
  leader: Handler | null
  /** Who signed, answered and worked on it in this round of handling: none of them may review or visit. */
  hands: readonly string[]
  /** The category's own term: what an answer is measured by, whoever has the claim and however high it has climbed. */
  answering: Clock | null
  /** What runs now, besides `answering` while that runs. */
  running: Clock | null
  /** How many of the warnings of the running clock have been told, and whether it was said to be over. */
  warnings: number
  isOverdue: boolean
  suspension: { since: string; days: number } | null
  pending: { kind: 'extension' | 'suspension'; days: number; reason: string } | null
  wasExtended: boolean
  cycle: number
  redone: number
  /** Times passed on since somebody last took it in hand: who only signs and passes it on has not led. */
  passedOn: number
  reopened: number
  /** Levels climbed to in this round of handling. */
  climbs: readonly ClaimLevel[]
  outcome: Outcome | null
  answeredAt: string | null
  /** Of the first answer, and of the first signature. */
  answeredInTime: boolean | null
  signedInTime: boolean | null
  /** Instants at which the reporter was tried in vain since the answer was reviewed. */
  tries: readonly string[]
  visitedAt: string | null
  visitResult: VisitResult | null
  rating: Rating
  closedAt: string | null
  struckOffAt: string | null
  dispatchedAt: string | null
  key: { level: ClaimLevel; complex: boolean; supervised: boolean } | null
  excluded: Exclusion | null
}

export const nobody: Handler = { level: 'project', bodyId: null, placeId: null }
export const unrated: Rating = { responded: null, solved: null, satisfied: null }

export const unborn: Claim = {
  seq: 0,
  at: '',
  state: 'draft',
  limitClass: 'general',
  level: 'project',
  handler: nobody,
  desk: nobody,
  coBodyId: null,
  leader: null,
  hands: [],
  answering: null,
  running: null,
  warnings: 0,
  isOverdue: false,
  suspension: null,
  pending: null,
  wasExtended: false,
  cycle: 1,
  redone: 0,
  passedOn: 0,
  reopened: 0,
  climbs: [],
  outcome: null,
  answeredAt: null,
  answeredInTime: null,
  signedInTime: null,
  tries: [],
  visitedAt: null,
  visitResult: null,
  rating: unrated,
  closedAt: null,
  struckOffAt: null,
  dispatchedAt: null,
  key: null,
  excluded: null,
}
