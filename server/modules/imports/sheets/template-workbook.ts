import ExcelJS from 'exceljs'
import { columnLetters } from '../../../values/sheet-address.ts'
import { sheetName } from '../../../platform/spreadsheet/export-sheet.ts'
import type { Column, ReferenceList, SheetKind } from '../../sheet-kind.ts'
import { exampleMark, remarkHeader } from '../rules/template-marks.ts'
import { markerOf } from './template-version.ts'
import { writeGuide } from './template-guide.ts'

/** Drop-downs and formats reach this far down; more rows may follow, they only go without. */
const preparedRows = 5_000
const brand = 'FFB3261E'
const grey = 'FF595959'

/** How a column is announced in the heading; the star is forgiven when the sheet is read. */
export const headingOf = (column: Column): string => (column.required ? `${column.header} *` : column.header)

/** 导入模板: heading with notes, drop-downs, one example row, a hidden mark of the kind, and a second sheet that explains. */
export async function templateWorkbook(kind: SheetKind): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(sheetName(kind.title), { views: [{ state: 'frozen', ySplit: 1 }] })
  kind.columns.forEach((column, i) => {
    prepareColumn(sheet, column, i + 1)
  })
  const remark = kind.columns.length + 1
  sheet.getColumn(remark).width = 36
  writeHeadingCell(sheet.getCell(1, remark), remarkHeader, grey, '本列给填表人自己用，系统不读取。')
  const marker = sheet.getCell(1, remark + 1)
  marker.value = markerOf(kind)
  sheet.getColumn(remark + 1).hidden = true
  sheet.getRow(1).height = 30
  writeExample(sheet, kind, remark)
  writeGuide(book, kind)
  if (kind.reference) writeReference(book, sheet, kind, kind.reference)
  return Buffer.from(await book.xlsx.writeBuffer())
}

function prepareColumn(sheet: ExcelJS.Worksheet, column: Column, position: number) {
  const letters = columnLetters(position)
  const target = sheet.getColumn(position)
  target.width = Math.min(40, Math.max(14, column.header.length * 2 + 4, column.example.length + 4))
  // Codes and texts are kept as texts: Excel would drop leading zeros and round what has more than 15 digits.
  target.numFmt =
    column.kind === 'day'
      ? 'yyyy-mm-dd'
      : column.kind === 'instant'
        ? 'yyyy-mm-dd hh:mm'
        : column.kind === 'integer'
          ? '0'
          : column.kind === 'decimal'
            ? '0.00'
            : '@'
  writeHeadingCell(
    sheet.getCell(1, position),
    headingOf(column),
    column.required ? brand : grey,
    noteOf(column),
  )
  const choices = column.kind === 'yes-no' ? ['是', '否'] : column.choices?.map((choice) => choice.label)
  if (choices) addDropDown(sheet, `${letters}2:${letters}${preparedRows}`, column, choices)
}

function writeHeadingCell(cell: ExcelJS.Cell, text: string, colour: string, note: string) {
  cell.value = text
  cell.note = note
  cell.numFmt = '@'
  cell.font = { bold: true, color: { argb: 'FFFFFFFF' } }
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: colour } }
  cell.alignment = { vertical: 'middle', wrapText: true }
}

/** What hangs at a heading: whether it must be filled, how, and the clause behind it. */
export function noteOf({ required, note, clause, choices }: Column): string {
  return [
    required ? '必填' : '选填',
    note,
    choices ? `可填：${choices.map((choice) => choice.label).join('、')}` : '',
    clause ? `依据：DB1502/T 第 ${clause} 条` : '',
  ]
    .filter(Boolean)
    .join('\n')
}

/** exceljs types leave out its own way of setting one rule for a whole range. */
interface RangeRules {
  dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void }
}

function addDropDown(sheet: ExcelJS.Worksheet, range: string, column: Column, choices: readonly string[]) {
  const rules = (sheet as unknown as RangeRules).dataValidations
  rules.add(range, {
    type: 'list',
    allowBlank: !column.required,
    // Excel takes at most 255 characters here; the choices of every kind are short words.
    formulae: [`"${choices.join(',')}"`],
    showErrorMessage: true,
    errorTitle: column.header,
    error: `请填：${choices.join('、')}`.slice(0, 220),
  })
}

/** The list as a sheet of its own, and a drop-down of its first column; other names of the same things are taken too. */
function writeReference(
  book: ExcelJS.Workbook,
  sheet: ExcelJS.Worksheet,
  kind: SheetKind,
  { title, headings, rows, column }: ReferenceList,
) {
  const list = book.addWorksheet(sheetName(title), { views: [{ state: 'frozen', ySplit: 1 }] })
  list.columns = headings.map((_, i) => ({ width: referenceWidths[i] ?? 20, style: { numFmt: '@' } }))
  list.addRow([...headings]).font = { bold: true }
  for (const row of rows) list.addRow([...row]).alignment = { vertical: 'top', wrapText: true }
  list.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: headings.length } }
  const letters = columnLetters(kind.columns.findIndex((one) => one.key === column) + 1)
  const rules = (sheet as unknown as RangeRules).dataValidations
  rules.add(`${letters}2:${letters}${preparedRows}`, {
    type: 'list',
    allowBlank: true,
    formulae: [`'${sheetName(title)}'!$A$2:$A$${rows.length + 1}`],
    showErrorMessage: false,
  })
}

const referenceWidths = [14, 36, 18, 20, 30, 14, 18, 10, 60]

function writeExample(sheet: ExcelJS.Worksheet, kind: SheetKind, remark: number) {
  kind.columns.forEach((column, i) => {
    const cell = sheet.getCell(2, i + 1)
    if (column.example !== '') cell.value = exampleValue(column)
    cell.font = { italic: true, color: { argb: 'FF8C8C8C' } }
  })
  const mark = sheet.getCell(2, remark)
  mark.value = exampleMark
  mark.font = { italic: true, bold: true, color: { argb: brand } }
}

function exampleValue({ kind, example }: Column): ExcelJS.CellValue {
  if (kind === 'integer' || kind === 'decimal') return Number(example)
  return kind === 'day' ? new Date(`${example}T00:00:00Z`) : example
}
