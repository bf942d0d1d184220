import { type Fault, type FaultParams, makeFault } from './fault.ts'
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
import type { Path, SourceFile } from './source-file.ts'

/** A record with the place it was read from, so that a check can name the line. */
export interface Located<T> {
  value: T
  file: SourceFile
  path: Path
}

/** A table's row together with the table and edition its file declares. */
export type LocatedRow = Located<Indicator> & { table: string; edition: string }

/** Everything read from the files, before it is checked as a whole. */
export interface Parts {
  clauses: Located<Clause>[]
  requirements: Located<Requirement>[]
  notCheckable: Located<NotCheckable>[]
  limits: Located<Limit>[]
  facts: Located<FactDefinition>[]
  rows: LocatedRow[]
  schemes: Located<Scheme>[]
  rulings: Located<Ruling>[]
  calendars: Located<CalendarNotice>[]
  categories: Located<PetitionCategory>[]
  questionnaires: Located<Questionnaire>[]
}

export function emptyParts(): Parts {
  return {
    clauses: [],
    requirements: [],
    notCheckable: [],
    limits: [],
    facts: [],
    rows: [],
    schemes: [],
    rulings: [],
    calendars: [],
    categories: [],
    questionnaires: [],
  }
}

/** A fault at a place inside a located record. */
export function faultAt(
  located: Located<unknown>,
  inner: Path,
  code: string,
  params: FaultParams = {},
): Fault {
  const { file, path } = located
  return makeFault(file.name, file.lineOf([...path, ...inner]), code, params)
}
