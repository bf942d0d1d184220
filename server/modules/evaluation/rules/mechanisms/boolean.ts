import type { EditionRow } from '../../../../rulebook/edition.ts'
import type { Comparator } from '../../../../rulebook/schema/primitives.ts'
import { Fraction } from '../../../../values/fraction.ts'
import { missing, notApplicable, quantities, type Scorer, scored } from '../outcome.ts'
import { hasZeroDenominator, quantityOf } from '../reading.ts'

const HOLDS: Record<Comparator, (order: number) => boolean> = {
  '>=': (order) => order >= 0,
  '<=': (order) => order <= 0,
  '=': (order) => order === 0,
  '>': (order) => order > 0,
  '<': (order) => order < 0,
}

/** All points when the fact is 是, or when its quantity keeps the limit exactly; else none. */
export function prepareBoolean(row: EditionRow & { mechanism: 'boolean' }): Scorer {
  const points = Fraction.parse(row.points)
  const limit = row.figures.limit
  const { comparator } = row.parameters
  return (reading) => {
    if (hasZeroDenominator(reading)) return notApplicable('zero-denominator')
    const quantity = quantityOf(reading)
    if (quantity === null) return missing()
    if (limit === undefined || comparator === undefined) {
      const yes = quantity.compare(Fraction.ONE) >= 0
      return scored(yes ? points : Fraction.ZERO, yes ? 'yes' : 'no', quantities(reading))
    }
    const met = HOLDS[comparator](quantity.compare(limit.value))
    const params = quantities(reading)
    params.comparator = comparator
    params.limit = limit.value.toString()
    return scored(met ? points : Fraction.ZERO, met ? 'limit-met' : 'limit-missed', params)
  }
}
