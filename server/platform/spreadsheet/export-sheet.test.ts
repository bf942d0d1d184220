import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { demoFooter, type ExportColumn, exportSheet, sheetName } from './export-sheet.ts'
import { awkwardTexts } from './testing/awkward-texts.ts'
import { openSheet } from './open-sheet.ts'

const written = async <Row>(columns: ExportColumn<Row>[], rows: Iterable<Row>, footer?: string) => {
  const bytes = await buffer(
    exportSheet({ title: '小区/清单', columns, rows, ...(footer ? { footer } : {}) }),
  )
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  return { bytes, sheet: book.worksheets[0] as ExcelJS.Worksheet }
}
const name: ExportColumn<string> = { header: '名称', value: (text) => text }

test('awkward texts come back unchanged, and none of them begins a formula', async () => {
  const texts = awkwardTexts()
  const { bytes, sheet } = await written([name], texts)
  const read: (string | undefined)[] = []
  for await (const some of (await openSheet(bytes)).rows())
    read.push(...some.map((row) => row.cells.get(1)?.text))
  expect(read.slice(1)).toEqual(texts)
  sheet.getColumn(1).eachCell((cell) => {
    expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)
    expect(cell.numFmt).toBe('@')
  })
})

test('an instant shows Asia/Shanghai’s clock, a day stays that day, blanks stay blank', async () => {
  const columns: ExportColumn<{ day: string | null; at: string; yes: boolean; share: number }>[] = [
    { header: '日', kind: 'day', value: (r) => r.day },
    { header: '时', kind: 'instant', value: (r) => r.at },
    { header: '是否', kind: 'yes-no', value: (r) => r.yes },
    { header: '比例', kind: 'percent', value: (r) => r.share },
  ]
  const { sheet } = await written(columns, [
    { day: '2026-01-31', at: '2026-12-31T16:30:00Z', yes: true, share: 0.875 },
    { day: null, at: '2026-01-01T00:00:00Z', yes: false, share: 1 },
  ])
  expect(sheet.getCell('A2').value).toEqual(new Date('2026-01-31T00:00:00Z'))
  expect(sheet.getCell('B2').value).toEqual(new Date('2027-01-01T00:30:00Z'))
  expect([sheet.getCell('C2').value, sheet.getCell('D2').value, sheet.getCell('A3').value]).toEqual([
    '是',
    0.875,
    null,
  ])
})

test('the heading is frozen and filtered, and a demonstration says so below the last row', async () => {
  const { sheet } = await written([name], ['甲', '乙'], demoFooter)
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  expect(sheet.autoFilter).toBeTruthy()
  expect(sheet.getCell('A4').value).toBe(demoFooter)
  expect(sheetName('a/b:c')).toBe('a b c')
})

test('rows that fail while they are drawn break the file off instead of ending it early', async () => {
  async function* broken() {
    yield '甲'
    throw new Error('the database went away')
  }
  await expect(buffer(exportSheet({ title: 't', columns: [name], rows: broken() }))).rejects.toThrow(
    'went away',
  )
})

test('a list longer than one sheet of Excel goes on in the next, under the same heading, no row lost', async () => {
  const rows = ['甲', '乙', '丙', '丁', '戊']
  const bytes = await buffer(exportSheet({ title: '清单', columns: [name], rows, rowsPerSheet: 2 }))
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['清单', '清单 2', '清单 3'])
  expect(book.worksheets.map((sheet) => sheet.getCell('A1').text)).toEqual(['名称', '名称', '名称'])
  const read = book.worksheets.flatMap((sheet) =>
    (sheet.getColumn(1).values as (string | undefined)[]).filter((text) => text && text !== '名称'),
  )
  expect(read).toEqual(rows)
})
