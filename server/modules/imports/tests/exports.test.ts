import { afterAll, beforeAll, expect, test } from 'vitest'
import { listRuns } from '../../../../contracts/imports/staff.ts'
import { perform } from '../../../access/action.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { columnOf, expectNoFormula, exportedSheet } from '../../../platform/testing/exported.ts'
import { recordPlacesAction } from '../../organisations/index.ts'
import { compoundHead, compoundRow, ground } from './compound-rows.ts'
import { settled, upload, workbook } from './sheet-files.ts'

let app: TestApp
let city: Person
let districts: Person[]
const path = '/api/imports/runs/export'

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  const { rows } = await perform(await city.ctx(), recordPlacesAction, ground)
  districts = await Promise.all(
    [rows[0], rows[3]].map((row) => app.person({ role: 'district-official', placeId: row?.id ?? '' })),
  )
  const sheet = await workbook([compoundHead, compoundRow('甲苑'), compoundRow('乙苑', { area: 8 })])
  for (const [person, name] of [
    [city, '=1+1.xlsx'],
    [districts[0] as Person, '昆区.xlsx'],
  ] as const) {
    const { body } = await upload(app.http, person, 'compounds', sheet, name)
    await settled(person, body.id)
  }
})
afterAll(() => app.close())

test('imports leave as a file with state and counts as the list shows them, newest first; a file’s name is no formula', async () => {
  const sheet = await exportedSheet(app, city, path)
  const listed = (await city.call(listRuns, { query: {} })).body.rows
  expect(columnOf(sheet, '回执编号')).toEqual(listed.map((run) => run.id))
  expect(columnOf(sheet, '文件')).toEqual(['昆区.xlsx', '=1+1.xlsx'])
  expectNoFormula(sheet)
  expect(columnOf(sheet, '表格种类')).toEqual(['小区档案', '小区档案'])
  expect(columnOf(sheet, '状态')).toEqual(['已检查，待确认', '已检查，待确认'])
  expect([columnOf(sheet, '行数'), columnOf(sheet, '新增'), columnOf(sheet, '有误')]).toEqual([
    ['2', '2'],
    ['1', '1'],
    ['1', '1'],
  ])
})

test('the file follows the filters, and holds nobody’s imports whom the asker’s list leaves out', async () => {
  const files = async (person: Person, query = '') =>
    columnOf(await exportedSheet(app, person, `${path}${query}`), '文件')
  expect(await files(city, '?mine=yes')).toEqual(['=1+1.xlsx'])
  expect(await files(city, '?state=imported')).toEqual([])
  expect(await files(city, '?kind=places')).toEqual([])
  expect(await files(districts[0] as Person)).toEqual(['昆区.xlsx'])
  expect(await files(districts[1] as Person)).toEqual([])
})
