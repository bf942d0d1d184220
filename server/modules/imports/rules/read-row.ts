import type { RawCell, RawRow } from '../../../platform/spreadsheet/raw-sheet.ts'
import { columnLetters } from '../../../values/sheet-address.ts'
import type { CellFault, Cell, SheetKind, SheetRow } from '../../sheet-kind.ts'
import { exampleMark } from './template-marks.ts'
import type { Heading } from './match-heading.ts'
import { readCell } from './read-cell.ts'

/** A row as read, with what is wrong in its cells; `raw` is kept to show it again. */
export interface ReadRow extends SheetRow {
  faults: CellFault[]
  raw: RawRow
}

const beginning = exampleMark.slice(0, 3)

/** The template's example row carries its mark in whatever column it was moved to. */
export const isExample = (row: RawRow): boolean =>
  [...row.cells.values()].some((cell) => cell.text.trim().startsWith(beginning))

/** Reads every cell of the kind's columns; a cell that cannot be taken leaves a fault and no value. */
export function readRow(kind: SheetKind, heading: Heading, raw: RawRow): ReadRow {
  const cells: Record<string, Cell> = {}
  const faults: CellFault[] = []
  for (const column of kind.columns) {
    const read = readCell(column, rawCell(heading, raw, column.key))
    if (read.ok) cells[column.key] = read.value
    else faults.push({ column: column.key, zh: read.fault.zh, en: read.fault.en })
  }
  return { row: raw.number, cells, faults, raw }
}

/** The kind's own cells are all blank: such a row says nothing, whatever stands beside it. */
export const isBlank = (heading: Heading, raw: RawRow): boolean =>
  [...heading.places.values()].every((position) => !raw.cells.has(position))

export function rawCell(heading: Heading, raw: RawRow, key: string): RawCell | undefined {
  const position = heading.places.get(key)
  return position === undefined ? undefined : raw.cells.get(position)
}

/** C7; null where the fault concerns the whole row or a column that the file does not have. */
export function addressOf(heading: Heading, row: number, key: string): string | null {
  const position = heading.places.get(key)
  return position === undefined ? null : `${columnLetters(position)}${row}`
}
