import { clockFrom, runs } from './set-clock.ts'
import type { Steps } from './step.ts'
import { givenTo, withHand } from './who-answers.ts'

/** What the clock says, and what the level above does with a claim (6.4.2 c: 预警、超时自动上传、上级监督). */
export const climbing: Steps<'warned' | 'overdue' | 'climbed' | 'taken-over' | 'sent-back'> = {
  warned: (_claim, { data }) => ({ warnings: data.step }),
  overdue: (claim, { data: { clock } }) => ({
    isOverdue: true,
    ...(clock === 'sign' ? { signedInTime: claim.signedInTime ?? false } : {}),
    ...(clock === 'answer' && claim.answeredAt === null ? { answeredInTime: false } : {}),
  }),
  climbed: (claim, { at, data }, limits) => ({
    level: data.to,
    leader: data.leader,
    climbs: [...claim.climbs, data.to],
    ...runs(clockFrom('level', claim, at, limits)),
  }),
  'taken-over': (claim, { at, by, data }) => ({
    ...givenTo(claim, data.by),
    dispatchedAt: at,
    passedOn: 0,
    hands: withHand(claim, by),
  }),
  'sent-back': (claim, { at, data }) => ({
    ...givenTo(claim, data.to),
    dispatchedAt: at,
    passedOn: 0,
    ...runs({
      name: 'level',
      startedAt: at,
      term: { unit: 'working-days', n: data.workingDays },
      extraDays: 0,
      pauses: [],
    }),
  }),
}
