/**
 * A cell as the file holds it, before anything is judged. `number` keeps the file's own digits, `date` is
 * 'YYYY-MM-DD' or 'YYYY-MM-DD HH:mm:ss', `boolean` is TRUE or FALSE, `formula` the formula itself.
 */
export interface RawCell {
  kind: 'text' | 'number' | 'date' | 'boolean' | 'formula' | 'error'
  text: string
}

/** A row that is not empty; numbers and columns count from 1, as Excel counts. */
export interface RawRow {
  number: number
  cells: Map<number, RawCell>
}

/** An opened sheet. `rows` may be asked for several times; each time the file is read anew, in bounded memory. */
export interface RawSheet {
  format: 'xlsx' | 'csv'
  /** About how many rows there are, heading included; for progress only. */
  rowCount: number
  rows(): AsyncGenerator<RawRow[]>
}
