import type {
  ClaimLevel,
  ClaimState,
  Exclusion,
  LimitClass,
  Outcome,
  VisitResult,
} from '../../../../contracts/petitions/words.ts'
import { shanghaiDay } from '../../../values/days.ts'
import type { ClaimEvent, ClockName, Handler, KeptEvent, Rating } from './events.ts'
import type { Clock } from './running-clock.ts'
import { type LimitOn, termOf } from './terms.ts'
import { transitions } from './transitions.ts'

/** What the events of a claim add up to; everything that its row shows, and what the next decision needs. */
export interface Claim {
  seq: number
  state: ClaimState
  limitClass: LimitClass
  level: ClaimLevel
  handler: Handler
  coBodyId: string | null
  leader: Handler | null
  /** Who signed, answered and worked on it in this round of handling: none of them may review or visit. */
  hands: readonly string[]
  /** The category's own term: what an answer is measured by, whatever level the claim climbs to. */
  answering: Clock | null
  /** What runs now, besides `answering` while that runs. */
  running: Clock | null
  /** Warnings told of the running clock, and whether it was said to be over. */
  warnings: number
  isOverdue: boolean
  suspension: { since: string; days: number } | null
  pending: { kind: 'extension' | 'suspension'; days: number; reason: string } | null
  wasExtended: boolean
  cycle: number
  redone: number
  /** Times passed on since somebody last signed. */
  passedOn: number
  reopened: number
  /** Levels climbed to in this round of handling. */
  climbs: readonly ClaimLevel[]
  outcome: Outcome | null
  answeredAt: string | null
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

const nobody: Handler = { level: 'project', bodyId: null, placeId: null }
const unrated: Rating = { responded: null, solved: null, satisfied: null }

const unborn: Claim = {
  seq: 0,
  state: 'draft',
  limitClass: 'general',
  level: 'project',
  handler: nobody,
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

/** Adds the events up, the eldest first. @param limits the rule-book's, dated */
export const foldEvents = (events: readonly KeptEvent[], limits: LimitOn): Claim =>
  events.reduce((claim, event) => follow(claim, event, limits), unborn)

/** The claim after one more event. Whether it may happen is not asked here: what is written has happened. */
export function follow(claim: Claim, event: ClaimEvent, limits: LimitOn): Claim {
  const state = transitions[event.kind].to ?? claim.state
  const stepped: Claim = { ...claim, seq: claim.seq + 1, state }
  return { ...stepped, ...changes(stepped, event, limits) }
}

const clockFrom = (name: ClockName, claim: Claim, at: string, limits: LimitOn): Clock => ({
  name,
  startedAt: at,
  term: termOf(limits, name, claim.limitClass, shanghaiDay(new Date(at))),
  extraDays: 0,
  pauses: [],
})

/** Another term begins: what was told of the last one is over. */
const runs = (running: Clock | null): Partial<Claim> => ({
  running,
  warnings: 0,
  isOverdue: false,
  suspension: null,
  pending: null,
})

/** After a climb the level's own term goes on running, whoever signs or is given the claim below it. */
const goesOn = (claim: Claim, next: Clock | null): Partial<Claim> =>
  claim.running?.name === 'level' ? {} : runs(next)

const withHand = ({ hands }: Claim, by: string | null) =>
  by === null || hands.includes(by) ? hands : [...hands, by]

const touch = (clock: Clock | null, change: (clock: Clock) => Clock): Clock | null => clock && change(clock)

function changes(claim: Claim, event: ClaimEvent, limits: LimitOn): Partial<Claim> {
  const { at } = event
  switch (event.kind) {
    case 'filed': {
      const born = { ...claim, limitClass: event.data.limitClass }
      return { limitClass: born.limitClass, ...runs(clockFrom('accept', born, at, limits)) }
    }
    case 'accepted': {
      const taken = { ...claim, limitClass: event.data.limitClass }
      return { limitClass: taken.limitClass, answering: clockFrom('answer', taken, at, limits) }
    }
    case 'no-owner':
      return { leader: event.data.leader, level: event.data.leader.level }
    case 'dispatched':
    case 'transferred':
      return {
        handler: event.data.to,
        coBodyId: event.data.coBodyId ?? null,
        dispatchedAt: at,
        passedOn: event.kind === 'transferred' ? claim.passedOn + 1 : claim.passedOn,
        ...goesOn(claim, clockFrom('sign', claim, at, limits)),
      }
    case 'returned':
      return {
        handler: nobody,
        passedOn: claim.passedOn + 1,
        ...goesOn(claim, clockFrom('accept', claim, at, limits)),
      }
    case 'signed':
      return {
        passedOn: 0,
        signedInTime: claim.signedInTime ?? event.data.inTime,
        hands: withHand(claim, event.by),
        ...goesOn(claim, claim.answering),
      }
    case 'handling':
      return { hands: withHand(claim, event.by) }
    case 'answered':
      return {
        hands: withHand(claim, event.by),
        outcome: event.data.outcome,
        answeredAt: at,
        answeredInTime: claim.answeredInTime ?? event.data.inTime,
        ...runs(clockFrom('review', claim, at, limits)),
      }
    case 'reviewed':
      return { tries: [], ...runs(clockFrom('visit', claim, at, limits)) }
    case 'sent-again': {
      const answering = clockFrom('answer', claim, at, limits)
      return { redone: claim.redone + 1, answering, wasExtended: false, ...runs(answering) }
    }
    case 'visit-tried':
      return { tries: [...claim.tries, at] }
    case 'visited':
      return {
        visitedAt: at,
        visitResult: event.data.result,
        rating: event.data.rating,
        ...runs(clockFrom('strike-off', claim, at, limits)),
      }
    case 'rated':
      return { rating: event.data.rating }
    case 'closed':
      return { closedAt: at, outcome: event.data.outcome, leader: null, ...runs(null) }
    case 'struck-off':
      return { struckOffAt: at }
    case 'declined':
    case 'withdrawn':
    case 'merged':
      return { closedAt: at, leader: null, ...runs(null) }
    case 'reopened':
      return {
        cycle: claim.cycle + 1,
        reopened: claim.reopened + 1,
        level: claim.handler.level,
        climbs: [],
        closedAt: null,
        struckOffAt: null,
        hands: [],
        passedOn: 0,
        redone: 0,
        wasExtended: false,
        dispatchedAt: at,
        answering: clockFrom('answer', claim, at, limits),
        ...runs(clockFrom('sign', claim, at, limits)),
      }
    case 'extension-asked':
      return { pending: { kind: 'extension', ...event.data } }
    case 'suspension-asked':
      return { pending: { kind: 'suspension', ...event.data } }
    case 'extension-refused':
    case 'suspension-refused':
      return { pending: null }
    case 'extension-granted': {
      const longer = (clock: Clock): Clock => ({ ...clock, extraDays: clock.extraDays + event.data.days })
      const isOfLevel = claim.running?.name === 'level'
      return {
        pending: null,
        wasExtended: true,
        answering: touch(claim.answering, longer),
        running: isOfLevel ? claim.running : touch(claim.running, longer),
        warnings: isOfLevel ? claim.warnings : 0,
      }
    }
    case 'suspended': {
      const stop = (clock: Clock): Clock => ({ ...clock, pauses: [...clock.pauses, { from: at, to: null }] })
      return {
        pending: null,
        suspension: { since: at, days: event.data.days },
        answering: touch(claim.answering, stop),
        running: touch(claim.running, stop),
      }
    }
    case 'resumed': {
      const go = (clock: Clock): Clock => ({
        ...clock,
        pauses: clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause)),
      })
      return {
        suspension: null,
        answering: touch(claim.answering, go),
        running: touch(claim.running, go),
      }
    }
    case 'warned':
      return { warnings: claim.warnings + 1 }
    case 'overdue':
      return { isOverdue: true }
    case 'climbed':
      return {
        level: event.data.to,
        leader: event.data.leader,
        climbs: [...claim.climbs, event.data.to],
        ...runs(clockFrom('level', claim, at, limits)),
      }
    case 'taken-over':
      return { handler: event.data.by, dispatchedAt: at, hands: withHand(claim, event.by) }
    case 'sent-back': {
      const term = { unit: 'working-days' as const, n: event.data.workingDays }
      return {
        handler: event.data.to,
        dispatchedAt: at,
        ...runs({ name: 'level', startedAt: at, term, extraDays: 0, pauses: [] }),
      }
    }
    case 'marked-key':
      return {
        key: {
          level: event.data.level,
          complex: event.data.complex,
          supervised: event.data.supervised,
        },
      }
    case 'unmarked-key':
      return { key: null }
    case 'excluded':
      return { excluded: event.data.why }
    case 'included':
      return { excluded: null }
    default:
      return {}
  }
}
