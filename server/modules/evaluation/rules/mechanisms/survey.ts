import type { EditionRow } from '../../../../rulebook/edition.ts'
import { Fraction } from '../../../../values/fraction.ts'
import { capped, missing, quantities, type Scorer, scored } from '../outcome.ts'
import { quantityOf } from '../reading.ts'

/** points × mean / 100. A survey without answers is missing, not 0 and not 无事项: somebody must still ask. */
export function prepareSurvey(row: EditionRow & { mechanism: 'survey' }): Scorer {
  const points = Fraction.parse(row.points)
  return (reading) => {
    const mean = quantityOf(reading)
    if (mean === null) return missing()
    const params = quantities(reading)
    params.mean = mean.toString()
    return scored(points.mul(capped(mean.div(Fraction.HUNDRED))), 'survey', params)
  }
}
