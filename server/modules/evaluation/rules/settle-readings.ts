import type { EditionTable } from '../../../rulebook/edition.ts'
import { Fraction } from '../../../values/fraction.ts'
import { aggregateGrades, type ProjectGrades } from './aggregate.ts'
import { hasZeroDenominator, type Incident, quantityOf, type Reading, reading } from './reading.ts'

/** 决定 before 调整 before computed before the rest; what was withdrawn counts no more. */
export type FactStanding = 'ordinary' | 'override' | 'decision' | 'withdrawn'

/** One reading of one fact as it was recorded or computed; numbers as exact text. */
export interface RecordedReading {
  fact: string
  numerator: string | null
  denominator: string | null
  value: string | null
  named: string | null
  notApplicable: string | null
  note: string
  incident: string
  provenance: string
  /** Households of the project in which it was given; its project, null where given for the subject as a whole. */
  weight: number
  projectId: string | null
  standing: FactStanding
  /** Given in the round's procedure, by whoever it names: not from a sheet. Absent where an archive does not say. */
  ofProcedure?: boolean
}

/** The one reading that a row is scored from, and what is shown of it. */
export interface ReadingUsed {
  reading: Reading
  numerator: string | null
  denominator: string | null
  value: string | null
  provenance: string
  /** What the mean was taken of, as it was recorded; absent where one reading stands alone. */
  averaged?: Averaged
}

export interface Averaged {
  count: number
  /** "6/7、5/7": the first few of them. */
  said: string
  /** Grades of projects, weighted by their households (C33). */
  weighted: boolean
}

/** What settling needs of the edition: which facts are lists of incidents, and what named grades are worth. */
export interface SettlingScale {
  deductions: ReadonlySet<string>
  gradeShares: ReadonlyMap<string, ReadonlyMap<string, Fraction>>
  /** How many items a checklist asks for, by its fact. */
  asked: ReadonlyMap<string, Fraction>
  gradersAveragedFirst: boolean
}

export function settlingScale(
  table: EditionTable,
  settings: { gradersAveragedFirst: boolean },
): SettlingScale {
  const gradeShares = new Map<string, ReadonlyMap<string, Fraction>>()
  const deductions = new Set<string>()
  const asked = new Map<string, Fraction>()
  for (const row of table.rows) {
    if (row.mechanism === 'grade')
      gradeShares.set(row.fact, new Map(row.rubric.map((g) => [g.level, Fraction.parse(g.share)])))
    if (row.mechanism === 'deduction') deductions.add(row.fact)
    if (row.mechanism === 'checklist' && row.figures.of) asked.set(row.fact, row.figures.of.value)
  }
  return { deductions, gradeShares, asked, gradersAveragedFirst: settings.gradersAveragedFirst }
}

/**
 * Brings all readings of one subject down to one a fact: a named decision goes before an override with its reason, that
 * before what records compute, that before what others saw, and that before what people declare of themselves;
 * graders of projects are averaged by households (C33); several readings of one fact are averaged (C11);
 * incidents stay a list (C23). The order in which they came does not matter.
 */
export function settleReadings(
  recorded: readonly RecordedReading[],
  scale: SettlingScale,
): Map<string, ReadingUsed> {
  const settled = new Map<string, ReadingUsed>()
  for (const [fact, all] of Map.groupBy(recorded, (r) => r.fact)) {
    const used = settleFact(scale.deductions.has(fact) ? standing(all) : strongest(all), scale, fact)
    if (used) settled.set(fact, used)
  }
  return settled
}

/** Of incidents none makes another untrue, whoever brought it: only a decision goes before them (C23). */
function standing(all: RecordedReading[]): RecordedReading[] {
  const decided = all.filter((r) => r.standing === 'decision')
  return decided.length > 0 ? decided : all
}

function strongest(all: RecordedReading[]): RecordedReading[] {
  const decided = all.filter((r) => r.standing === 'decision')
  if (decided.length > 0) return decided
  const isHere = (r: RecordedReading) => r.projectId === null || r.weight > 0
  const overridden = all.filter((r) => r.standing === 'override' && isHere(r))
  if (overridden.length > 0) return [...overridden, ...besides(overridden, all)]
  const computed = all.filter((r) => r.provenance === 'computed')
  if (computed.length > 0) return computed
  return lookedAt(all)
}

/** A departure in one project says nothing of the others (C33): their own grades stay. One for the whole goes before all. */
function besides(overridden: RecordedReading[], all: RecordedReading[]): RecordedReading[] {
  const projects = new Set(overridden.map((r) => r.projectId))
  if (projects.has(null)) return []
  const inOthers = (r: RecordedReading) => r.projectId !== null && !projects.has(r.projectId)
  return lookedAt(all.filter((r) => inOthers(r) && r.provenance !== 'computed'))
}

/**
 * What somebody else looked at goes before what the scored body says of itself (C31), and the grade of whoever the procedure
 * names before what others brought in by a sheet of the same visit or another: it stands, and is not averaged with theirs (C11).
 */
function lookedAt(all: RecordedReading[]): RecordedReading[] {
  const seen = all.filter((r) => r.provenance !== 'declared')
  const isOfficial = (r: RecordedReading) => r.provenance === 'inspected' && r.ofProcedure === true
  const counted = seen.some(isOfficial)
    ? seen.filter((r) => isOfficial(r) || r.provenance !== 'inspected')
    : seen
  return counted.length > 0 ? counted : all
}

function settleFact(all: RecordedReading[], scale: SettlingScale, fact: string): ReadingUsed | undefined {
  if (scale.deductions.has(fact))
    return shown(reading({ incidents: all.filter((r) => r.notApplicable === null).map(incidentOf) }), all)
  const applying = all.filter((r) => r.notApplicable === null)
  if (applying.length === 0) return shown(parsed(all.toSorted(byExcuse)[0] as RecordedReading), all)
  const counted = countedOf(applying)
  const [first] = counted
  if (!first) return undefined
  // Where nothing occurred anywhere, the mean of nothing is nothing (0/0), which is not the same as no reading (C32).
  if (counted.length === 1 || counted.every((r) => hasZeroDenominator(parsed(r))))
    return shown(parsed(first), counted)
  const mean = meanOf(counted, scale, fact)
  return mean && { ...shown(mean, counted), averaged: averagedOf(counted) }
}

/** A grade given in a project that is not the subject's says nothing; those of its own go before what was said of it as a whole. */
function countedOf(applying: RecordedReading[]): RecordedReading[] {
  const inProjects = applying.filter((r) => r.projectId !== null && r.weight > 0)
  return inProjects.length > 0 ? inProjects : applying.filter((r) => r.projectId === null)
}

function meanOf(counted: RecordedReading[], scale: SettlingScale, fact: string): Reading | undefined {
  const asked = scale.asked.get(fact)
  const projects = [...Map.groupBy(counted, (r) => r.projectId).values()].map(
    (list): ProjectGrades => ({
      households: list[0]?.projectId === null ? 1 : (list[0]?.weight ?? 0),
      grades: list.flatMap((r) => quantity(r, scale.gradeShares.get(fact), asked) ?? []),
    }),
  )
  const mean = aggregateGrades(projects, scale)
  if (!mean?.value || !asked) return mean
  return reading({ numerator: mean.value.mul(asked), denominator: asked })
}

/** What one reading brings into a mean: a share, a level's value, or a count; of a checklist always the share of its items. */
function quantity(
  r: RecordedReading,
  shares: ReadonlyMap<string, Fraction> | undefined,
  asked: Fraction | undefined,
): Fraction | null {
  const named = r.named === null ? undefined : shares?.get(r.named)
  if (named) return named
  const one = parsed(r)
  if (one.denominator !== null) return quantityOf(one)
  const count = one.value ?? one.numerator
  return count !== null && asked ? count.div(asked) : count
}

const fewSaid = 6

/** Sorted, so that the order in which they came does not matter. */
function averagedOf(counted: readonly RecordedReading[]): Averaged {
  const said = counted.map(saidIn).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  const more = said.length > fewSaid ? '…' : ''
  return {
    count: said.length,
    said: said.slice(0, fewSaid).join('、') + more,
    weighted: counted.some((r) => r.projectId !== null),
  }
}

function saidIn({ named, numerator, denominator, value }: RecordedReading): string {
  const text = (exact: string) => Fraction.parse(exact).toDecimal(4)
  if (named !== null) return named
  if (numerator !== null)
    return denominator === null ? text(numerator) : `${text(numerator)}/${text(denominator)}`
  return value === null ? '' : text(value)
}

const byExcuse = (a: RecordedReading, b: RecordedReading) =>
  (a.notApplicable ?? '') < (b.notApplicable ?? '') ? -1 : 1

const optional = (text: string | null) => (text === null ? null : Fraction.parse(text))

const parsed = (r: RecordedReading): Reading =>
  reading({
    numerator: optional(r.numerator),
    denominator: optional(r.denominator),
    value: optional(r.value),
    name: r.named,
    notApplicable: r.notApplicable,
    note: r.note || null,
  })

const incidentOf = (r: RecordedReading, i: number): Incident => ({
  incident: r.incident || `#${i + 1}`,
  // A person may name the severity, or give the points that the official finding names.
  severity: r.named === null ? Fraction.parse(r.value ?? '0') : (Fraction.find(r.named) ?? r.named),
})

/** Of several provenances the weakest is shown: a mean is no more certain than its least certain part. */
const byCertainty = ['computed', 'imported', 'surveyed', 'inspected', 'declared']

function shown(used: Reading, all: RecordedReading[]): ReadingUsed {
  const text = (f: Fraction | null) => f?.toString() ?? null
  const weakest = Math.max(...all.map((r) => byCertainty.indexOf(r.provenance)))
  return {
    reading: used,
    numerator: text(used.numerator),
    denominator: text(used.denominator),
    value: used.name ?? text(used.value),
    provenance: byCertainty[weakest] ?? 'declared',
  }
}
