import { shanghaiDay } from '../../../../values/days.ts'
import type { Claim } from '../claim.ts'
import type { ClockName } from '../events.ts'
import type { Clock } from '../running-clock.ts'
import { type LimitOn, termOf } from '../terms.ts'

/** A term by the limits of the day on which it begins. @param at ISO instant */
export const clockFrom = (
  name: ClockName,
  { limitClass }: Pick<Claim, 'limitClass'>,
  at: string,
  limits: LimitOn,
): Clock => ({
  name,
  startedAt: at,
  term: termOf(limits, name, limitClass, shanghaiDay(new Date(at))),
  extraDays: 0,
  pauses: [],
})

/** Another term begins: what was told of the last one is over, and what was asked for is settled. */
export const runs = (running: Clock | null): Partial<Claim> => ({
  running,
  warnings: 0,
  isOverdue: false,
  pending: null,
})

/** After a climb the level's own term goes on running, whoever signs or is given the claim below it. */
export const goesOn = (claim: Claim, next: Clock | null): Partial<Claim> =>
  claim.running?.name === 'level' ? { pending: null } : runs(next)

const onBoth = (claim: Claim, change: (clock: Clock) => Clock): Pick<Claim, 'answering' | 'running'> => ({
  answering: claim.answering && change(claim.answering),
  running: claim.running && change(claim.running),
})

/** Both clocks stop, for so many working days at the most. */
export const stopped = (claim: Claim, at: string, days: number): Partial<Claim> => ({
  pending: null,
  suspension: { since: at, days },
  ...onBoth(claim, (clock) => ({ ...clock, pauses: [...clock.pauses, { from: at, to: null, days }] })),
})

/** Both clocks run again; the same claim where none was stopped. */
export const going = (claim: Claim, at: string): Claim =>
  claim.suspension === null
    ? claim
    : {
        ...claim,
        suspension: null,
        ...onBoth(claim, (clock) => ({
          ...clock,
          pauses: clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause)),
        })),
      }
