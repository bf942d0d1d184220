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

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let rest = column
  let letters = ''
  while (rest > 0) {
    const digit = (rest - 1) % 26
    letters = String.fromCharCode(65 + digit) + letters
    rest = (rest - 1 - digit) / 26
  }
  return letters
}

/** A7 → 1, AA7 → 27; 0 when the reference has no letters. */
export function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const digit = (reference.charCodeAt(i) | 32) - 96
    if (digit < 1 || digit > 26) break
    column = column * 26 + digit
  }
  return column
}
