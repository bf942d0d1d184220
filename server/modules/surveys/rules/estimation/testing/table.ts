import { readFileSync } from 'node:fs'
import { parseCsv } from '../../../../../../cli/csv.ts'

/** A CSV file by columns. */
export class Table {
  readonly rows: Record<string, string>[]

  constructor(rows: Record<string, string>[]) {
    this.rows = rows
  }

  static read(path: string): Table {
    const [head, ...records] = parseCsv(readFileSync(path, 'utf8'))
    const names = head?.cells ?? []
    return new Table(
      records.map(({ cells }) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))),
    )
  }

  filter(keep: (row: Record<string, string>) => boolean): Table {
    return new Table(this.rows.filter(keep))
  }

  texts(column: string): string[] {
    return this.rows.map((row) => row[column] ?? '')
  }

  numbers(column: string): Float64Array {
    return Float64Array.from(this.rows, (row) => Number(row[column]))
  }

  /** Places of the rows that hold this text in this column. */
  places(column: string, text: string): Int32Array {
    return Int32Array.from(this.rows.keys()).filter((i) => this.rows[i]?.[column] === text)
  }
}

/** How far two figures are apart, relative to the wanted one. */
export const relativeError = (found: number | null | undefined, wanted: number): number =>
  found === null || found === undefined ? Infinity : Math.abs(found - wanted) / (Math.abs(wanted) || 1)

/** Keeps the largest error of each kind of figure, to be printed at the end. */
export class LargestErrors {
  readonly #title: string
  readonly #largest = new Map<string, number>()

  constructor(title: string) {
    this.#title = title
  }

  note(kind: string, error: number): number {
    this.#largest.set(kind, Math.max(error, this.#largest.get(kind) ?? 0))
    return error
  }

  print(): void {
    const lines = [...this.#largest].map(([kind, error]) => `        ${kind}: ${error.toExponential(1)}`)
    process.stdout.write(`      largest relative errors, ${this.#title}\n${lines.join('\n')}\n`)
  }
}
