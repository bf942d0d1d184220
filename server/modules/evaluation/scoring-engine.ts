import type { Db } from '../../platform/database/database.ts'
import type { Edition } from '../../rulebook/load.ts'
import { Fraction } from '../../values/fraction.ts'
import type { FactSource, Over, SubjectKind } from '../fact-source.ts'
import { aggregateProjects, type ProjectTotal } from './rules/aggregate.ts'
import { type Plan, preparePlan } from './rules/plan.ts'
import { scoreSubject } from './rules/score-subject.ts'
import { type RecordedReading, settleReadings, settlingScale } from './rules/settle-readings.ts'
import {
  computedReadings,
  declaredReadings,
  type ProjectShare,
  projectShares,
  relations,
  type StoredReading,
} from './storage/readings.ts'
import type { Result } from './storage/results.ts'
import type { Round } from './storage/rounds.ts'
import type { Subject } from './storage/subjects.ts'

/** 2-20 全部项目管理能力: the one fact that evaluation computes itself, from its own A.1 totals. */
export const meanProjectFact = 'project-mean-score'

export interface ScoringInput {
  db: Db
  round: Round
  edition: Edition
  sources: readonly FactSource[]
  /** Limits and rulings at the period's end. */
  figures: Pick<Over, 'limit' | 'ruling'>
  /** Exact A.1 totals by compound subject, for 2-20. */
  totals: ReadonlyMap<string, Fraction>
}

/** Scores all given subjects of one kind (or one alone): facts in a statement each, then the pure rules. */
export async function scoreKind(
  input: ScoringInput,
  kind: SubjectKind,
  subjects: readonly Subject[],
  only?: string,
): Promise<Result[]> {
  const assessed = subjects.filter((s) => s.kind === kind && s.notAssessed === null)
  const table = input.edition.tables[assessed[0]?.tableId ?? '']
  if (!table) return []
  const { settings } = input.edition
  const plans = new Map<string | null, Plan>()
  const planFor = (variant: string | null) => {
    const known = plans.get(variant) ?? preparePlan(table, settings, { level: kind, variant })
    plans.set(variant, known)
    return known
  }
  const facts = [...new Set(assessed.flatMap((s) => planFor(s.variant).facts))]
  const readings = await gatherReadings(input, kind, facts, only)
  const scale = settlingScale(table, settings)
  return assessed.map((subject) => {
    const plan = planFor(subject.variant)
    const settled = settleReadings(readings.get(subject.id) ?? [], scale)
    const score = scoreSubject(plan, new Map([...settled].map(([fact, used]) => [fact, used.reading])))
    return { subjectId: subject.id, score, readings: settled, factOf: factsOfRows(plan) }
  })
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
  input: ScoringInput,
  kind: SubjectKind,
  facts: readonly string[],
  only?: string,
) {
  const { db, round, sources, figures } = input
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
  if (kind === 'enterprise')
    for (const reading of meanReadings(await projectShares(db, round, only), input.totals)) add(reading)
  return bySubject
}

function meanReadings(
  shares: readonly ProjectShare[],
  totals: ReadonlyMap<string, Fraction>,
): StoredReading[] {
  return [...Map.groupBy(shares, (share) => share.enterpriseId)].map(([subjectId, list]) => {
    const scored = list.flatMap((share): ProjectTotal[] => {
      const total = totals.get(share.compoundSubjectId)
      return total ? [{ total, households: share.households, contractDays: share.days }] : []
    })
    const mean = aggregateProjects(scored)
    const [numerator, denominator] = [
      mean.numerator?.toString() ?? null,
      mean.denominator?.toString() ?? null,
    ]
    const empty = {
      value: null,
      named: null,
      notApplicable: null,
      note: '',
      incident: '',
      weight: 0,
      projectId: null,
    }
    return { subjectId, fact: meanProjectFact, numerator, denominator, provenance: 'computed', ...empty }
  })
}
