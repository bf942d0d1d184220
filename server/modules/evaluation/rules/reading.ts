import type { Fraction } from '../../../values/fraction.ts'

/** One finding of the negative list. Readings with the same incident are one event (C23). */
export interface Incident {
  /** What tells events apart, such as the number of the finding. */
  incident: string
  /** A named severity of the row's scale, or the points themselves. */
  severity: string | Fraction
}

/**
 * What is known of one fact for one subject in one period: numerator and denominator, or a value,
 * or the reason why it does not apply. Shares are 0..1, scores 0..100, 是 is 1 and 否 is 0.
 */
export interface Reading {
  readonly numerator: Fraction | null
  readonly denominator: Fraction | null
  readonly value: Fraction | null
  /** The level or grade as it was named: AA, 优. */
  readonly name: string | null
  /** Why the fact does not apply; null when it does. */
  readonly notApplicable: string | null
  readonly note: string | null
  /** Only facts of shape deduction. */
  readonly incidents: readonly Incident[] | null
}

/** A reading with the given parts; all others are null, so that every reading has one shape. */
export function reading(parts: Partial<Reading>): Reading {
  return {
    numerator: parts.numerator ?? null,
    denominator: parts.denominator ?? null,
    value: parts.value ?? null,
    name: parts.name ?? null,
    notApplicable: parts.notApplicable ?? null,
    note: parts.note ?? null,
    incidents: parts.incidents ?? null,
  }
}

/** Readings of one subject by fact id. */
export type Readings = ReadonlyMap<string, Reading>

export function hasZeroDenominator(r: Reading): boolean {
  return r.denominator?.isZero() ?? false
}

/** numerator/denominator exactly, else the value; null when neither is known or the denominator is 0. */
export function quantityOf(r: Reading): Fraction | null {
  if (r.numerator !== null && r.denominator !== null) {
    return r.denominator.isZero() ? null : r.numerator.div(r.denominator)
  }
  return r.value
}

/** The value, else a numerator that stands alone or over its denominator. */
export function countOf(r: Reading): Fraction | null {
  return r.value ?? (r.denominator === null ? r.numerator : quantityOf(r))
}
