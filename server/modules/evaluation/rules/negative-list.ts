import { Fraction } from '../../../values/fraction.ts'
import type { Charge } from './mechanisms/deduction.ts'
import { notApplicable, type Outcome, scored } from './outcome.ts'
import type { PlannedRow } from './plan.ts'
import type { Readings } from './reading.ts'

/**
 * Settles all deductions of one subject at once. An event is deducted once, in the row where it weighs most
 * (the earlier row where two weigh the same). Answers an outcome for each planned row, in their order.
 */
export function settleNegativeList(
  rows: readonly PlannedRow[],
  readings: Readings,
  oncePerIncident: boolean,
): Outcome[] {
  const charges = rows.map((planned) =>
    largestByIncident(chargesOf(planned, readings), planned, oncePerIncident),
  )
  const heaviest = new Map<string, { row: number; points: Fraction }>()
  charges.forEach((list, row) => {
    for (const { incident, points } of list) {
      const known = heaviest.get(incident)
      if (!known || points.compare(known.points) > 0) heaviest.set(incident, { row, points })
    }
  })
  return rows.map((planned, row) => {
    const own = charges[row] ?? []
    const kept = oncePerIncident ? own.filter((c) => heaviest.get(c.incident)?.row === row) : own
    return outcomeOf(planned, readings, own, kept)
  })
}

function chargesOf(planned: PlannedRow, readings: Readings): Charge[] {
  const { row, prepared } = planned
  const fact = readings.get(row.fact ?? '')
  if (!planned.atLevel || prepared.kind !== 'deduct' || fact === undefined || fact.notApplicable !== null)
    return []
  return prepared.price(fact)
}

/** Within a row too, several findings on one event count as the largest of them. */
function largestByIncident(charges: Charge[], planned: PlannedRow, oncePerIncident: boolean): Charge[] {
  const byIncident = new Map<string, Charge>()
  charges.forEach((charge, i) => {
    // A finding without a number is an event of its own, also beside one in another row.
    const unnamed = charge.incident.startsWith('#')
    const incident = unnamed ? `${planned.row.id}${charge.incident}` : charge.incident
    const key = oncePerIncident ? incident : `${incident} ${i}`
    const known = byIncident.get(key)
    if (!known || charge.points.compare(known.points) > 0) byIncident.set(key, { ...charge, incident })
  })
  return [...byIncident.values()]
}

function outcomeOf(planned: PlannedRow, readings: Readings, own: Charge[], kept: Charge[]): Outcome {
  if (!planned.atLevel) return notApplicable('other-level')
  const fact = readings.get(planned.row.fact ?? '')
  // The list holds what was found by an official finding; a year without one has nothing to deduct.
  if (fact === undefined) return scored(Fraction.ZERO, 'no-incident', {})
  if (fact.notApplicable !== null)
    return notApplicable('declared-not-applicable', { why: fact.notApplicable })
  if (own.length === 0) return scored(Fraction.ZERO, 'no-incident', {})
  if (kept.length === 0) return scored(Fraction.ZERO, 'deducted-elsewhere', { incidents: String(own.length) })
  const taken = Fraction.sum(kept.map((c) => c.points))
  const names = kept.map((c) => c.name || `${c.points.toDecimal()}分`).join('、')
  return scored(taken.negate(), 'deduction', { incidents: String(kept.length), names })
}
