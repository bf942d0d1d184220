import type { Stage } from '../../../../contracts/evaluation/words.ts'
import type { Rulebook } from '../../../rulebook/load.ts'
import type { FactDefinition } from '../../../rulebook/schema/facts.ts'
import { contains } from '../../../values/days.ts'
import { Fraction } from '../../../values/fraction.ts'
import type { Refusal } from '../../../platform/problems/refusal.ts'
import type { CellFault, SheetRow } from '../../sheet-kind.ts'
import { refuse } from '../problems.ts'
import type { Reading } from './reading.ts'
import type { FactStanding } from './settle-readings.ts'
import { beyondWhole, type Whole, wholeOf } from './part-of-whole.ts'
import { readCells } from './read-cells.ts'
import { stageTitles } from './stages.ts'
import { cellRefusals } from './read-cells-texts.ts'

/** The facts of the rule-book as people name them: by id, by title, by the row that reads them. */
export interface FactIndex {
  byName: ReadonlyMap<string, FactDefinition>
  recordable: readonly FactDefinition[]
  /** For facts given per project, which of 业委会 and 街道社区 give them. */
  gradersOf: ReadonlyMap<string, ReadonlySet<string>>
  rowsOf: ReadonlyMap<string, readonly string[]>
  severitiesOf: ReadonlyMap<string, Severities>
  /** What the denominator of a fact is by the papers of a year. */
  wholeIn(fact: FactDefinition, year: number): Whole | undefined
}

/** The scale of a fact of the negative list (C23): its names, and the least and most points of a year. */
interface Severities {
  names: readonly string[]
  range(year: number): [Fraction, Fraction]
}

const gradersOfProjects = new Set(['业委会', '街道社区'])

export function factIndex(rulebook: Rulebook): FactIndex {
  const byName = new Map<string, FactDefinition>()
  const rowsOf = new Map<string, string[]>()
  const gradersOf = new Map<string, Set<string>>()
  const severitiesOf = new Map<string, Severities>()
  const itemsOf = new Map<string, string>()
  const at = (limit: string, year: number) => {
    const found = rulebook.limits[limit]?.values.find((dated) => contains(dated, `${year}-12-31`))
    return Fraction.parse(found?.value ?? '0')
  }
  for (const fact of Object.values(rulebook.facts)) {
    byName.set(fact.id, fact)
    byName.set(fact.title, fact)
  }
  for (const row of Object.values(rulebook.rows).flatMap((tables) => Object.values(tables).flat())) {
    const fact = row.fact ? rulebook.facts[row.fact] : undefined
    if (!fact) continue
    byName.set(row.id, fact)
    // Several editions have rows of the same number.
    rowsOf.set(fact.id, [...new Set([...(rowsOf.get(fact.id) ?? []), row.id])])
    if (gradersOfProjects.has(row.evaluator))
      gradersOf.set(fact.id, (gradersOf.get(fact.id) ?? new Set()).add(row.evaluator))
    if (row.mechanism === 'checklist') itemsOf.set(fact.id, row.parameters.of)
    if (row.mechanism !== 'deduction') continue
    const { severities, least, most } = row.parameters
    const range = (year: number): [Fraction, Fraction] => [at(least, year), at(most, year)]
    severitiesOf.set(fact.id, { names: Object.keys(severities), range })
  }
  const recordable = Object.values(rulebook.facts).filter((f) => f.provenance !== 'computed')
  const wholeIn = (fact: FactDefinition, year: number) => {
    const items = itemsOf.get(fact.id)
    return wholeOf(fact, items === undefined ? undefined : at(items, year))
  }
  return { byName, recordable, gradersOf, rowsOf, severitiesOf, wholeIn }
}

export interface KnownPlace {
  id: string
  kind: string
  name: string
  /** Years in which a round that scores the place takes facts no more, with the stage it is in. */
  frozen: Readonly<Record<string, Stage>>
}
export interface Known {
  places: ReadonlyMap<string, KnownPlace>
  enterprises: ReadonlyMap<string, { id: string; name: string }>
  thisYear: number
  /** Which enterprise held which compound's contract, [from, to). */
  contracts: readonly { bodyId: string; compoundId: string; from: string; to: string | null }[]
  /** Whether the actor may bring the results of a satisfaction survey. */
  maySurvey: boolean
  /** Whether the actor reaches a place as its owners committee and not otherwise: there it grades its own firm, no more. */
  gradesOnly(placeId: string): boolean
}

const served = (known: Known, bodyId: string, compoundId: string, year: number): boolean =>
  known.contracts.some(
    (c) =>
      c.bodyId === bodyId &&
      c.compoundId === compoundId &&
      c.from <= `${year}-12-31` &&
      (c.to === null || c.to > `${year}-01-01`),
  )

/** A declared fact ready to be saved; numbers as exact text. */
export interface Entry {
  year: number
  fact: string
  placeId: string
  bodyId: string | null
  projectId: string | null
  grader: string
  incident: string
  numerator: string | null
  denominator: string | null
  value: string | null
  named: string | null
  notApplicable: string | null
  note: string
  evidence: string
  provenance: string
  standing: FactStanding
  /** Why what was recorded before is said otherwise now. */
  reason?: string
}

/** What makes a recorded fact one and the same. */
export const factKey = (e: Entry): string =>
  [e.year, e.fact, e.placeId, e.bodyId ?? '', e.projectId ?? '', e.grader, e.incident].join('|')

const kindNames: Record<string, string> = {
  compound: '小区',
  enterprise: '物业服务企业',
  street: '街道（乡镇）',
  community: '社区',
  district: '旗县区',
}

/** Examines one row. @returns the entry with the place whose reach it needs, or every fault by cell */
export function examineFact(
  row: SheetRow,
  index: FactIndex,
  known: Known,
): { entry?: Entry; guarded?: KnownPlace; faults: CellFault[] } {
  const faults: CellFault[] = []
  const fail = (column: string, { zh, en }: Refusal) => faults.push({ column, zh, en })
  const text = (key: string) => String(row.cells[key] ?? '').trim()
  const year = Number(text('year'))
  if (!Number.isInteger(year) || year < 2021 || year > known.thisYear + 1)
    fail('year', refuse('year-unknown', { year: text('year'), least: 2021, most: known.thisYear + 1 }))
  const fact = index.byName.get(text('fact'))
  if (!fact) fail('fact', refuse('fact-unknown', { fact: text('fact') }))
  else if (fact.provenance === 'computed')
    fail('fact', refuse('fact-computed', { title: fact.title, reads: fact.reads }))
  const place = known.places.get(text('place'))
  if (!place) fail('place', refuse('place-unknown', { code: text('place') }))
  const body = text('uscc') ? known.enterprises.get(text('uscc')) : undefined
  if (text('uscc') && !body) fail('uscc', refuse('enterprise-unknown', { code: text('uscc') }))
  const project = text('project') ? known.places.get(text('project')) : undefined
  if (text('project') && project?.kind !== 'compound')
    fail('project', refuse('project-unknown', { code: text('project') }))
  // What the moderators and the public are shown must not move under them.
  const stage = place?.frozen[year]
  if (place && stage)
    fail('year', refuse('facts-frozen', { name: place.name, year, stage: stageTitles[stage] }))
  if (!fact || !place || faults.length > 0) return { faults }
  checkSubject(fact, place, text, fail)
  if (text('provenance') === 'surveyed' && !known.maySurvey) fail('provenance', refuse('survey-not-yours'))
  if (project && !index.gradersOf.has(fact.id)) fail('project', refuse('project-superfluous'))
  if (project && body && !served(known, body.id, project.id, year))
    fail('project', refuse('project-not-served', { name: project.name, enterprise: body.name, year }))
  if (known.gradesOnly((project ?? place).id) && !(project && index.gradersOf.get(fact.id)?.has('业委会')))
    fail('fact', refuse('committee-grades-only', { title: fact.title }))
  if (fact.shape === 'deduction' && !text('incident')) fail('incident', refuse('incident-missing'))
  const read = readCells(
    {
      numerator: text('numerator'),
      denominator: text('denominator'),
      value: text('value'),
      note: text('note'),
    },
    fact,
  )
  if (!read.ok) fail(read.column ?? 'value', refuse('cell-refused', cellRefusals[read.reason]))
  else if (read.value.notApplicable === null) {
    checkShape(fact, read.value, index.wholeIn(fact, year), fail)
    if (fact.shape === 'deduction')
      checkSeverity(index.severitiesOf.get(fact.id), read.value.name ?? '', year, fail)
  }
  if (!read.ok || faults.length > 0) return { faults }
  const { numerator, denominator, value, name, notApplicable } = read.value
  const entry: Entry = {
    year,
    fact: fact.id,
    placeId: place.id,
    bodyId: body?.id ?? null,
    projectId: project?.id ?? null,
    grader: text('grader'),
    incident: text('incident'),
    numerator: numerator?.toDecimal(12) ?? null,
    denominator: denominator?.toDecimal(12) ?? null,
    value: value?.toDecimal(12) ?? null,
    named: name,
    notApplicable,
    note: text('note'),
    evidence: text('evidence'),
    provenance: text('provenance'),
    standing: 'ordinary',
    reason: text('reason'),
  }
  return { entry, guarded: project ?? place, faults }
}

/** Shapes whose reading is one value: parts of a ratio say nothing of them. */
const valueShapes: readonly FactDefinition['shape'][] = ['score', 'level', 'grade', 'deduction']

/** What can be read may still not be what the fact asks for: 85/100 is no satisfaction of 85, and 92 no share. */
function checkShape(
  fact: FactDefinition,
  reading: Reading,
  whole: Whole | undefined,
  fail: (column: string, refusal: Refusal) => void,
) {
  if (reading.numerator !== null && !reading.denominator?.isZero() && valueShapes.includes(fact.shape))
    return fail('numerator', refuse('value-wanted', { title: fact.title }))
  const beyond = beyondWhole(reading, fact, whole)
  if (beyond)
    fail(beyond.column, refuse('cell-refused', { reason: beyond.reason, reasonEn: beyond.reasonEn }))
}

/** A name of the published scale, the points of the finding within its range, or 0 where there was nothing. */
function checkSeverity(
  scale: Severities | undefined,
  said: string,
  year: number,
  fail: (column: string, refusal: Refusal) => void,
) {
  if (!scale || said === '' || scale.names.includes(said)) return
  const points = Fraction.find(said)
  const [least, most] = scale.range(year)
  if (points && (points.isZero() || (points.compare(least) >= 0 && points.compare(most) <= 0))) return
  const params = { severities: scale.names.join('、'), least: least.toDecimal(), most: most.toDecimal() }
  fail('value', refuse('severity-unknown', params))
}

function checkSubject(
  fact: FactDefinition,
  place: KnownPlace,
  text: (key: string) => string,
  fail: (column: string, refusal: Refusal) => void,
) {
  const ofEnterprise = (fact.subjects as readonly string[]).includes('enterprise')
  if (ofEnterprise && !text('uscc')) return fail('uscc', refuse('enterprise-missing'))
  if (!ofEnterprise && text('uscc')) return fail('uscc', refuse('enterprise-superfluous'))
  const kinds: readonly string[] = ofEnterprise ? ['district'] : fact.subjects
  if (kinds.includes(place.kind)) return
  const expected = kinds.map((kind) => kindNames[kind] ?? kind).join('、')
  fail('place', refuse('subject-mismatch', { title: fact.title, expected, name: place.name }))
}
