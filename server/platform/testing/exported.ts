import ExcelJS from 'exceljs'
import { expect } from 'vitest'
import type { Person, TestApp } from './app.ts'

/** A list's file as this person receives it. @param path of the export, with its query */
export async function exportedSheet(app: TestApp, person: Person, path: string): Promise<ExcelJS.Worksheet> {
  const file = await app.http.inject({ url: path, cookies: { gongzhi_session: person.token } })
  expect(file.statusCode, file.statusCode === 200 ? '' : file.body).toBe(200)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(file.rawPayload as never)
  return book.worksheets[0] as ExcelJS.Worksheet
}

/** What stands under a heading, from the first row to the last; a blank cell is ''. */
export function columnOf(sheet: ExcelJS.Worksheet, header: string): string[] {
  const heads = sheet.getRow(1).values as string[]
  const column = heads.indexOf(header)
  expect(column, `${header} in ${heads.join(' ')}`).toBeGreaterThan(0)
  return Array.from({ length: sheet.rowCount - 1 }, (_, i) => sheet.getRow(i + 2).getCell(column).text)
}

/** No cell of the sheet is a formula. */
export function expectNoFormula(sheet: ExcelJS.Worksheet): void {
  sheet.eachRow((row) =>
    row.eachCell((cell) => expect(cell.type, cell.address).not.toBe(ExcelJS.ValueType.Formula)),
  )
}
