import type { EditionRow } from '../../../../rulebook/edition.ts'
import { Fraction } from '../../../../values/fraction.ts'
import { capped, missing, noMatter, notApplicable, quantities, type Scorer, scored } from '../outcome.ts'
import { hasZeroDenominator, quantityOf } from '../reading.ts'

/**
 * points × min(1, share), where a limit says which share is full. A denominator of 0 is never 0 points:
 * nothing happened (full), or the row does not apply (C32).
 */
export function prepareRatio(row: EditionRow & { mechanism: 'ratio' }): Scorer {
  const points = Fraction.parse(row.points)
  const limit = row.figures.limit?.value
  const fullWithoutMatter = row.parameters.zero === 'full'
  const isScore = row.factDefinition?.shape === 'score'
  return (reading) => {
    if (hasZeroDenominator(reading)) {
      return fullWithoutMatter ? noMatter(points, 'no-matter') : notApplicable('zero-denominator')
    }
    const quantity = quantityOf(reading)
    if (quantity === null) return missing()
    const share = isScore ? quantity.div(Fraction.HUNDRED) : quantity
    const params = quantities(reading)
    if (limit !== undefined) params.limit = limit.toString()
    return scored(points.mul(capped(limit === undefined ? share : share.div(limit))), 'ratio', params)
  }
}
