import type { Parts } from './parts.ts'
import type { CalendarNotice } from './schema/calendars.ts'
import type { Clause } from './schema/clauses.ts'
import type { FactDefinition } from './schema/facts.ts'
import type { Indicator } from './schema/indicators.ts'
import type { Limit } from './schema/limits.ts'
import type { NotCheckable, Requirement } from './schema/requirements.ts'
import type { Questionnaire } from './schema/questionnaires.ts'
import type { PetitionCategory } from './schema/petition-categories.ts'
import type { Ruling } from './schema/rulings.ts'
import type { Scheme } from './schema/schemes.ts'

type Index<T> = Readonly<Record<string, T>>

/** The standard as data: plain, deeply frozen, in the order of the papers. */
export interface Rulebook {
  readonly clauses: Index<Clause>
  readonly requirements: Index<Requirement>
  readonly notCheckable: readonly NotCheckable[]
  readonly limits: Index<Limit>
  readonly facts: Index<FactDefinition>
  readonly rulings: Index<Ruling>
  readonly schemes: Index<Scheme>
  /** The official notices on each year's holidays that are shipped, from the earliest year on. */
  readonly calendars: readonly CalendarNotice[]
  /** Matters that residents report, groups before what lies in them. */
  readonly petitionCategories: readonly PetitionCategory[]
  /** What owners are asked, by version. */
  readonly questionnaires: Index<Questionnaire>
  /** Rows in table order, by edition and table: rows['DB1502-draft-2021']['A.1']. */
  readonly rows: Index<Index<readonly Indicator[]>>
}

export function assemble(parts: Parts): Rulebook {
  const rows: Record<string, Record<string, Indicator[]>> = {}
  for (const { value, table, edition } of parts.rows) {
    const tables = (rows[edition] ??= {})
    const list = (tables[table] ??= [])
    list.push(value)
  }
  return deepFreeze({
    clauses: indexed(parts.clauses),
    requirements: indexed(parts.requirements),
    notCheckable: parts.notCheckable.map((n) => n.value),
    limits: indexed(parts.limits),
    facts: indexed(parts.facts),
    rulings: indexed(parts.rulings),
    schemes: indexed(parts.schemes),
    calendars: parts.calendars.map((c) => c.value).sort((a, b) => a.year - b.year),
    petitionCategories: parts.categories.map((c) => c.value).sort((a, b) => (a.code < b.code ? -1 : 1)),
    questionnaires: indexed(parts.questionnaires),
    rows,
  })
}

function indexed<T extends { id: string }>(list: readonly { value: T }[]): Record<string, T> {
  return Object.fromEntries(list.map(({ value }) => [value.id, value]))
}

/** Data that nobody may change in passing; parts frozen before are left as they are. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}
