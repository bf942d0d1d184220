import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createContract,
  createEnterprise,
  listCompounds,
  listContracts,
} from '../../../../contracts/organisations/staff.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { columnOf, expectNoFormula, exportedSheet } from '../../../platform/testing/exported.ts'
import { compoundCode, layGround, testUscc } from './ground.ts'

let app: TestApp
let city: Person

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  await layGround(city, 3)
})
afterAll(async () => app.close())

const sheetOf = (person: Person, path: string) => exportedSheet(app, person, path)

test('a list leaves as a file with exactly the rows that its filters show, and only those the asker may see', async () => {
  const all = await sheetOf(city, '/api/organisations/compounds/export')
  const listed = await city.call(listCompounds, {})
  expect(all.rowCount).toBe(listed.body.rows.length + 1)
  expect(all.getCell('A2').text).toBe(compoundCode(0, 1))
  const filtered = await sheetOf(city, `/api/organisations/compounds/export?text=${compoundCode(1, 2)}`)
  expect(filtered.rowCount).toBe(2)
  const first = listed.body.rows[0]
  const head = await app.person({ role: 'project-head', placeId: first?.id ?? '' })
  expect((await sheetOf(head, '/api/organisations/compounds/export')).rowCount).toBe(2)
})

test('every list of the module has its file', async () => {
  for (const path of [
    'organisations/places',
    'organisations/bodies?kind=enterprise',
    'organisations/committees',
    'organisations/contracts',
    'party-organisations/organisations',
    'party-organisations/coverage',
  ]) {
    const [list = '', query = ''] = path.split('?')
    const sheet = await sheetOf(city, `/api/${list}/export?${query}`)
    expect(sheet.getRow(1).cellCount).toBeGreaterThan(5)
  }
})

test('contracts leave as a file, of all or of one provider, only those the asker may see', async () => {
  const [first, second] = (await city.call(listCompounds, {})).body.rows
  for (const [n, compound] of [first, second].entries()) {
    const uscc = testUscc(n + 1)
    await city.call(createEnterprise, {
      body: {
        uscc,
        name: `演示物业${n + 1}`,
        kind: 'enterprise',
        seat: '150203000000',
        validFrom: '2020-01-01',
      },
    })
    await city.call(createContract, {
      body: { uscc, compound: compound?.code ?? '', number: `=${n}`, from: '2024-01-01', to: null },
    })
  }
  const listed = (await city.call(listContracts, {})).body.rows
  const path = '/api/organisations/contracts/export'
  const all = await sheetOf(city, path)
  expect(listed).toHaveLength(2)
  expect(columnOf(all, '合同编号')).toEqual(listed.map((row) => row.number))
  expectNoFormula(all)
  expect(columnOf(all, '状态')).toEqual(['履行中', '履行中'])
  const ofOne = await sheetOf(city, `${path}?provider=${listed[0]?.providerId}`)
  expect(columnOf(ofOne, '物业服务人')).toEqual([listed[0]?.providerName])
  expect(columnOf(await sheetOf(city, `${path}?state=over`), '合同编号')).toEqual([])
  const head = await app.person({ role: 'project-head', placeId: first?.id ?? '' })
  expect(columnOf(await sheetOf(head, path), '小区代码')).toEqual([first?.code])
})
