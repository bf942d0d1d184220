import type { EditionRow, EditionTable } from '../../../rulebook/edition.ts'
import type { ScoringSettings } from '../../../rulebook/scoring-settings.ts'
import type { SubjectKind } from '../../../rulebook/schema/primitives.ts'
import { Fraction } from '../../../values/fraction.ts'
import { type Prepared, prepareRow } from './mechanisms/prepare.ts'

/** One row as this kind of subject meets it. */
export interface PlannedRow {
  readonly row: EditionRow
  readonly points: Fraction
  readonly group: number
  readonly prepared: Prepared
  /** Whether the row exists at the subject's level (C34). */
  readonly atLevel: boolean
  /** Without a fact its points go to the others (C14). */
  readonly notAttributable: boolean
}

export interface PlannedBand {
  readonly name: string
  readonly nameEn: string
  readonly from: Fraction
  readonly to: Fraction
  readonly includesTo: boolean
}

/** A table made ready once for all subjects of one level and variant. */
export interface Plan {
  readonly table: string
  readonly level: SubjectKind
  readonly variant: string | null
  readonly rows: readonly PlannedRow[]
  /** Points of each level-1 group, in table order. */
  readonly groups: readonly { readonly name: string; readonly points: Fraction }[]
  readonly bands: readonly PlannedBand[]
  readonly floor: Fraction
  readonly oneDeductionPerIncident: boolean
  /** Every fact the rows read, gates included. */
  readonly facts: readonly string[]
}

/**
 * Picks the rows of a variant (null where the table has none) and prepares them.
 * Throws RangeError when the table has no such variant.
 */
export function preparePlan(
  table: EditionTable,
  settings: ScoringSettings,
  subject: { level: SubjectKind; variant: string | null },
): Plan {
  const { level, variant } = subject
  const known = table.variants.length === 0 ? variant === null : table.variants.includes(variant ?? '')
  if (!known) throw new RangeError(`table ${table.id} has no variant ${variant}`)
  const rows = table.rows
    .filter((row) => row.variant === null || row.variant === variant)
    .map((row) => ({
      row,
      points: Fraction.parse(row.points),
      group: table.groups.findIndex((g) => g.name === row.level1),
      prepared: prepareRow(row),
      atLevel: row.levels.includes(level),
      notAttributable: settings.notAttributableRows.includes(row.id),
    }))
  return {
    table: table.id,
    level,
    variant,
    rows,
    groups: table.groups.map((g) => ({ name: g.name, points: Fraction.parse(g.points) })),
    bands: table.bands.map((b) => ({
      name: b.name,
      nameEn: b.nameEn,
      from: Fraction.parse(b.from),
      to: Fraction.parse(b.to),
      includesTo: b.includesTo,
    })),
    floor: settings.totalFloor,
    oneDeductionPerIncident: settings.oneDeductionPerIncident,
    facts: [
      ...new Set(rows.flatMap(({ row }) => [row.fact, row.gate].filter((id) => typeof id === 'string'))),
    ],
  }
}
