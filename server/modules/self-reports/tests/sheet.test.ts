import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../../contracts/self-reports/staff.ts'
import { perform } from '../../../access/action.ts'
import { defineSheetAction } from '../../sheet-action.ts'
import { reportSheet } from '../actions/record-sheet.ts'
import { reporting, type Reporting } from './reporting.ts'

let it: Reporting
const name = '示例甲物业'

beforeAll(async () => {
  it = await reporting()
})
afterAll(() => it.app.close())

const record = async (...cells: Record<string, string | number>[]) => {
  const action = defineSheetAction(reportSheet(it.app.engine.editions))
  const rows = cells.map((one, i) => ({ row: i + 2, cells: { year: 2026, ...one } }))
  return await perform(await it.city.people.firmA.ctx(), action, rows)
}

test('the template comes with the subject’s own rows and what stands in them', async () => {
  const response = await it.app.http.inject({
    url: contract.downloadReportSheet.path.replace(':id', it.reportOf(name)),
    cookies: { gongzhi_session: it.city.people.firmA.token },
  })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(response.rawPayload as never)
  const sheet = book.worksheets[0]
  expect(sheet?.getRow(1).getCell(2).value).toBe('对象代码')
  expect([1, 2, 3, 4].map((at) => sheet?.getRow(2).getCell(at).text)).toEqual([
    '2026',
    '91350100M000100Y43',
    '150203000000',
    '2-01',
  ])
  expect(sheet?.rowCount).toBe(34)
})

test('many rows at once become the same drafts as on the page; blank ones change nothing', async () => {
  const firm = { code: '91350100M000100Y43', district: '150203000000' }
  const answer = await record(
    { ...firm, row: '2-05', stance: 'declare', numerator: '1', denominator: '2', evidence: '批复1份' },
    { ...firm, row: '2-10', stance: 'accept' },
    { ...firm, row: '2-03' },
  )
  expect(answer.rows.map(({ outcome }) => outcome)).toEqual(['created', 'created', 'unchanged'])
  const page = await it.page(it.city.people.firmA, name)
  expect(page.rows.flatMap(({ id, said }) => (said ? [[id, said.stance, said.fault]] : []))).toEqual([
    ['2-05', 'declare', null],
    ['2-10', 'accept', null],
  ])
})

test.each([
  ['a report that is not one’s own', { code: '150203001000', row: '3-01', stance: 'accept' }],
  ['a foreign row', { code: '91350100M000100Y43', district: '150203000000', row: '1-06', stance: 'accept' }],
  [
    'a value without a choice',
    { code: '91350100M000100Y43', district: '150203000000', row: '2-02', value: '1' },
  ],
  [
    'a value that cannot be',
    {
      code: '91350100M000100Y43',
      district: '150203000000',
      row: '2-05',
      stance: 'declare',
      numerator: '三次',
      denominator: '2',
      evidence: '批复',
    },
  ],
  [
    'no evidence',
    {
      code: '91350100M000100Y43',
      district: '150203000000',
      row: '2-05',
      stance: 'declare',
      numerator: '1',
      denominator: '2',
    },
  ],
])('%s is refused, naming the cell', async (_, cells) => {
  await expect(record(cells as Record<string, string>)).rejects.toMatchObject({ code: 'sheets.rows-refused' })
})
