import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../../contracts/imports/staff.ts'
import { perform } from '../../../access/action.ts'
import { openSheet } from '../../../platform/spreadsheet/open-sheet.ts'
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

type Rows = Parameters<typeof workbook>[0]

async function checked(rows: Rows): Promise<string> {
  const { body } = await upload(app.http, city, 'compounds', await workbook(rows))
  expect((await settled(city, body.id)).state).toBe('checked')
  return body.id
}
async function confirmed(id: string): Promise<void> {
  await city.call(contract.confirmRun, { params: { id }, body: { skipBad: true } })
  expect((await settled(city, id)).state).toBe('imported')
}
const told = async (id: string, outcome: contract.Outcome['outcome'], who = city) =>
  (await who.call(contract.listOutcomes, { params: { id }, query: { outcome, limit: 200 } })).body.rows

test('the check tells what it would add and, of what it would change, what stood before; the receipt has the codes given', async () => {
  const first = await checked([compoundHead, compoundRow('甲苑'), compoundRow('乙苑', { area: 8 })])
  const [fresh] = await told(first, 'created')
  expect(fresh).toMatchObject({ row: 2, name: '甲苑', code: null, page: null, compared: false })
  expect(fresh?.cells).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ header: '所属社区代码', after: '示例社区（150203001001）' }),
      expect.objectContaining({ header: '管理方式', after: '物业服务企业' }),
    ]),
  )
  expect(fresh?.cells.map(({ header }) => header)).not.toContain('小区代码')
  await confirmed(first)
  const [made] = await told(first, 'created')
  expect(made).toMatchObject({ row: 2, name: '甲苑', code: '150203001001-0001', cells: [] })
  expect(made?.page).toMatch(/^\/organisations\/compounds\/[0-9a-f-]{36}$/)

  const second = await checked([
    compoundHead,
    compoundRow('甲苑', { households: 700, renovatedOn: '2024-05-01' }),
    compoundRow('丙苑'),
  ])
  const changes = await told(second, 'changed')
  expect(changes).toHaveLength(1)
  expect(changes[0]).toMatchObject({ row: 2, name: '甲苑', code: '150203001001-0001', compared: true })
  expect(changes[0]?.cells).toEqual([
    { header: '户数', headerEn: 'Households', before: '658', after: '700' },
    { header: '改造完成日期', headerEn: 'Renovated on', before: null, after: '2024-05-01' },
  ])
  await confirmed(second)
  expect((await told(second, 'changed'))[0]?.cells[0]).toMatchObject({ before: '658', after: '700' })
  const { status, bytes } = await download(app.http, city, `/api/imports/runs/${second}/outcomes/export`)
  expect(status).toBe(200)
  const lines: string[] = []
  for await (const some of (await openSheet(bytes)).rows())
    for (const row of some) lines.push([...row.cells.values()].map(({ text }) => text).join('|'))
  expect(lines).toContain('2|修改|150203001001-0001|甲苑|户数：658 → 700\n改造完成日期：（空） → 2024-05-01')
  expect(lines).toContain('3|新增|150203001001-0002|丙苑')
})

test('a check tells of the first 200 rows, the receipt of all; what was told lies sealed, for the uploader alone', async () => {
  const rows = Array.from({ length: 1_250 }, (_, i) =>
    compoundRow(`多行${i}苑`, { community: '150204001001' }),
  )
  const id = await checked([compoundHead, ...rows])
  expect(await told(id, 'created')).toHaveLength(contract.outcomesTold)
  const held = async () =>
    (await app.database.pool.query('SELECT sealed FROM imports.outcome WHERE run_id = $1', [id])).rows
  expect(await held()).toHaveLength(contract.outcomesTold)
  expect(JSON.stringify(await held())).not.toContain('多行0苑')
  await confirmed(id)
  expect(await held()).toHaveLength(1_250)
  const page = await city.call(contract.listOutcomes, {
    params: { id },
    query: { after: '1200', limit: 200 },
  })
  expect(page.body).toMatchObject({ next: null })
  expect(page.body.rows.at(-1)).toMatchObject({ row: 1251, code: '150204001001-1250' })
  const other = await app.person({ role: 'city-official', placeId: app.cityId })
  expect((await other.call(contract.listOutcomes, { params: { id } })).status).toBe(404)
  expect((await download(app.http, other, `/api/imports/runs/${id}/outcomes/export`)).status).toBe(404)
})
