import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRound, listRounds, openRound } from '../../../../contracts/evaluation/staff.ts'
import { perform } from '../../../access/action.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { columnOf, expectNoFormula, exportedSheet } from '../../../platform/testing/exported.ts'
import { recordPlacesAction } from '../../organisations/index.ts'
import { evaluateRound, runPass } from '../index.ts'

let app: TestApp
let city: Person
let elsewhere: Person
const path = '/api/evaluation/rounds/export'

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  const district = (row: number, code: string, name: string) => ({
    row,
    cells: {
      code,
      name,
      kind: 'district',
      parent: '150200000000',
      inBuiltUpArea: true,
      validFrom: '2020-01-01',
    },
  })
  const { rows } = await perform(await city.ctx(), recordPlacesAction, [
    district(2, '150203000000', '昆都仑区'),
    district(3, '150204000000', '青山区'),
  ])
  const [here, there] = rows.map((row) => row.id)
  elsewhere = await app.person({ role: 'district-official', placeId: there ?? '' })
  const opened = await city.call(openRound, { body: { year: 2025, name: '=1+1', placeId: app.cityId } })
  const { runId } = await perform(await city.ctx(), evaluateRound(app.engine), opened.body)
  await runPass(app.engine, app.context, opened.body.id, runId)
  await city.call(closeRound, { params: opened.body, body: { reason: '演示结束' } })
  await city.call(openRound, { body: { year: 2026, name: '昆区自评', placeId: here as string } })
})
afterAll(() => app.close())

test('rounds leave as a file, the newest first, with place, state and period; a name is no formula', async () => {
  const sheet = await exportedSheet(app, city, path)
  expect(columnOf(sheet, '轮次')).toEqual(['昆区自评', '=1+1'])
  expectNoFormula(sheet)
  expect(columnOf(sheet, '年度')).toEqual(['2026', '2025'])
  expect(columnOf(sheet, '范围')).toEqual(['昆都仑区', '包头市'])
  expect(columnOf(sheet, '状态')).toEqual(['开启', '已结束'])
  expect(columnOf(sheet, '上次计算')).toEqual(['', expect.stringMatching(/\d/)])
  const listed = (await city.call(listRounds, { query: {} })).body.rows
  expect(sheet.getCell('F2').value).toEqual(new Date(`${listed[0]?.from}T00:00:00Z`))
})

test('a district takes away the rounds that concern it, not those of another district', async () => {
  const listed = (await elsewhere.call(listRounds, { query: {} })).body.rows
  const file = columnOf(await exportedSheet(app, elsewhere, path), '轮次')
  expect(file).toEqual(listed.map((row) => row.name))
  expect(file).toEqual(['=1+1'])
})
