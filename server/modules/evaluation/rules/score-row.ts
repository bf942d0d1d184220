import { Fraction } from '../../../values/fraction.ts'
import { missing, notApplicable, type Outcome, scored } from './outcome.ts'
import type { PlannedRow } from './plan.ts'
import { hasZeroDenominator, quantityOf, type Readings } from './reading.ts'

/**
 * One row for one subject. Order of judgement: the row's level (C34), its gate, what is missing or
 * does not apply, and only then the mechanism. A missing fact is never a silent 0.
 */
export function scoreRow(planned: PlannedRow, readings: Readings): Outcome {
  const { row, prepared } = planned
  if (!planned.atLevel) return notApplicable('other-level')
  if (prepared.kind === 'deduct') throw new Error(`row ${row.id} is settled with the negative list`)
  if (row.mechanism === 'none') return notApplicable('not-scored')
  const fact = readings.get(row.fact)
  if (fact !== undefined && fact.notApplicable !== null) return excused(fact.notApplicable)
  const shut = row.gate === undefined ? null : judgeGate(row.gate, readings)
  if (shut !== null) return shut
  if (fact === undefined) return planned.notAttributable ? notApplicable('not-attributable') : missing()
  const outcome = prepared.score(fact)
  return outcome.state === 'missing' && planned.notAttributable ? notApplicable('not-attributable') : outcome
}

/** A gate that says no leaves 0; an open one says nothing. */
function judgeGate(id: string, readings: Readings): Outcome | null {
  const gate = readings.get(id)
  if (gate?.notApplicable != null) return excused(gate.notApplicable)
  if (gate !== undefined && hasZeroDenominator(gate)) return notApplicable('zero-denominator')
  const quantity = gate === undefined ? null : quantityOf(gate)
  if (quantity === null) return missing('gate-missing', { gate: id })
  if (quantity.compare(Fraction.ONE) < 0) return scored(Fraction.ZERO, 'gate-no', { gate: id })
  return null
}

function excused(why: string): Outcome {
  return notApplicable('declared-not-applicable', { why })
}
