import type { Answer } from '../../../../contracts/endpoint.ts'
import type { listNegativeRows } from '../../../../contracts/findings/staff.ts'
import type { Rulebook } from '../../../rulebook/load.ts'
import { Fraction } from '../../../values/fraction.ts'
import { negativeList } from '../negative-list.ts'

/** The negative list of a year with its scale, as the form offers it. */
export const negativeRows = (rulebook: Rulebook, year: number): Answer<typeof listNegativeRows> => ({
  rows: negativeList(rulebook, year).map(({ row, scale, undecided }) => ({
    id: row.id,
    title: row.indicator,
    titleEn: row.indicatorEn,
    severities: Object.entries(scale.severities).map(([name, points]) => ({
      name,
      points: Fraction.parse(String(points)).toDecimal(),
    })),
    least: scale.least.toDecimal(),
    most: scale.most.toDecimal(),
    undecided,
  })),
})
