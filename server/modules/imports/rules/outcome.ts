import type { Outcome } from '../../../../contracts/imports/staff.ts'
import type { Cell, Column, SheetKind, Standing } from '../../sheet-kind.ts'

/** A recorded row with what its record said before and says now, as far as its kind can tell. */
export interface Settled {
  row: number
  outcome: Outcome['outcome']
  /** As the sheet gives them. */
  cells: Record<string, Cell>
  before: Standing | undefined
  after: Standing | undefined
}

/**
 * What a row adds or changes, in words that people read: of a new record the cells that were filled in, of a changed
 * one those that differ. Where the kind cannot tell what stood before, all new cells are given.
 */
export function outcomeOf(kind: SheetKind, { row, outcome, cells, before, after }: Settled): Outcome {
  const compared = outcome === 'changed' && before !== undefined && after !== undefined
  const told = kind.columns.map((column) => ({
    key: column.key,
    header: column.header,
    headerEn: column.headerEn,
    before: compared ? shown(column, before.cells[column.key]) : null,
    // Only what stands in the record is masked by it already.
    after: after ? shown(column, after.cells[column.key]) : masked(column, cells[column.key]),
  }))
  const name = after?.name ?? nameOf(kind, cells)
  return {
    row,
    outcome,
    name,
    code: after?.code ?? null,
    page: after?.page ?? null,
    compared,
    cells: told
      .filter((cell) =>
        compared
          ? cell.before !== cell.after
          : cell.after !== null && cell.after !== name && isFilled(cells[cell.key]),
      )
      .map(({ key: _key, ...cell }) => cell),
  }
}

const isFilled = (cell: Cell | undefined) => cell !== null && cell !== undefined && cell !== ''

function shown({ choices }: Column, cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined || cell === '') return null
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return choices?.find(({ value }) => value === cell)?.label ?? String(cell)
}

function masked(column: Column, cell: Cell | undefined): string | null {
  const text = shown(column, cell)
  return text !== null && column.masked ? column.masked(text) : text
}

/** Of a record that its kind cannot name: the cells that name it on the sheet, or the first ones. */
const nameOf = (kind: SheetKind, cells: Record<string, Cell>): string =>
  kind.columns
    .filter(({ key }, i) => (kind.identity ? kind.identity.includes(key) : i < 2))
    .flatMap((column) => masked(column, cells[column.key]) ?? [])
    .join(' · ')
