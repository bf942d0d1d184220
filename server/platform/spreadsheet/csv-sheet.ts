import type { SheetLimits } from './limits.ts'
import { refuse } from './problems.ts'
import type { RawCell, RawRow } from './raw-sheet.ts'

const pieceSize = 1024 * 1024
/** A cell of Excel holds 32,767 characters; a longer one is a quote that was never closed. */
const longestCell = 40_000

/** Office programs write UTF-8 (with or without its mark), GB18030, or UTF-16 (“Unicode 文本”). @throws Refusal when it is none */
function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      for (const _ of decoded(bytes, encoding));
      return encoding
    } catch {
      continue
    }
  }
  throw refuse('encoding')
}

function* decoded(bytes: Buffer, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for (let at = 0; at < bytes.length; at += pieceSize)
    yield decoder.decode(bytes.subarray(at, at + pieceSize), { stream: true })
  yield decoder.decode()
}

/** The separator that the first line uses most. */
function separatorOf(bytes: Buffer, encoding: string): string {
  const start = decoded(bytes, encoding).next().value ?? ''
  const line = /^[^\r\n]*/.exec(start)?.[0] ?? ''
  const count = (mark: string) => line.split(mark).length
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** A comma-separated text as a sheet. All its cells are texts: a leading '=' is no formula here. */
export function csvSheet(bytes: Buffer, limits: SheetLimits) {
  const encoding = encodingOf(bytes)
  const separator = separatorOf(bytes, encoding)
  let rowCount = 0
  for (const byte of bytes) if (byte === 10) rowCount++
  return {
    format: 'csv' as const,
    rowCount: Math.max(1, rowCount),
    async *rows(): AsyncGenerator<RawRow[]> {
      const table = new CsvRows(separator, limits.columns)
      for (const piece of decoded(bytes, encoding)) {
        table.write(piece)
        yield table.take()
        // Long texts are read in pieces so that other people's requests get their turn in between.
        await new Promise(setImmediate)
      }
      table.end()
      yield table.take()
    },
  }
}

/** RFC 4180, with the line ends of every system and blanks before a quote forgiven. */
class CsvRows {
  readonly #separator: string
  readonly #mostColumns: number
  #done: RawRow[] = []
  #cells = new Map<number, RawCell>()
  #row = 1
  #column = 1
  #value = ''
  #state: 'plain' | 'quoted' | 'quote-in-quoted' = 'plain'
  #afterReturn = false

  constructor(separator: string, mostColumns: number) {
    this.#separator = separator
    this.#mostColumns = mostColumns
  }

  take(): RawRow[] {
    const done = this.#done
    this.#done = []
    return done
  }

  write(piece: string): void {
    for (const char of piece) this.#step(char)
  }

  end(): void {
    if (this.#state === 'quoted') throw refuse('open-quote', { row: this.#row })
    if (this.#value !== '' || this.#cells.size > 0) this.#endRow()
  }

  #step(char: string) {
    if (this.#state === 'quoted') {
      if (char === '"') this.#state = 'quote-in-quoted'
      else this.#add(char)
      return
    }
    if (char === '"' && this.#state === 'quote-in-quoted') {
      this.#add(char)
      this.#state = 'quoted'
      return
    }
    if (char === '\n' && this.#afterReturn) {
      this.#afterReturn = false
      return
    }
    this.#afterReturn = char === '\r'
    if (char === this.#separator) this.#endCell()
    else if (char === '\n' || char === '\r') this.#endRow()
    else if (char === '"' && this.#value.trim() === '') {
      this.#value = ''
      this.#state = 'quoted'
    } else this.#add(char)
  }

  #add(text: string) {
    this.#value += text
    if (this.#value.length > longestCell) throw refuse('open-quote', { row: this.#row })
  }

  #endCell() {
    if (this.#value.trim() !== '' && this.#column <= this.#mostColumns)
      this.#cells.set(this.#column, { kind: 'text', text: this.#value })
    this.#value = ''
    this.#state = 'plain'
    this.#column++
  }

  #endRow() {
    this.#endCell()
    if (this.#cells.size > 0) this.#done.push({ number: this.#row, cells: this.#cells })
    this.#cells = new Map()
    this.#row++
    this.#column = 1
  }
}
