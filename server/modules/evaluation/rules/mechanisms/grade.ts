import type { EditionRow } from '../../../../rulebook/edition.ts'
import { Fraction } from '../../../../values/fraction.ts'
import { capped, missing, notApplicable, type Scorer, scored } from '../outcome.ts'
import { hasZeroDenominator, quantityOf } from '../reading.ts'

/** points × share: the share of the named level in the row's rubric, or a mean share of several graders. */
export function prepareGrade(row: EditionRow & { mechanism: 'grade' }): Scorer {
  const points = Fraction.parse(row.points)
  const shares = new Map<string, Fraction>(row.rubric.map((g) => [g.level, Fraction.parse(g.share)]))
  return (reading) => {
    if (hasZeroDenominator(reading)) return notApplicable('zero-denominator')
    const named = reading.name === null ? undefined : shares.get(reading.name)
    const share = named ?? quantityOf(reading)
    if (share === null) return missing()
    const params: Record<string, string> = { share: share.toString() }
    if (reading.name !== null) params.name = reading.name
    return scored(points.mul(capped(share)), 'grade', params)
  }
}
