import { Fraction } from '../../../values/fraction.ts'
import { type Reading, reading } from './reading.ts'

export interface Weighted {
  value: Fraction
  weight: Fraction
}

/** Σ value × weight / Σ weight; undefined when nothing weighs anything. */
export function weightedMean(list: readonly Weighted[]): Fraction | undefined {
  const weight = Fraction.sum(list.map((w) => w.weight))
  if (weight.isZero()) return undefined
  return Fraction.sum(list.map((w) => w.value.mul(w.weight))).div(weight)
}

/** The grades that one project's graders gave its enterprise: shares 0..1 (or values of a count). */
export interface ProjectGrades {
  households: number
  grades: readonly Fraction[]
}

/**
 * The enterprise's reading of a J or W row (C33): graders of one project are averaged, then projects are
 * weighted by their households. Without `gradersAveragedFirst` each grader carries the project's households.
 * Projects without a grade leave the mean; undefined when none has one.
 */
export function aggregateGrades(
  projects: readonly ProjectGrades[],
  settings: { gradersAveragedFirst: boolean },
): Reading | undefined {
  const weighted = projects.flatMap(({ households, grades }): Weighted[] => {
    if (grades.length === 0) return []
    const weight = Fraction.of(households)
    if (!settings.gradersAveragedFirst) return grades.map((value) => ({ value, weight }))
    return [{ value: Fraction.sum(grades).div(Fraction.of(grades.length)), weight }]
  })
  const value = weightedMean(weighted)
  return value === undefined ? undefined : reading({ value })
}

/** One project's A.1 total and how long and large it was in the enterprise's care. */
export interface ProjectTotal {
  total: Fraction
  households: number
  /** Days of the contract within the period (C36). */
  contractDays: number
}

/**
 * The reading of 2-20: the mean A.1 total of an enterprise's projects over 100, weighted by households and
 * contract days; 0/0 (not applicable) when no project of its was scored.
 */
export function aggregateProjects(projects: readonly ProjectTotal[]): Reading {
  const mean = weightedMean(
    projects.map((p) => ({
      value: p.total,
      weight: Fraction.of(p.households).mul(Fraction.of(p.contractDays)),
    })),
  )
  if (mean === undefined) return reading({ numerator: Fraction.ZERO, denominator: Fraction.ZERO })
  return reading({ numerator: mean, denominator: Fraction.HUNDRED })
}
