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

const number = (limits: LimitOn, id: string, day: string) => Number(limits(`petition-${id}`, day))
const days = (limits: LimitOn, id: string, day: string): Term => ({
  unit: 'working-days',
  n: number(limits, `${id}-days`, day),
})
const hours = (limits: LimitOn, id: string, day: string): Term => ({
  unit: 'hours',
  n: number(limits, `${id}-hours`, day),
})

/** 6.4.2 c: how long each step may take, by the kind of claim and the day on which it began. */
export function termOf(limits: LimitOn, clock: ClockName, limitClass: LimitClass, day: string): Term {
  const isHourly = limitClass === 'danger' || limitClass === 'utility'
  switch (clock) {
    case 'accept':
      return isHourly ? hours(limits, `${limitClass}-sign`, day) : days(limits, 'accept', day)
    case 'sign':
      return isHourly ? hours(limits, `${limitClass}-sign`, day) : days(limits, 'sign', day)
    case 'answer':
      return isHourly ? hours(limits, limitClass, day) : days(limits, limitClass, day)
    case 'level':
      return isHourly ? hours(limits, `level-${limitClass}`, day) : days(limits, 'level', day)
    case 'review':
    case 'visit':
    case 'strike-off':
      return days(limits, clock, day)
  }
}

/** Shares of a term at which is warned, in order: exact, such as 1/2 and 4/5. */
export const warningShares = (limits: LimitOn, day: string): Fraction[] =>
  ['first-warning', 'second-warning'].map((id) => Fraction.parse(limits(`petition-${id}`, day)))

/** A count of the rule-book, such as how often a claim may be redone before it climbs. */
export const countOf = (limits: LimitOn, id: string, day: string): number => number(limits, id, day)
