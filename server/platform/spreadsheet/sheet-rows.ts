import { unescapeCellText } from './cell-text.ts'
import { dateOfSerial } from '../../values/excel-serial.ts'
import { columnOf } from '../../values/sheet-address.ts'
import type { RawCell, RawRow } from './raw-sheet.ts'
import type { WorkbookParts } from './workbook-parts.ts'
import { attribute, type XmlListener } from './xml-scanner.ts'

interface OpenCell {
  column: number
  type: string
  style: number
  value: string
  formula: string | undefined
}

/** Gathers a worksheet's rows as the scanner goes by. */
export class SheetRows implements XmlListener {
  readonly #parts: WorkbookParts
  readonly #mostColumns: number
  /** Rows completed since they were last taken. */
  #done: RawRow[] = []
  #row: RawRow | undefined
  #cell: OpenCell | undefined
  #lastRow = 0
  #lastColumn = 0
  #into: 'value' | 'formula' | undefined
  #inGuide = false

  constructor(parts: WorkbookParts, mostColumns: number) {
    this.#parts = parts
    this.#mostColumns = mostColumns
  }

  take(): RawRow[] {
    const done = this.#done
    this.#done = []
    return done
  }

  open(name: string, tag: string): void {
    if (name === 'c') this.#openCell(tag)
    else if (name === 'v') this.#into = 'value'
    else if (name === 't') this.#into = this.#inGuide ? undefined : 'value'
    else if (name === 'f') this.#openFormula()
    else if (name === 'rPh') this.#inGuide = true
    else if (name === 'row') {
      this.#lastRow = Number(attribute(tag, 'r') ?? this.#lastRow + 1)
      this.#lastColumn = 0
      this.#row = { number: this.#lastRow, cells: new Map() }
    }
  }

  text(text: string): void {
    if (!this.#cell || !this.#into) return
    if (this.#into === 'value') this.#cell.value += text
    else this.#cell.formula += text
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell()
    else if (name === 'v' || name === 't' || name === 'f') this.#into = undefined
    else if (name === 'rPh') this.#inGuide = false
    else if (name === 'row' && this.#row) {
      if (this.#row.cells.size > 0) this.#done.push(this.#row)
      this.#row = undefined
    }
  }

  #openCell(tag: string) {
    const reference = attribute(tag, 'r')
    this.#lastColumn = reference ? columnOf(reference) : this.#lastColumn + 1
    this.#cell = {
      column: this.#lastColumn,
      type: attribute(tag, 't') ?? 'n',
      style: Number(attribute(tag, 's') ?? 0),
      value: '',
      formula: undefined,
    }
  }

  #openFormula() {
    this.#into = 'formula'
    if (this.#cell) this.#cell.formula = ''
  }

  #closeCell() {
    const cell = this.#cell
    this.#cell = undefined
    if (!cell || !this.#row || cell.column > this.#mostColumns) return
    const raw = this.#judge(cell)
    if (raw && raw.text.trim() !== '') this.#row.cells.set(cell.column, raw)
  }

  #judge({ type, value, formula, style }: OpenCell): RawCell | undefined {
    if (formula !== undefined) return { kind: 'formula', text: `=${formula}` }
    if (type === 's') return { kind: 'text', text: this.#parts.texts[Number(value)] ?? '' }
    if (type === 'inlineStr' || type === 'str') return { kind: 'text', text: unescapeCellText(value) }
    if (type === 'e') return { kind: 'error', text: value }
    if (type === 'b') return { kind: 'boolean', text: value === '1' ? 'TRUE' : 'FALSE' }
    if (type === 'd') return { kind: 'date', text: value.replace('T', ' ').slice(0, 19) }
    if (value === '') return undefined
    const day = this.#parts.dateFormats[style]
      ? dateOfSerial(Number(value), this.#parts.since1904)
      : undefined
    return day ? { kind: 'date', text: day } : { kind: 'number', text: value }
  }
}
