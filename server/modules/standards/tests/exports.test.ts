import { afterAll, beforeAll, expect, test } from 'vitest'
import { listLimits, listRequirements } from '../../../../contracts/standards/staff.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { columnOf, exportedSheet } from '../../../platform/testing/exported.ts'

let app: TestApp
let reader: Person

beforeAll(async () => {
  app = await testApp()
  reader = await app.person({ role: 'auditor', placeId: app.cityId })
})
afterAll(() => app.close())

const sheetOf = (path: string) => exportedSheet(app, reader, `/api/standards/${path}`)

test('limits leave as a file as they are filtered, each value as the screen shows it', async () => {
  const all = await sheetOf('limits/export')
  const { rows } = (await reader.call(listLimits, { query: {} })).body
  expect(columnOf(all, '编号')).toEqual(rows.map((row) => row.id))
  const share = rows.findIndex((row) => row.unit === 'share' && row.value === '3/5')
  expect(columnOf(all, '数值')[share]).toBe('60.0%')
  const open = await sheetOf('limits/export?undecided=yes')
  expect(columnOf(open, '编号')).toEqual(rows.filter((row) => row.undecided).map((row) => row.id))
  expect(new Set(columnOf(open, '状态'))).toEqual(new Set(['市里未定，暂用']))
})

test('requirements leave as a file as they are filtered: who, how often, what, and how the fact arrives', async () => {
  const sheet = await sheetOf('requirements/export?arrival=computed&subject=compound')
  const { rows } = (
    await reader.call(listRequirements, { query: { arrival: 'computed', subject: 'compound' } })
  ).body
  expect(rows.length).toBeGreaterThan(0)
  expect(columnOf(sheet, '编号')).toEqual(rows.map((row) => row.id))
  expect(new Set(columnOf(sheet, '来源'))).toEqual(new Set(['自动计算']))
  for (const said of [...columnOf(sheet, '频次'), ...columnOf(sheet, '标准')])
    expect(said).toMatch(/[\u4e00-\u9fff]/)
})

test('rulings leave as a file with the gap, the reading and its reason', async () => {
  const sheet = await sheetOf('rulings/export?text=C22')
  expect(columnOf(sheet, '编号')).toContain('C22')
  for (const header of ['问题', '系统取法（待市里确认）', '理由'])
    expect(columnOf(sheet, header).every((text) => text.length > 5)).toBe(true)
  expect((await sheetOf('rulings/export')).rowCount).toBeGreaterThan(sheet.rowCount)
})
