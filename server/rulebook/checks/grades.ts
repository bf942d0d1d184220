import { Fraction } from '../../values/fraction.ts'
import type { Fault } from '../fault.ts'
import { faultAt, type LocatedRow, type Parts } from '../parts.ts'

/** Rubrics fall from 优 to 差, tiers rise, severities keep between their limits. */
export function checkGrades(parts: Parts): Fault[] {
  return parts.rows.flatMap((row) => {
    if (row.value.mechanism === 'grade') return rubricFaults(row)
    if (row.value.mechanism === 'tiers') return tierFaults(row)
    if (row.value.mechanism === 'deduction') return severityFaults(row, parts)
    return []
  })
}

function isShare(share: Fraction): boolean {
  return !share.isNegative() && share.compare(Fraction.ONE) <= 0
}

function rubricFaults(row: LocatedRow): Fault[] {
  if (row.value.mechanism !== 'grade') return []
  const { rubric } = row.value
  if (rubric.map((r) => r.level).join('') !== '优良中差') return [faultAt(row, ['rubric'], 'grade-levels')]
  return rubric.flatMap((grade, i) => {
    const share = Fraction.parse(grade.share)
    const above = rubric[i - 1]
    if (isShare(share) && (!above || share.compare(Fraction.parse(above.share)) < 0)) return []
    return [faultAt(row, ['rubric', i], 'grade-falling', { level: grade.level, share: grade.share })]
  })
}

function tierFaults(row: LocatedRow): Fault[] {
  if (row.value.mechanism !== 'tiers') return []
  const { tiers } = row.value.parameters
  const falls = tiers.length > 1 && (tiers[0]?.at === undefined ? -1 : compareAt(tiers[0].at, tiers[1]?.at))
  return tiers.flatMap((tier, i) => {
    const before = tiers[i - 1]
    const apart =
      before === undefined || (i === 1 && before.at === undefined) || compareAt(before.at, tier.at) === falls
    const placed = tier.at !== undefined || i === 0
    if (placed && apart && isShare(Fraction.parse(tier.share))) return []
    return [faultAt(row, ['parameters', 'tiers', i], 'tiers-rising', { name: tier.name })]
  })
}

function compareAt(a: string | undefined, b: string | undefined): number {
  return a === undefined || b === undefined ? 0 : Fraction.parse(a).compare(Fraction.parse(b))
}

function severityFaults(row: LocatedRow, parts: Parts): Fault[] {
  if (row.value.mechanism !== 'deduction') return []
  const { severities, least, most } = row.value.parameters
  const figures = (id: string) =>
    (parts.limits.find((l) => l.value.id === id)?.value.values ?? []).map((v) => Fraction.parse(v.value))
  return Object.entries(severities).flatMap(([name, points]) => {
    const taken = Fraction.parse(points)
    const low = figures(least).some((f) => taken.compare(f) < 0)
    const high = figures(most).some((f) => taken.compare(f) > 0)
    if (!low && !high) return []
    return [faultAt(row, ['parameters', 'severities', name], 'severity-range', { name, points, least, most })]
  })
}
