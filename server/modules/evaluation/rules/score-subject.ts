import { Fraction } from '../../../values/fraction.ts'
import { settleNegativeList } from './negative-list.ts'
import type { Outcome, Reason, RowState } from './outcome.ts'
import type { Plan, PlannedBand, PlannedRow } from './plan.ts'
import type { Readings } from './reading.ts'
import { groupFactors } from './reweight.ts'
import { scoreRow } from './score-row.ts'

export interface RowScore {
  readonly id: string
  readonly state: RowState
  /** What the row adds to the total, after points of rows that do not apply were spread. */
  readonly points: Fraction
  /** What it could add at most. */
  readonly max: Fraction
  /** Points and full points on the scale the table prints. */
  readonly earned: Fraction
  readonly printed: Fraction
  readonly reason: Reason
}

export interface SubjectScore {
  readonly rows: readonly RowScore[]
  /** Exact sum of the rows' points, not below the floor. */
  readonly total: Fraction
  /** Points of rows whose fact nobody has brought: neither won nor lost yet. */
  readonly missingPoints: Fraction
  /** Whether any scored row applies at all; if none does there is nothing to total. */
  readonly applies: boolean
  readonly band: PlannedBand | null
}

/** Scores one subject by a plan. Pure: the same readings give the same score, in whatever order they came. */
export function scoreSubject(plan: Plan, readings: Readings): SubjectScore {
  const outcomes = outcomesOf(plan, readings)
  const weighed = plan.rows.map((r, i) => ({
    points: r.points,
    group: r.group,
    applies: outcomes[i]?.state !== 'not-applicable',
  }))
  const factors = groupFactors(weighed, plan.groups)
  const rows = plan.rows.map((planned, i) => weighedScore(planned, outcomes[i] as Outcome, factors))
  let sum = Fraction.ZERO
  let missingPoints = Fraction.ZERO
  for (const row of rows) {
    sum = sum.add(row.points)
    if (row.state === 'missing') missingPoints = missingPoints.add(row.max)
  }
  const total = Fraction.max(plan.floor, sum)
  const applies = weighed.some((r) => r.applies && !r.points.isZero())
  return { rows, total, missingPoints, applies, band: applies ? bandOf(plan, total) : null }
}

function outcomesOf(plan: Plan, readings: Readings): Outcome[] {
  const negative = plan.rows.filter((r) => r.prepared.kind === 'deduct')
  const settled =
    negative.length === 0 ? [] : settleNegativeList(negative, readings, plan.oneDeductionPerIncident)
  let next = 0
  return plan.rows.map((planned) =>
    planned.prepared.kind === 'deduct' ? (settled[next++] as Outcome) : scoreRow(planned, readings),
  )
}

/** Deductions are never reweighted: an event costs what the scale says. */
function weighedScore(planned: PlannedRow, outcome: Outcome, factors: readonly Fraction[] | null): RowScore {
  const { state, earned, reason } = outcome
  const factor = planned.prepared.kind === 'deduct' ? undefined : factors?.[planned.group]
  const lives = state !== 'not-applicable'
  return {
    id: planned.row.id,
    state,
    points: factor === undefined ? earned : earned.mul(factor),
    max: !lives ? Fraction.ZERO : factor === undefined ? planned.points : planned.points.mul(factor),
    earned,
    printed: planned.points,
    reason,
  }
}

/** The band whose half-open range holds the exact total; rounding comes later and only for display (C3). */
export function bandOf(plan: Pick<Plan, 'bands'>, total: Fraction): PlannedBand | null {
  const inside = (b: PlannedBand) => {
    const end = total.compare(b.to)
    return total.compare(b.from) >= 0 && (end < 0 || (end === 0 && b.includesTo))
  }
  return plan.bands.find(inside) ?? null
}
