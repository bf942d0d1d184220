import type { Day } from '../values/days.ts'
import { type LimitAt, limitAt } from './limit-at.ts'
import type { Rulebook } from './rulebook.ts'
import type { FactDefinition } from './schema/facts.ts'
import type { Indicator } from './schema/indicators.ts'
import { type ScoringSettings, scoringSettings } from './scoring-settings.ts'
import type { Scheme, SchemeTable } from './schema/schemes.ts'

/** The parameter of a mechanism that a limit fills: 'limit', 'target', 'of', 'least' or 'most'. */
export type Figure = 'limit' | 'target' | 'of' | 'least' | 'most'

/** A row with its limits as they stand that day and the facts it reads. */
export type EditionRow = Indicator & {
  readonly table: string
  readonly figures: Readonly<Partial<Record<Figure, LimitAt>>>
  readonly factDefinition: FactDefinition | undefined
  readonly gateDefinition: FactDefinition | undefined
}

export type EditionTable = SchemeTable & { readonly rows: readonly EditionRow[] }

export interface Edition {
  readonly scheme: Scheme
  readonly day: Day
  readonly settings: ScoringSettings
  readonly tables: Readonly<Record<string, EditionTable>>
}

/**
 * The tables of an edition with every limit read at `day` (the end of the period that is scored).
 * Throws RangeError for an unknown edition or a limit without a value that day.
 */
export function edition(rulebook: Rulebook, id: string, day: Day): Edition {
  const scheme = rulebook.schemes[id]
  if (!scheme) throw new RangeError(`no edition ${id} in the rule-book`)
  const tables: Record<string, EditionTable> = {}
  for (const table of scheme.tables) {
    const rows = rulebook.rows[id]?.[table.id] ?? []
    tables[table.id] = { ...table, rows: rows.map((row) => editionRow(rulebook, row, table.id, day)) }
  }
  return { scheme, day, settings: scoringSettings(rulebook), tables }
}

function editionRow(rulebook: Rulebook, row: Indicator, table: string, day: Day): EditionRow {
  const figures: Partial<Record<Figure, LimitAt>> = {}
  for (const [figure, limit] of limitsOf(row)) figures[figure] = limitAt(rulebook, limit, day)
  return {
    ...row,
    table,
    figures,
    factDefinition: row.fact ? rulebook.facts[row.fact] : undefined,
    gateDefinition: row.gate ? rulebook.facts[row.gate] : undefined,
  }
}

/** Which limits a row's mechanism reads, by the parameter they fill. */
export function limitsOf(row: Indicator): [Figure, string][] {
  switch (row.mechanism) {
    case 'boolean':
    case 'ratio':
      return row.parameters.limit === undefined ? [] : [['limit', row.parameters.limit]]
    case 'count':
      return [['target', row.parameters.target]]
    case 'checklist':
      return [['of', row.parameters.of]]
    case 'deduction':
      return [
        ['least', row.parameters.least],
        ['most', row.parameters.most],
      ]
    case 'tiers':
    case 'grade':
    case 'survey':
    case 'none':
      return []
  }
}
