import type { EditionTable } from '../../../rulebook/edition.ts'
import { Fraction } from '../../../values/fraction.ts'
import { aggregateGrades, type ProjectGrades } from './aggregate.ts'
import { type Incident, quantityOf, type Reading, reading } from './reading.ts'

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
}

/** The one reading that a row is scored from, and what is shown of it. */
export interface ReadingUsed {
  reading: Reading
  numerator: string | null
  denominator: string | null
  value: string | null
  provenance: string
}

/** What settling needs of the edition: which facts are lists of incidents, and what named grades are worth. */
export interface SettlingScale {
  deductions: ReadonlySet<string>
  gradeShares: ReadonlyMap<string, ReadonlyMap<string, Fraction>>
  gradersAveragedFirst: boolean
}

export function settlingScale(
  table: EditionTable,
  settings: { gradersAveragedFirst: boolean },
): SettlingScale {
  const gradeShares = new Map<string, ReadonlyMap<string, Fraction>>()
  const deductions = new Set<string>()
  for (const row of table.rows) {
    if (row.mechanism === 'grade')
      gradeShares.set(row.fact, new Map(row.rubric.map((g) => [g.level, Fraction.parse(g.share)])))
    if (row.mechanism === 'deduction') deductions.add(row.fact)
  }
  return { deductions, gradeShares, gradersAveragedFirst: settings.gradersAveragedFirst }
}

/**
 * Brings all readings of one subject down to one a fact: what records compute goes before what people declare;
 * graders of projects are averaged by households (C33); several readings of one fact are averaged (C11);
 * incidents stay a list (C23). The order in which they came does not matter.
 */
export function settleReadings(
  recorded: readonly RecordedReading[],
  scale: SettlingScale,
): Map<string, ReadingUsed> {
  const settled = new Map<string, ReadingUsed>()
  for (const [fact, all] of Map.groupBy(recorded, (r) => r.fact)) {
    const computed = all.filter((r) => r.provenance === 'computed')
    const used = settleFact(computed.length > 0 ? computed : all, scale, fact)
    if (used) settled.set(fact, used)
  }
  return settled
}

function settleFact(all: RecordedReading[], scale: SettlingScale, fact: string): ReadingUsed | undefined {
  const first = all[0] as RecordedReading
  if (scale.deductions.has(fact))
    return shown(reading({ incidents: all.filter((r) => r.notApplicable === null).map(incidentOf) }), all)
  if (all.length === 1 && first.projectId === null) return shown(parsed(first), all)
  const applying = all.filter((r) => r.notApplicable === null)
  if (applying.length === 0) return shown(parsed(all.toSorted(byExcuse)[0] as RecordedReading), all)
  const shares = scale.gradeShares.get(fact)
  const quantity = (r: RecordedReading) =>
    (r.named === null ? undefined : shares?.get(r.named)) ?? quantityOf(parsed(r))
  const projects = projectsOf(applying, quantity)
  const mean = aggregateGrades(projects, scale)
  return mean ? shown(mean, all) : undefined
}

function projectsOf(
  applying: RecordedReading[],
  quantity: (r: RecordedReading) => Fraction | null,
): ProjectGrades[] {
  const inProjects = applying.filter((r) => r.projectId !== null)
  // Readings for the subject as a whole count each once; beside graded projects they are the same thing said twice.
  const counted = inProjects.length > 0 ? inProjects : applying
  return [...Map.groupBy(counted, (r) => r.projectId).values()].map((list) => ({
    households: list[0]?.projectId === null ? 1 : (list[0]?.weight ?? 0),
    grades: list.flatMap((r) => quantity(r) ?? []),
  }))
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
  severity: r.named ?? Fraction.parse(r.value ?? '0'),
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
