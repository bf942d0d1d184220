import type { z } from 'zod'
import type {
  clausePaper,
  factPaper,
  limitPaper,
  requirementPaper,
  rulingPaper,
} from '../../../../contracts/standards/staff.ts'
import { limitAt, type Rulebook } from '../../../rulebook/load.ts'
import { contains, type Day } from '../../../values/days.ts'
import { arrivalOf } from '../rules/arrival.ts'

type FactDefinition = Rulebook['facts'][string]
type Clause = Rulebook['clauses'][string]
type Requirement = Rulebook['requirements'][string]
type Ruling = Rulebook['rulings'][string]

/** The papers as they travel; each as it stands on a day. */
export interface Papers {
  fact(id: string | null | undefined): z.infer<typeof factPaper> | null
  limit(id: string): z.infer<typeof limitPaper>
  clauses(ids: readonly string[]): z.infer<typeof clausePaper>[]
  rulings(ids: readonly string[]): z.infer<typeof rulingPaper>[]
  requirement(requirement: Requirement): z.infer<typeof requirementPaper>
}

export function papersOn(rulebook: Rulebook, on: Day): Papers {
  const fact: Papers['fact'] = (id) => {
    const found = id ? rulebook.facts[id] : undefined
    return found ? showFact(found) : null
  }
  const limit: Papers['limit'] = (id) => {
    const { title, titleEn, clause, unit, undecided, value } = limitAt(rulebook, id, on)
    const from = rulebook.limits[id]?.values.find((v) => contains(v, on))?.from ?? on
    return { id, title, titleEn, clause, unit, undecided, value: value.toString(), from }
  }
  return {
    fact,
    limit,
    clauses: (ids) => [...new Set(ids)].flatMap((id) => rulebook.clauses[id] ?? []).map(showClause),
    rulings: (ids) => ids.flatMap((id) => rulebook.rulings[id] ?? []).map(showRuling),
    requirement: (requirement) => {
      const { id, statement, clause, title, titleEn, who, subject, per, comparator } = requirement
      const read = rulebook.facts[requirement.fact]
      if (!read) throw new RangeError(`no fact ${requirement.fact} in the rule-book`)
      return {
        id,
        statement,
        clause,
        title,
        titleEn,
        who,
        subject,
        per,
        comparator,
        limit: limit(requirement.limit),
        fact: showFact(read),
      }
    },
  }
}

function showFact(fact: FactDefinition): z.infer<typeof factPaper> {
  const { id, title, titleEn, shape, provenance, module, clause, reads, readsEn, personal } = fact
  const [subjects, unit, arrival] = [[...fact.subjects], fact.unit ?? null, arrivalOf(fact)]
  return {
    id,
    title,
    titleEn,
    subjects,
    shape,
    unit,
    provenance,
    arrival,
    module,
    clause,
    reads,
    readsEn,
    personal,
  }
}

/** "4.3.3-c" lies under "4.3.3", "4.1.1" under "4.1". */
export const parentOf = (id: string): string | null => /^(.+)[.-][^.-]+$/.exec(id)?.[1] ?? null

export function showClause(clause: Clause): z.infer<typeof clausePaper> {
  const { id, title, titleEn, kind, summary, summaryEn } = clause
  return {
    id,
    parent: parentOf(id),
    title,
    titleEn,
    kind,
    summary,
    summaryEn,
    statements: clause.statements.map((s) => ({ ...s })),
  }
}

export function showRuling(ruling: Ruling): z.infer<typeof rulingPaper> {
  const parameters = Object.entries(ruling.parameters).map(([name, value]) => ({
    name,
    value: typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value),
  }))
  return { ...ruling, clauses: [...ruling.clauses], parameters }
}
