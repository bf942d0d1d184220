import { Fraction } from '../../../values/fraction.ts'
import type { Reading } from './reading.ts'

export type RowState = 'scored' | 'missing' | 'not-applicable' | 'no-matter'

export type ReasonCode =
  | 'yes'
  | 'no'
  | 'limit-met'
  | 'limit-missed'
  | 'ratio'
  | 'no-matter'
  | 'count'
  | 'tier'
  | 'below-tiers'
  | 'checklist'
  | 'grade'
  | 'survey'
  | 'deduction'
  | 'deducted-elsewhere'
  | 'no-incident'
  | 'gate-no'
  | 'gate-missing'
  | 'missing'
  | 'declared-not-applicable'
  | 'zero-denominator'
  | 'not-attributable'
  | 'other-level'
  | 'not-scored'

/** Why a row has its points, as data: stored with the score, put into words only when it is shown. */
export interface Reason {
  readonly code: ReasonCode
  /** Quantities as exact text ("9", "3/4"), names as they were given. */
  readonly params: Readonly<Record<string, string>>
}

export interface Outcome {
  readonly state: RowState
  /** Points on the scale the table prints, before reweighting. Negative for deductions. */
  readonly earned: Fraction
  readonly reason: Reason
}

/** Reads one fact for one row; what is missing or not applicable was dealt with before. */
export type Scorer = (reading: Reading) => Outcome

export function scored(earned: Fraction, code: ReasonCode, params: Record<string, string>): Outcome {
  return { state: 'scored', earned, reason: { code, params } }
}

export function noMatter(earned: Fraction, code: ReasonCode): Outcome {
  return { state: 'no-matter', earned, reason: { code, params: {} } }
}

export function missing(code: ReasonCode = 'missing', params: Record<string, string> = {}): Outcome {
  return { state: 'missing', earned: Fraction.ZERO, reason: { code, params } }
}

export function notApplicable(code: ReasonCode, params: Record<string, string> = {}): Outcome {
  return { state: 'not-applicable', earned: Fraction.ZERO, reason: { code, params } }
}

/** A share held between 0 and 1: more than asked earns no more than full points. */
export function capped(share: Fraction): Fraction {
  return Fraction.max(Fraction.ZERO, Fraction.min(Fraction.ONE, share))
}

/** The quantities of a reading as exact text, for the reason. */
export function quantities(reading: Reading): Record<string, string> {
  if (reading.numerator !== null && reading.denominator !== null) {
    return { numerator: reading.numerator.toString(), denominator: reading.denominator.toString() }
  }
  const value = reading.value ?? reading.numerator
  const params: Record<string, string> = value === null ? {} : { value: value.toString() }
  if (reading.name !== null) params.name = reading.name
  return params
}
