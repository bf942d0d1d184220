import type { EditionRow } from '../../../../rulebook/edition.ts'
import { Fraction } from '../../../../values/fraction.ts'
import type { Incident, Reading } from '../reading.ts'

/** What one event would take in one row. */
export interface Charge {
  incident: string
  name: string
  points: Fraction
}

/** The events of a reading, each at the row's own scale, held between its least and most. */
export type Pricer = (reading: Reading) => Charge[]

/**
 * Deductions are not scored row by row: the subject's whole negative list is settled at once,
 * because an event that appears in several rows counts once, at its largest (C23).
 */
export function prepareDeduction(row: EditionRow & { mechanism: 'deduction' }): Pricer {
  const least = row.figures.least?.value ?? Fraction.ZERO
  const most = row.figures.most?.value ?? least
  const scale = new Map(
    Object.entries(row.parameters.severities).map(([name, p]) => [name, Fraction.parse(p)]),
  )
  return (reading) =>
    incidentsOf(reading).flatMap(({ incident, severity }) => {
      const named = typeof severity === 'string' ? scale.get(severity) : severity
      if (named === undefined) throw new RangeError(`no severity ${String(severity)} in row ${row.id}`)
      if (named.isZero()) return []
      const points = Fraction.max(least, Fraction.min(most, named))
      return [{ incident, name: typeof severity === 'string' ? severity : '', points }]
    })
}

function incidentsOf(reading: Reading): readonly Incident[] {
  if (reading.incidents !== null) return reading.incidents
  const severity = reading.name ?? reading.value
  return severity === null ? [] : [{ incident: reading.note ?? '#1', severity }]
}
