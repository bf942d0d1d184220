import type { Context } from '../access/context.ts'

/** One column of a spreadsheet template. */
export interface Column {
  key: string
  header: string
  headerEn: string
  kind: 'text' | 'code' | 'integer' | 'decimal' | 'day' | 'instant' | 'choice' | 'yes-no'
  required: boolean
  /** A file may do without the column: where it is absent nothing of a known record is emptied. */
  omissible?: boolean
  /** Shown under the header and as the cell's note; names the clause where there is one. */
  note: string
  clause?: string
  example: string
  /** For `choice`: stored value and the Chinese word on the sheet. */
  choices?: readonly { value: string; label: string }[]
  /** What a screen may show of a cell that names a person or a telephone; whole where absent. */
  masked?(text: string): string
}

/** A cell after reading: text trimmed, integers as numbers, decimals as exact text, days as YYYY-MM-DD, instants as such a day or as YYYY-MM-DDTHH:mm:ss+08:00, yes-no as boolean. */
export type Cell = string | number | boolean | null
export interface SheetRow {
  /** The row's number in the sheet, counted as Excel counts. */
  row: number
  cells: Record<string, Cell>
}

export interface CellFault {
  /** A column's key; empty when the whole row is meant. */
  column: string
  zh: string
  en: string
}

/** What became of a row. `perhaps-same` waits for a person's decision: nothing is merged on a likeness. */
export type RowResult =
  | { row: number; outcome: 'created' | 'changed' | 'unchanged'; id: string }
  | { row: number; outcome: 'refused'; faults: CellFault[] }
  | { row: number; outcome: 'perhaps-same'; candidates: { id: string; label: string }[] }

/** A row that was recorded, and the record it became or changed. */
export interface RowOfRecord extends SheetRow {
  id: string
}

/** What a record says at this moment, in the words of its sheet; persons as lists show them. */
export interface Standing {
  /** What people call it. */
  name: string
  /** Its code or number, such as one that the system gave; null where it has none. */
  code: string | null
  /** The page of the workbench on which it is seen. */
  page: string
  /** By column key; a column that is left out is not for this person's eyes. */
  cells: Record<string, Cell>
}

/** What may stand in a column where it is too much for a drop-down: a sheet of its own in the template. */
export interface ReferenceList {
  title: string
  headings: readonly string[]
  /** The first cell of each is what belongs in the column. */
  rows: readonly (readonly string[])[]
  /** Key of the column that it serves. */
  column: string
}

/**
 * A kind of sheet that a module takes. `record` is the module's bulk action body: set-based, called with batches
 * inside one transaction that the caller opens and, when any row is refused, rolls back.
 */
export interface SheetKind {
  name: string
  title: string
  titleEn: string
  verb: string
  columns: readonly Column[]
  /** Where rows hang under other rows of the same sheet: those of stage 0 are recorded before those of stage 1, whatever their order. */
  stages?: { count: number; of(row: SheetRow): number }
  /** Keys of the columns that together name a record: a later row of the whole sheet that names the same one is refused. */
  identity?: readonly string[]
  reference?: ReferenceList
  /** What cannot be is named and left out, and the rest counts, unless whoever hands it in says otherwise. */
  partial?: boolean
  /** A unique constraint that `record` may take for granted where the context `expects` it, as an action's `expects`. */
  expects?: string
  record(ctx: Context, rows: SheetRow[]): Promise<RowResult[]>
  /**
   * What the rows' records say, by row number: asked beside the transaction for what stood before, and in it for what
   * stands after. One statement whatever the number of rows; a record that is not there or not to be seen is left out.
   */
  standing?(ctx: Context, rows: readonly RowOfRecord[]): Promise<ReadonlyMap<number, Standing>>
}
