import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listCompounds } from '../../../../contracts/organisations/staff.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { compoundCode, layGround } from './ground.ts'

let app: TestApp
let city: Person

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  await layGround(city, 3)
})
afterAll(async () => app.close())

async function sheetOf(person: Person, path: string): Promise<ExcelJS.Worksheet> {
  const file = await app.http.inject({ url: path, cookies: { gongzhi_session: person.token } })
  expect(file.statusCode).toBe(200)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(file.rawPayload as never)
  return book.worksheets[0] as ExcelJS.Worksheet
}

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
    'party-organisations/organisations',
    'party-organisations/coverage',
  ]) {
    const [list = '', query = ''] = path.split('?')
    const sheet = await sheetOf(city, `/api/${list}/export?${query}`)
    expect(sheet.getRow(1).cellCount).toBeGreaterThan(5)
  }
})
