import type { EditionRow } from '../../../../rulebook/edition.ts'
import { Fraction } from '../../../../values/fraction.ts'
import { capped, missing, notApplicable, quantities, type Scorer, scored } from '../outcome.ts'
import { countOf, hasZeroDenominator } from '../reading.ts'

/** points × min(1, value / target). A target of 0 is met by any count. */
export function prepareCount(row: EditionRow & { mechanism: 'count' }): Scorer {
  const points = Fraction.parse(row.points)
  const target = row.figures.target?.value ?? Fraction.ZERO
  return (reading) => {
    if (hasZeroDenominator(reading)) return notApplicable('zero-denominator')
    const value = countOf(reading)
    if (value === null) return missing()
    const params = quantities(reading)
    params.value = value.toString()
    params.target = target.toString()
    return scored(target.isZero() ? points : points.mul(capped(value.div(target))), 'count', params)
  }
}
