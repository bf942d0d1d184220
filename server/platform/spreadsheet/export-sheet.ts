import { PassThrough, type Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import { escapeCellText } from './cell-text.ts'

/** A value of an exported cell; instants are shown on Asia/Shanghai's clock, days stay days. */
export type ExportValue = string | number | boolean | Date | null | undefined

export interface ExportColumn<Row> {
  header: string
  value: (row: Row) => ExportValue
  /** Text unless said otherwise; `day` takes 'YYYY-MM-DD', `instant` an ISO text or a Date. */
  kind?: 'text' | 'integer' | 'decimal' | 'percent' | 'day' | 'instant' | 'yes-no'
  /** In characters. */
  width?: number
}

export interface Export<Row> {
  title: string
  columns: readonly ExportColumn<Row>[]
  rows: AsyncIterable<Row> | Iterable<Row>
  /** Lines above the heading, as a printed form has them: its title, then who made it, of what and when. */
  head?: readonly string[]
  /** A line below the last row, such as the mark of a demonstration. */
  footer?: string
  /** Rows that one sheet takes before the next begins. */
  rowsPerSheet?: number
}

/** Excel's 1,048,576 rows of a sheet less the heading and the footer. */
const mostRows = 1_048_574

/** What is shown below every export of a demonstration. */
export const demoFooter = '演示数据：本表由演示城市生成，不对应任何真实小区、企业或个人。'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const shanghaiOffset = 8 * 3_600_000
const formats: Record<NonNullable<ExportColumn<never>['kind']>, string> = {
  // '@' keeps a text a text even when somebody opens the cell and presses Enter: '=1+1' never becomes a formula.
  text: '@',
  integer: '#,##0',
  decimal: '#,##0.00',
  percent: '0.0%',
  day: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm',
  'yes-no': '@',
}

/**
 * Streams an .xlsx as it is written; the rows are drawn no faster than the reader takes them.
 * A fault while drawing rows breaks the stream off, so that no half file passes for a whole one.
 */
export function exportSheet<Row>(spec: Export<Row>): Readable {
  const out = new PassThrough({ highWaterMark: 256 * 1024 })
  write(spec, out).catch((fault: unknown) => out.destroy(fault as Error))
  return out
}

async function write<Row>(spec: Export<Row>, out: PassThrough): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  })
  const { columns, rowsPerSheet = mostRows } = spec
  const { head = [] } = spec
  let sheet = openedSheet(book, spec.title, columns, head)
  let [sheets, onSheet] = [1, 0]
  for await (const row of spec.rows) {
    if (out.destroyed) return
    if (onSheet === rowsPerSheet) {
      sheet.commit()
      sheet = openedSheet(book, `${spec.title} ${++sheets}`, columns, head)
      onSheet = 0
    }
    sheet.addRow(columns.map((column) => cellValue(column.kind ?? 'text', column.value(row)))).commit()
    onSheet++
    if (out.writableNeedDrain)
      await new Promise((drained) => out.once('drain', drained).once('close', drained))
  }
  if (spec.footer) {
    const line = sheet.addRow([spec.footer])
    line.font = { italic: true, color: { argb: 'FF8C8C8C' } }
    line.commit()
  }
  sheet.commit()
  await book.commit()
}

/** A sheet with its heading, ready for rows. */
function openedSheet<Row>(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  title: string,
  columns: readonly ExportColumn<Row>[],
  head: readonly string[],
): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(sheetName(title), {
    views: [{ state: 'frozen', ySplit: head.length + 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  sheet.columns = columns.map(({ header, width, kind = 'text' }) => ({
    width: width ?? Math.min(40, Math.max(12, header.length * 2 + 4)),
    style: { numFmt: formats[kind] },
  }))
  head.forEach((line, i) => writeFormLine(sheet, columns.length, line, i === 0))
  writeHead(sheet, columns, head.length + 1)
  return sheet
}

/** Over the whole width, as on paper. */
function writeFormLine(sheet: ExcelJS.Worksheet, width: number, text: string, isTitle: boolean): void {
  const line = sheet.addRow([escapeCellText(text)])
  sheet.mergeCells(line.number, 1, line.number, width)
  line.font = isTitle ? { bold: true, size: 16 } : { size: 10 }
  line.alignment = { horizontal: isTitle ? 'center' : 'left', vertical: 'middle' }
  line.height = isTitle ? 30 : 18
  line.commit()
}

function writeHead<Row>(sheet: ExcelJS.Worksheet, columns: readonly ExportColumn<Row>[], at: number) {
  const head = sheet.addRow(columns.map((column) => escapeCellText(column.header)))
  head.eachCell((cell) => {
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFB3261E' } }
    cell.alignment = { vertical: 'middle', wrapText: true }
  })
  head.height = 24
  head.commit()
  sheet.autoFilter = { from: { row: at, column: 1 }, to: { row: at, column: columns.length } }
}

/** Excel has no zone: what Shanghai's clock shows is written as if it were UTC. */
function cellValue(kind: NonNullable<ExportColumn<never>['kind']>, value: ExportValue): ExcelJS.CellValue {
  if (value === null || value === undefined || value === '') return null
  if (value instanceof Date) return new Date(value.getTime() + shanghaiOffset)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (kind === 'day') return new Date(`${value}T00:00:00Z`)
  if (kind === 'instant') return new Date(Date.parse(String(value)) + shanghaiOffset)
  return typeof value === 'number' ? value : escapeCellText(value)
}

/** Excel forbids some characters in a sheet's name, and more than 31 of any. */
export const sheetName = (title: string): string =>
  title
    .replace(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
    .trim() || '表格'
