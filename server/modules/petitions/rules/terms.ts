import type { LimitClass } from '../../../../contracts/petitions/words.ts'
import { Fraction } from '../../../values/fraction.ts'
import type { ClockName } from './events.ts'

/** A term as the rule-book states it: working days end with their last day, hours run day and night. */
export interface Term {
  unit: 'working-days' | 'hours'
  n: number
}

/** A limit's exact text on a day, such as '5' or '4/5'; limits are dated, so a claim keeps the term it began with. */
export type LimitOn = (id: string, day: string) => string

/** What the rule-book says of a limit besides its figure; undecided: 市里未定，暂用. */
export type StatedOn = (id: string) => { clause: string; undecided: boolean }

/** The first figures hold for what lies before them: there is no other measure for history. */
const firstDay = '2021-01-01'
const number = (limits: LimitOn, id: string, day: string) =>
  Number(limits(id, day < firstDay ? firstDay : day))

/** The limit of a step: danger and utilities have hours until somebody has answered. */
export function limitOf(clock: ClockName, limitClass: LimitClass): { id: string; unit: Term['unit'] } {
  const isHourly = limitClass === 'danger' || limitClass === 'utility'
  const days = (name: string) => ({ id: `petition-${name}-days`, unit: 'working-days' as const })
  const hours = (name: string) => ({ id: `petition-${name}-hours`, unit: 'hours' as const })
  switch (clock) {
    case 'accept':
    case 'sign':
      return isHourly ? hours(`${limitClass}-sign`) : days(clock)
    case 'answer':
      return isHourly ? hours(limitClass) : days(limitClass)
    case 'level':
      return isHourly ? hours(`level-${limitClass}`) : days('level')
    case 'review':
    case 'visit':
    case 'strike-off':
      return days(clock)
  }
}

/** 6.4.2 c: how long each step may take, by the kind of claim and the day on which it began. */
export function termOf(limits: LimitOn, clock: ClockName, limitClass: LimitClass, day: string): Term {
  const { id, unit } = limitOf(clock, limitClass)
  return { unit, n: number(limits, id, day) }
}

/** Shares of a term at which is warned, in order: exact, such as 1/2 and 4/5. */
export const warningShares = (limits: LimitOn, day: string): Fraction[] =>
  ['first-warning', 'second-warning'].map((id) => Fraction.parse(limits(`petition-${id}`, day)))

/** A count of the rule-book, such as how often a claim may be redone before it climbs. */
export const countOf = (limits: LimitOn, id: string, day: string): number =>
  number(limits, `petition-${id}`, day)
