import type { EditionRow } from '../../../rulebook/edition.ts'
import { Fraction } from '../../../values/fraction.ts'
import { prepareRow } from './mechanisms/prepare.ts'
import { reading } from './reading.ts'
import type { RecordedReading } from './settle-readings.ts'

type Said = Pick<RecordedReading, 'numerator' | 'denominator' | 'value' | 'named' | 'notApplicable'>

/**
 * What one reading by itself would earn in a row, on the scale the table prints: for holding two grades of one row
 * against each other. Null where it earns nothing that can be compared (不适用, no reading, the negative list).
 */
export function pointsOfReading(row: EditionRow, said: Said): Fraction | null {
  const prepared = prepareRow(row)
  if (prepared.kind === 'deduct' || said.notApplicable !== null) return null
  const exact = (text: string | null) => (text === null ? null : Fraction.parse(text))
  const outcome = prepared.score(
    reading({
      numerator: exact(said.numerator),
      denominator: exact(said.denominator),
      value: exact(said.value),
      name: said.named,
    }),
  )
  return outcome.state === 'scored' ? outcome.earned : null
}
