import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as contract from '../../../../contracts/imports/staff.ts'
import { perform } from '../../../access/action.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { recordPlacesAction } from '../../organisations/index.ts'
import { compoundHead, compoundRow, ground } from './compound-rows.ts'
import { download, settled, upload, workbook } from './sheet-files.ts'

let app: TestApp
let city: Person

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  await perform(await city.ctx(), recordPlacesAction, ground)
})
afterAll(() => app.close())

const runs = async () => (await city.call(contract.listRuns, { query: { limit: 200 } })).body.rows.length
/** The sentence with which a file is turned down, at once or after its check. */
async function turnedDown(file: Buffer, name = '测试.xlsx', kind = 'compounds'): Promise<string> {
  const { status, body } = await upload(app.http, city, kind, file, name)
  if (status !== 200) return `${status} ${body.detail}`
  const run = await settled(city, body.id)
  return `${run.state} ${run.problem?.zh}`
}

test('what is no sheet is refused at once, kept nowhere and listed nowhere', async () => {
  const before = await runs()
  expect(await turnedDown(Buffer.from('%PDF-1.7'), '小区.xlsx')).toBe(
    '422 这不是电子表格。请上传 .xlsx 或 .csv 文件。',
  )
  expect(await turnedDown(Buffer.alloc(0))).toContain('422 文件是空的')
  expect(await runs()).toBe(before)
})

test('50 MB is refused by a sentence that names the limit', async () => {
  expect(await turnedDown(Buffer.alloc(50 * 1024 * 1024, 65), '大.csv')).toBe(
    '413 内容超过上限 40 MB。请拆分后再提交。',
  )
})

test('a request without a file says so', async () => {
  const response = await app.http.inject({
    method: 'POST',
    url: '/api/imports/runs?kind=compounds',
    headers: { 'x-gongzhi': '1', 'content-type': 'multipart/form-data; boundary=b' },
    cookies: { gongzhi_session: city.token },
    payload: '--b--\r\n',
  })
  expect(response.json().detail).toContain('请选择要上传的文件')
})

test('an unknown kind names the known ones', async () => {
  const { status, body } = await upload(app.http, city, 'houses', Buffer.from('a,b'))
  expect([status, body.detail]).toEqual([404, expect.stringContaining('没有“houses”这种表格。可导入的有：')])
})

test('another kind’s template is named, by its hidden mark or by its headings', async () => {
  const places = await download(app.http, city, '/api/imports/templates/places')
  expect(await turnedDown(places.bytes)).toContain(
    'unreadable 这是“行政区划”的模板，而您选择导入的是“小区档案”',
  )
  const headings =
    '区划代码,名称,级别,上级区划代码,是否在建成区,起始日\n150205000000,石拐区,旗县区,150200000000,否,2020-01-01'
  expect(await turnedDown(Buffer.from(headings), '区划.csv')).toContain('这是“行政区划”的模板')
})

test('a sheet without heading, with missing columns, a column twice, or no rows is told apart', async () => {
  expect(await turnedDown(Buffer.from('甲,乙\n1,2'))).toContain('没有找到表头')
  const short = compoundHead.filter((h) => !h.startsWith('户数') && !h.startsWith('改造'))
  expect(await turnedDown(await workbook([short]))).toContain(
    '缺少列：户数、改造完成日期。选填的列可以留空，但不要删去',
  )
  expect(await turnedDown(await workbook([[...compoundHead, '小区名称']]))).toContain(
    '列“小区名称”出现了两次（B 列和 N 列）',
  )
  expect(await turnedDown(await workbook([compoundHead]))).toContain('表头下面没有数据行')
})

describe('cells that cannot be taken are named, each with its reason', () => {
  test('formulas, error values, dates where a text belongs, numbers that lost digits', async () => {
    const file = await workbook([
      compoundHead,
      compoundRow('甲', { households: { formula: '300+358', result: 658 } }),
      compoundRow('乙', { households: { error: '#DIV/0!' } as never }),
      compoundRow(new Date('2026-01-02T00:00:00Z')),
      compoundRow('丁', { community: 1.502030010011234e18 }),
    ])
    const { body } = await upload(app.http, city, 'compounds', file)
    expect((await settled(city, body.id)).counts).toMatchObject({ created: 0, refused: 4 })
    const found = await city.call(contract.listFindings, { params: { id: body.id } })
    expect(found.body.rows.map((row) => `${row.faults[0]?.cell} ${row.faults[0]?.zh}`)).toEqual([
      'F2 单元格里是公式（=300+358），系统不读公式。请复制后“选择性粘贴为数值”。',
      'F3 单元格里是错误值 #DIV/0!。请填写正确的内容。',
      'B4 Excel 把这里的内容变成了日期（2026-01-02）。请把单元格设为“文本”格式后重新填写。',
      'A5 数字超过 15 位，Excel 已丢失末尾的数字。请把单元格设为“文本”格式后重新填写。',
    ])
    const nothing = await city.call(contract.confirmRun, { params: { id: body.id }, body: { skipBad: true } })
    expect(nothing.status).toBe(409)
  })

  test('columns in another order, a title above the heading and columns of one’s own are taken, the latter with a warning', async () => {
    const order = [...compoundHead.keys()].toReversed()
    const turned = (row: readonly unknown[]) => order.map((i) => row[i] as string)
    const file = await workbook([
      ['2026年小区档案'],
      [...turned(compoundHead), '序号'],
      [...turned(compoundRow('倒序苑')), 1],
    ])
    const { body } = await upload(app.http, city, 'compounds', file)
    expect(await settled(city, body.id)).toMatchObject({
      counts: { created: 1, refused: 0 },
      warnings: ['以下列不在“小区档案”模板中，不导入：序号。'],
    })
  })
})

test('rows that hang under later rows of the same sheet are recorded all the same', async () => {
  const lines = [
    '150205001001,石拐社区,社区（村）,150205001000,否,2020-01-01',
    '150205001000,石拐街道,街道（乡镇）,150205000000,否,2020-01-01',
    '150205000000,石拐区,旗县区,150200000000,否,2020-01-01',
  ]
  const filler = Array.from(
    { length: 1_200 },
    (_, i) => `150203001${String(i + 2).padStart(3, '0')},填充${i}社区,社区（村）,150203001000,是,2020-01-01`,
  )
  const sheet = [
    '区划代码,名称,级别,上级区划代码,是否在建成区,起始日',
    ...lines.slice(0, 1),
    ...filler.slice(0, 900),
    ...lines.slice(1),
  ]
  const { body } = await upload(app.http, city, 'places', Buffer.from(sheet.join('\n')), '区划.csv')
  expect((await settled(city, body.id)).counts).toMatchObject({ created: 903, refused: 0 })
})

test('two rows of one sheet that name the same record are told, however far apart they stand', async () => {
  const rows = Array.from({ length: 1_100 }, (_, i) => compoundRow(`远${i}苑`))
  const { body } = await upload(
    app.http,
    city,
    'compounds',
    await workbook([compoundHead, ...rows, compoundRow('远0苑', { households: 700 })]),
  )
  expect((await settled(city, body.id)).counts).toMatchObject({ created: 1_100, refused: 1, changed: 0 })
  const found = await city.call(contract.listFindings, { params: { id: body.id } })
  expect(found.body.rows[0]).toMatchObject({
    row: 1_102,
    faults: [{ zh: '与第 2 行是同一条记录。请只保留一行。' }],
  })
})

test('an import can be given up before it is confirmed, and then not be confirmed any more', async () => {
  const { body } = await upload(
    app.http,
    city,
    'compounds',
    await workbook([compoundHead, compoundRow('弃苑')]),
  )
  await settled(city, body.id)
  expect((await city.call(contract.discardRun, { params: { id: body.id }, body: {} })).body.state).toBe(
    'discarded',
  )
  expect((await city.call(contract.confirmRun, { params: { id: body.id }, body: {} })).status).toBe(409)
})
