import { writeFileSync } from 'node:fs'
import ExcelJS from 'exceljs'

/** Fills a downloaded template as a person would: the example row gives way to the rows, by the headers' words. */
export async function fillTemplate(
  template: string,
  rows: readonly Record<string, string | number>[],
  to: string,
): Promise<void> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(template)
  const sheet = book.worksheets[0] as ExcelJS.Worksheet
  const columns = new Map<string, number>()
  sheet.getRow(1).eachCell((cell, column) => columns.set(cell.text.replace(/[*＊]/g, '').trim(), column))
  sheet.spliceRows(2, sheet.rowCount)
  rows.forEach((row, i) => {
    for (const [header, value] of Object.entries(row)) {
      const column = columns.get(header)
      if (!column) throw new Error(`the template has no column ${header}: ${[...columns.keys()].join('、')}`)
      sheet.getRow(i + 2).getCell(column).value = value
    }
  })
  writeFileSync(to, Buffer.from(await book.xlsx.writeBuffer()))
}
