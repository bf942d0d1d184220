import type { EditionRow } from '../../../../rulebook/edition.ts'
import { Fraction } from '../../../../values/fraction.ts'
import { missing, notApplicable, quantities, type Scorer, scored } from '../outcome.ts'
import { countOf, hasZeroDenominator } from '../reading.ts'

/** The tier with the greatest start not above the value; a tier without a start takes whatever lies below. */
export function prepareTiers(row: EditionRow & { mechanism: 'tiers' }): Scorer {
  const points = Fraction.parse(row.points)
  const tiers = row.parameters.tiers
    .map((t) => ({
      at: t.at === undefined ? null : Fraction.parse(t.at),
      name: t.name,
      earned: points.mul(Fraction.parse(t.share)),
      share: t.share,
    }))
    .sort((a, b) => (a.at === null ? 1 : b.at === null ? -1 : b.at.compare(a.at)))
  return (reading) => {
    if (hasZeroDenominator(reading)) return notApplicable('zero-denominator')
    const value = countOf(reading)
    if (value === null) return missing()
    const tier = tiers.find((t) => t.at === null || t.at.compare(value) <= 0)
    const params = quantities(reading)
    if (tier === undefined) return scored(Fraction.ZERO, 'below-tiers', params)
    params.tier = tier.name
    params.share = tier.share
    return scored(tier.earned, 'tier', params)
  }
}
