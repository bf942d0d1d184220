import type { Database, Db } from '../../platform/database/database.ts'
import type { Edition, Editions, EditionTable, Papers } from '../../rulebook/load.ts'
import { Fraction } from '../../values/fraction.ts'
import type { FactSource, Over, SubjectKind } from '../fact-source.ts'
import { aggregateProjects, type ProjectTotal } from './rules/aggregate.ts'
import { type Plan, preparePlan } from './rules/plan.ts'
import { type RowScore, scoreSubject, type SubjectScore } from './rules/score-subject.ts'
import {
  type ReadingUsed,
  type RecordedReading,
  settleReadings,
  type SettlingScale,
  settlingScale,
} from './rules/settle-readings.ts'
import {
  computedReadings,
  declaredReadings,
  type ProjectShare,
  projectShares,
  relations,
  type StoredReading,
  withoutCommittee,
} from './storage/readings.ts'
import type { Result } from './storage/results.ts'
import type { Round } from './storage/rounds.ts'
import type { Subject } from './storage/subjects.ts'

/** 2-20 全部项目管理能力: the one fact that evaluation computes itself, from its own A.1 totals. */
export const meanProjectFact = 'project-mean-score'

export interface ReadingInput {
  db: Db
  round: Round
  edition: Edition
  sources: readonly FactSource[]
  /** Limits and rulings at the period's end. */
  figures: Pick<Over, 'limit' | 'ruling'>
}

/** What is known of the subjects of one kind, ready for the pure rules. */
export interface KindRead {
  kind: SubjectKind
  assessed: readonly Subject[]
  planFor(variant: string | null): Plan
  scale: SettlingScale
  readings: ReadonlyMap<string, readonly RecordedReading[]>
  /** Which scored compounds an enterprise's 2-20 is the mean of. */
  shares: ReadonlyMap<string, readonly ProjectShare[]>
}

/** Reads all facts of the given subjects of one kind (or of one alone), a statement each. */
export async function readKind(
  input: ReadingInput,
  kind: SubjectKind,
  subjects: readonly Subject[],
  only?: string,
): Promise<KindRead | undefined> {
  const planned = planKind(input.edition, kind, subjects)
  if (!planned) return undefined
  const { assessed, planFor, table } = planned
  const facts = [...new Set([...new Set(assessed.map((s) => s.variant))].flatMap((v) => planFor(v).facts))]
  const readings = await gatherReadings(input, kind, facts, only)
  if (kind === 'enterprise') await excuseUngraded(input, table, readings, only)
  const shares = kind === 'enterprise' ? await projectShares(input.db, input.round, only) : []
  const byEnterprise = Map.groupBy(shares, (share) => share.enterpriseId)
  return { ...planned, readings, shares: byEnterprise }
}

export type PlannedKind = Pick<KindRead, 'kind' | 'assessed' | 'planFor' | 'scale'> & { table: EditionTable }

/** The subjects of one kind that are assessed, and how their table scores them; undefined where there are none. */
export function planKind(
  { tables, settings }: Edition,
  kind: SubjectKind,
  subjects: readonly Subject[],
): PlannedKind | undefined {
  // By id, so that results are written in the order of the table's key.
  const assessed = subjects.filter((s) => s.kind === kind && s.notAssessed === null).sort(byId)
  const table = tables[assessed[0]?.tableId ?? '']
  if (!table) return undefined
  const plans = new Map<string | null, Plan>()
  const planFor = (variant: string | null) => {
    const known = plans.get(variant) ?? preparePlan(table, settings, { level: kind, variant })
    plans.set(variant, known)
    return known
  }
  return { kind, assessed, table, planFor, scale: settlingScale(table, settings) }
}

const byId = (a: Subject, b: Subject) => (a.id < b.id ? -1 : 1)

/**
 * Scores what was read, one subject after the other as results are drawn.
 * @param totals exact A.1 totals by compound subject, for 2-20
 */
export function* scoreRead(read: KindRead, totals: ReadonlyMap<string, Fraction>): Generator<Result> {
  for (const { id, variant } of read.assessed) {
    const plan = read.planFor(variant)
    const recorded = read.readings.get(id) ?? []
    const shares = read.shares.get(id)
    const settled = settleReadings(shares ? [...recorded, meanReading(shares, totals)] : recorded, read.scale)
    const score = scoreSubject(plan, new Map([...settled].map(([fact, used]) => [fact, used.reading])))
    const factOf = factsOfRows(plan)
    yield { subjectId: id, score: sayingAverages(score, settled, factOf), readings: settled, factOf }
  }
}

/** Where a row was scored from a mean, its reason names what the mean was taken of. */
function sayingAverages(
  score: SubjectScore,
  settled: ReadonlyMap<string, ReadingUsed>,
  factOf: ReadonlyMap<string, string>,
): SubjectScore {
  if (!settled.values().some((used) => used.averaged)) return score
  const rows = score.rows.map((row): RowScore => {
    const averaged = row.state === 'scored' ? settled.get(factOf.get(row.id) ?? '')?.averaged : undefined
    if (!averaged) return row
    const { count, said, weighted } = averaged
    const params = {
      ...row.reason.params,
      readings: String(count),
      said,
      ...(weighted ? { weighted: 'yes' } : {}),
    }
    return { ...row, reason: { ...row.reason, params } }
  })
  return { ...score, rows }
}

const rowFacts = new WeakMap<Plan, ReadonlyMap<string, string>>()

function factsOfRows(plan: Plan): ReadonlyMap<string, string> {
  const known = rowFacts.get(plan)
  if (known) return known
  const made = new Map(plan.rows.flatMap(({ row }) => (row.fact ? [[row.id, row.fact] as const] : [])))
  rowFacts.set(plan, made)
  return made
}

async function gatherReadings(
  { db, round, sources, figures }: ReadingInput,
  kind: SubjectKind,
  facts: readonly string[],
  only?: string,
): Promise<Map<string, RecordedReading[]>> {
  const over: Over = { ...relations(round, kind, only), from: round.from, to: round.to, ...figures }
  const bySubject = new Map<string, RecordedReading[]>()
  const add = (reading: StoredReading) => {
    const list = bySubject.get(reading.subjectId)
    if (list) list.push(reading)
    else bySubject.set(reading.subjectId, [reading])
  }
  for (const reading of await declaredReadings(db, round, kind, facts, only)) add(reading)
  for (const source of sources)
    if (facts.includes(source.fact) && source.subjects.includes(kind))
      for (const reading of await computedReadings(db, source, over)) add(reading)
  return bySubject
}

/** C38: where no project has a committee, and nobody stood in for one, the committees' rows do not apply. */
async function excuseUngraded(
  { db, round }: ReadingInput,
  table: EditionTable,
  readings: Map<string, RecordedReading[]>,
  only?: string,
): Promise<void> {
  const facts = table.rows.flatMap((row) => (row.evaluator === '业委会' && row.fact ? [row.fact] : []))
  for (const id of await withoutCommittee(db, round, only)) {
    const list = readings.get(id) ?? []
    const told = new Set(list.map((reading) => reading.fact))
    const excused = facts.filter((fact) => !told.has(fact)).map((fact) => ({ ...noReading, fact }))
    readings.set(id, [...list, ...excused])
  }
}

const noReading: Omit<RecordedReading, 'fact'> = {
  numerator: null,
  denominator: null,
  value: null,
  named: null,
  notApplicable: '所服务的项目均无业委会或物管会，也没有业主代表代评（C38）',
  note: '',
  incident: '',
  provenance: 'computed',
  weight: 0,
  projectId: null,
  standing: 'ordinary',
}

function meanReading(
  shares: readonly ProjectShare[],
  totals: ReadonlyMap<string, Fraction>,
): RecordedReading {
  const scored = shares.flatMap((share): ProjectTotal[] => {
    const total = totals.get(share.compoundSubjectId)
    return total ? [{ total, households: share.households, contractDays: share.days }] : []
  })
  const mean = aggregateProjects(scored)
  return {
    fact: meanProjectFact,
    numerator: mean.numerator?.toString() ?? null,
    denominator: mean.denominator?.toString() ?? null,
    value: null,
    named: null,
    notApplicable: null,
    note: '',
    incident: '',
    provenance: 'computed',
    weight: 0,
    projectId: null,
    standing: 'ordinary',
  }
}

/** What a pass needs beside the context. */
export interface Engine {
  database: Database
  /** Facts, clauses and rulings; rows and limits are asked of the round's own edition. */
  rulebook: Papers
  editions: Editions
  /** Facts that the modules compute; app.ts gathers them from their doors. */
  sources: readonly FactSource[]
  /** Whether the city is a demonstration, said below every export. */
  demo: boolean
}

/** Exact totals from stored text. */
export const fractions = (texts: ReadonlyMap<string, string>): Map<string, Fraction> =>
  new Map([...texts].map(([id, text]) => [id, Fraction.parse(text)]))
