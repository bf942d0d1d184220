import type { EditionRow } from '../../../../rulebook/edition.ts'
import { Fraction } from '../../../../values/fraction.ts'
import { capped, missing, notApplicable, type Scorer, scored } from '../outcome.ts'
import { hasZeroDenominator } from '../reading.ts'

/** points × min(1, items met / items asked); a reading may bring its own denominator. */
export function prepareChecklist(row: EditionRow & { mechanism: 'checklist' }): Scorer {
  const points = Fraction.parse(row.points)
  const asked = row.figures.of?.value ?? Fraction.ONE
  return (reading) => {
    if (hasZeroDenominator(reading)) return notApplicable('zero-denominator')
    const met = reading.numerator ?? reading.value
    if (met === null) return missing()
    const of = reading.numerator === null ? asked : (reading.denominator ?? asked)
    const params = { met: met.toString(), of: of.toString() }
    return scored(points.mul(capped(met.div(of))), 'checklist', params)
  }
}
