import { nobody } from '../claim.ts'
import { clockFrom, goesOn, runs } from './set-clock.ts'
import type { Steps } from './step.ts'
import { givenTo } from './who-answers.ts'

/** From the filing to whoever answers for it. */
export const intake: Steps<'filed' | 'accepted' | 'no-owner' | 'dispatched' | 'transferred' | 'returned'> = {
  filed(claim, { at, data }, limits) {
    const { limitClass, desk = nobody } = data
    const running = clockFrom('accept', { limitClass }, at, limits)
    return { limitClass, desk, handler: desk, level: desk.level, ...runs(running) }
  },
  accepted(_claim, { at, data }, limits) {
    const { limitClass, term } = data
    const answering = clockFrom('answer', { limitClass }, at, limits)
    return { limitClass, answering: term ? { ...answering, term } : answering }
  },
  'no-owner': (_claim, { data: { leader } }) => ({ leader, level: leader.level }),
  dispatched: (claim, { at, data }, limits) => ({
    ...givenTo(claim, data.to),
    coBodyId: data.coBodyId ?? null,
    dispatchedAt: at,
    ...goesOn(claim, clockFrom('sign', claim, at, limits)),
  }),
  transferred: (claim, { at, data }, limits) => ({
    ...givenTo(claim, data.to),
    coBodyId: data.coBodyId ?? null,
    dispatchedAt: at,
    passedOn: claim.passedOn + 1,
    ...goesOn(claim, clockFrom('sign', claim, at, limits)),
  }),
  returned: (claim, { at }, limits) => ({
    ...givenTo(claim, claim.leader ?? claim.desk),
    passedOn: claim.passedOn + 1,
    ...goesOn(claim, clockFrom('accept', claim, at, limits)),
  }),
}
