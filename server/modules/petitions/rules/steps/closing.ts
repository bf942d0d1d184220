import { type Claim, unrated } from '../claim.ts'
import { clockFrom, runs } from './set-clock.ts'
import type { Steps } from './step.ts'
import { withHand } from './who-answers.ts'

/** Open once more: what an earlier answer and visit found no longer stands on its row, though in its events. */
const unanswered: Partial<Claim> = {
  outcome: null,
  tries: [],
  visitedAt: null,
  visitResult: null,
  rating: unrated,
  wasExtended: false,
}

/** Nobody's work any longer: no clock runs, and no office leads. */
const ended = (at: string): Partial<Claim> => ({ closedAt: at, leader: null, ...runs(null) })

/** From the answer to 销号, and back. */
export const closing: Steps<
  | 'answered'
  | 'reviewed'
  | 'sent-again'
  | 'visit-tried'
  | 'visited'
  | 'rated'
  | 'closed'
  | 'struck-off'
  | 'declined'
  | 'withdrawn'
  | 'merged'
  | 'reopened'
> = {
  answered: (claim, { at, by, data }, limits) => ({
    hands: withHand(claim, by),
    outcome: data.outcome,
    answeredAt: at,
    answeredInTime: claim.answeredAt === null ? data.inTime : claim.answeredInTime,
    ...runs(clockFrom('review', claim, at, limits)),
  }),
  reviewed: (claim, { at }, limits) => ({ tries: [], ...runs(clockFrom('visit', claim, at, limits)) }),
  'sent-again'(claim, { at }, limits) {
    const answering = clockFrom('answer', claim, at, limits)
    return { ...unanswered, redone: claim.redone + 1, answering, ...runs(answering) }
  },
  'visit-tried': (claim, { at }) => ({ tries: [...claim.tries, at] }),
  visited: (claim, { at, data }, limits) => ({
    visitedAt: at,
    visitResult: data.result,
    rating: data.rating,
    ...runs(clockFrom('strike-off', claim, at, limits)),
  }),
  rated: (_claim, { data }) => ({ rating: data.rating }),
  closed: (_claim, { at, data }) => ({ outcome: data.outcome, ...ended(at) }),
  'struck-off': (_claim, { at }) => ({ struckOffAt: at }),
  declined: (_claim, { at }) => ended(at),
  withdrawn: (_claim, { at }) => ended(at),
  merged: (_claim, { at }) => ended(at),
  reopened: (claim, { at }, limits) => ({
    ...unanswered,
    cycle: claim.cycle + 1,
    reopened: claim.reopened + 1,
    level: claim.handler.level,
    climbs: [],
    closedAt: null,
    struckOffAt: null,
    hands: [],
    passedOn: 0,
    redone: 0,
    dispatchedAt: at,
    answering: clockFrom('answer', claim, at, limits),
    ...runs(clockFrom('sign', claim, at, limits)),
  }),
}
