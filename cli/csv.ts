/** One record of a CSV file and the line, counted from 1, on which it begins. */
export interface CsvRecord {
  line: number
  cells: string[]
}

export class CsvFault extends Error {
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.name = 'CsvFault'
    this.line = line
  }
}

/** A field in quotes or bare, and what ends it: a comma, a line's end, or the end of the text. */
const FIELD = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y

/**
 * Reads RFC 4180: quoted cells may hold commas, line breaks and doubled quotes; a byte-order mark is left out;
 * empty lines are no records. Throws CsvFault where a quote is not closed or stands inside a bare cell.
 */
export function parseCsv(input: string): CsvRecord[] {
  const text = input.replace(/^\ufeff/, '')
  const records: CsvRecord[] = []
  let line = 1
  let record: CsvRecord = { line, cells: [] }
  for (let at = 0; at < text.length || record.cells.length > 0; ) {
    FIELD.lastIndex = at
    const field = FIELD.exec(text)
    if (!field) throw new CsvFault(line, '引号没有成对，或引号出现在未加引号的单元格里')
    const [whole, quoted, bare = '', end] = field
    record.cells.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    line += whole.split(/\r\n|\n|\r/).length - 1
    at = FIELD.lastIndex
    if (end === ',') continue
    if (record.cells.some((c) => c.trim() !== '')) records.push(record)
    record = { line, cells: [] }
    if (end === '') break
  }
  return records
}

/** Text of a sheet saved as UTF-8, or as GB 18030, which Chinese Excel writes when it saves "CSV". */
export function decodeSheetText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
