import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmRun } from '../../../../contracts/imports/staff.ts'
import * as contract from '../../../../contracts/self-reports/staff.ts'
import { download, settled, upload } from '../../imports/tests/sheet-files.ts'
import { reporting, type Reporting } from './reporting.ts'

let it: Reporting
const name = '示例甲物业'

beforeAll(async () => {
  it = await reporting()
})
afterAll(() => it.app.close())

test('the sheet that was downloaded is filled in and comes back: checked without a trace, then recorded', async () => {
  const { firmA } = it.city.people
  const { http } = it.app
  const address = contract.downloadReportSheet.path.replace(':id', it.reportOf(name))
  const { bytes } = await download(http, firmA, address)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  const sheet = book.worksheets[0] as ExcelJS.Worksheet
  const columns = (sheet.getRow(1).values as string[]).map(String)
  const at = (header: string) => columns.indexOf(header)
  sheet.eachRow((row) => {
    const id = row.getCell(at('指标编号')).text
    if (id === '2-05') {
      row.getCell(at('办理')).value = '申报'
      row.getCell(at('分子')).value = 9
      row.getCell(at('分母')).value = 12
      row.getCell(at('佐证材料')).value = '签到表12份'
    }
    if (id === '2-10') row.getCell(at('办理')).value = '认可'
  })
  const sent = await upload(http, firmA, 'self-report', Buffer.from(await book.xlsx.writeBuffer()))
  const checked = await settled(firmA, sent.body.id)
  expect(checked).toMatchObject({
    state: 'checked',
    counts: { created: 2, changed: 0, unchanged: 31, refused: 0 },
    warnings: [],
  })
  expect((await it.page(firmA, name)).rows.every(({ said }) => said === null)).toBe(true)
  await firmA.call(confirmRun, { params: { id: sent.body.id }, body: {} })
  await settled(firmA, sent.body.id)
  const page = await it.page(firmA, name)
  expect(page.rows.find(({ id }) => id === '2-05')?.said).toMatchObject({
    stance: 'declare',
    entered: { numerator: '9', denominator: '12' },
    evidenceNote: '签到表12份',
    fault: null,
  })
})
