import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../../contracts/imports/staff.ts'
import { perform } from '../../../access/action.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { recordPlacesAction } from '../../organisations/index.ts'
import { ground } from './compound-rows.ts'
import { download, settled, upload } from './sheet-files.ts'

let app: TestApp
let city: Person

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  await perform(await city.ctx(), recordPlacesAction, ground)
})
afterAll(() => app.close())

async function opened(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  return book
}
const template = (kind: string) => download(app.http, city, `/api/imports/templates/${kind}`)

test('the template has Chinese headings with required ones marked, notes with the clause, drop-downs, an example and a guide', async () => {
  const got = await template('compounds')
  expect(decodeURIComponent(String(got.headers['content-disposition']))).toContain('小区档案导入模板.xlsx')
  const book = await opened(got.bytes)
  const [sheet, guide] = book.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet]
  expect([sheet.name, guide.name]).toEqual(['小区档案', '填表说明'])
  expect(sheet.getCell('B1').value).toBe('小区名称 *')
  expect(sheet.getCell('C1').value).toBe('小区代码')
  expect(JSON.stringify(sheet.getCell('D1').note)).toContain('依据：DB1502/T 第 A.2.4 条')
  expect(sheet.getCell('D2').dataValidation).toMatchObject({
    type: 'list',
    formulae: ['"既有民用建筑,老旧小区,其他"'],
  })
  expect(sheet.getCell('M4999').dataValidation).toMatchObject({ formulae: ['"是,否"'] })
  expect(sheet.getCell('N2').value).toBe('示例行（不导入，可以保留）')
  expect(sheet.getCell('O1').value).toMatch(/^gongzhi:compounds:[0-9a-f]{8}$/)
  expect(sheet.getColumn(15).hidden).toBe(true)
  expect(guide.getColumn(1).values).toContain('建筑面积（平方米）')
})

test('every kind’s template can be uploaded as it is: its example row is passed over, never recorded', async () => {
  const { rows } = (await city.call(contract.listTemplates, {})).body
  expect(rows.map((row) => row.kind)).toEqual(
    expect.arrayContaining([
      'places',
      'compounds',
      'enterprises',
      'contracts',
      'committees',
      'posts',
      'staff',
    ]),
  )
  for (const { kind, title } of rows) {
    const { body } = await upload(app.http, city, kind, (await template(kind)).bytes)
    expect(await settled(city, body.id), title).toMatchObject({
      state: 'unreadable',
      problem: { code: 'imports.no-rows' },
    })
  }
})

test('a filled template is taken, with the example row left in place', async () => {
  const book = await opened((await template('compounds')).bytes)
  const sheet = book.worksheets[0] as ExcelJS.Worksheet
  sheet.getRow(3).values = [
    '150203001001',
    '模板花园',
    null,
    '老旧小区',
    '物业服务企业',
    300,
    6,
    30000.5,
    '半封闭',
    new Date('2024-06-01T00:00:00Z'),
    null,
    new Date('2020-01-01T00:00:00Z'),
    null,
    '我的备注',
  ]
  const { body } = await upload(app.http, city, 'compounds', Buffer.from(await book.xlsx.writeBuffer()))
  expect(await settled(city, body.id)).toMatchObject({
    state: 'checked',
    counts: { created: 1, refused: 0 },
    warnings: [],
  })
})

test('choices fit into what Excel takes for a drop-down', async () => {
  for (const kind of app.modules.flatMap((module) => module.sheets ?? []))
    for (const column of kind.columns) {
      const list = column.choices?.map((choice) => choice.label).join(',') ?? ''
      expect(list.length, `${kind.name}.${column.key}`).toBeLessThanOrEqual(253)
      expect(column.choices?.some((choice) => choice.label.includes(',')) ?? false).toBe(false)
    }
})

test('the template of declared facts lists every fact that may be recorded, and offers them in its column', async () => {
  const book = await opened((await template('declared-facts')).bytes)
  const list = book.getWorksheet('事实清单') as ExcelJS.Worksheet
  const numbers = list.getColumn(1).values.slice(2)
  expect(numbers).toContain('1-06')
  expect(new Set(numbers).size).toBe(numbers.length)
  const months = list.getRow(numbers.indexOf('1-06') + 2)
  expect([months.getCell(3).text, months.getCell(4).text]).toEqual(['小区', '分子和分母'])
  const sheet = book.worksheets[0] as ExcelJS.Worksheet
  expect(sheet.getCell('B2').dataValidation.formulae?.[0]).toContain('事实清单')
  const { rows } = (await city.call(contract.listTemplates, {})).body
  expect(rows.find(({ kind }) => kind === 'declared-facts')?.reference?.rows).toHaveLength(numbers.length)
})
