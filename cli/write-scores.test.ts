import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillDemoCity } from '../demo-city/fill/fill.ts'
import { type FoundRound, findRounds } from '../server/modules/evaluation/index.ts'
import { placesByCode } from '../server/modules/organisations/index.ts'
import { type TestApp, testApp } from '../server/platform/testing/app.ts'
import { Fraction } from '../server/values/fraction.ts'
import { writeScores } from './write-scores.ts'

interface Report {
  table: string
  district: string
  total: string | null
  totalExact: string | null
  notAssessed: string | null
  rows: { id: string; points: string; max: string; state: string; reason: string }[]
}

let app: TestApp
let round: FoundRound
const folder = mkdtempSync(join(tmpdir(), 'gongzhi-scores-'))

beforeAll(async () => {
  app = await testApp()
  await fillDemoCity({
    app,
    size: 'small',
    accountsFile: join(folder, 'accounts.json'),
    stopped: new AbortController().signal,
    report: () => undefined,
    say: () => undefined,
    accountsReady: () => undefined,
  })
  round = (await findRounds(app.context.db, { year: 2025 }))[0] as FoundRound
}, 60_000)
afterAll(() => app.close())

async function write(name: string, wanted: Parameters<typeof writeScores>[0]['wanted'] = {}) {
  const bureau = await app.person({ role: 'city-official', placeId: app.cityId })
  const out = join(folder, name)
  const ctx = await bureau.ctx()
  return {
    out,
    subjects: await writeScores({ ctx, editions: app.engine.editions, round, wanted, out, demo: true }),
  }
}

test('every subject’s rows add up to its total, and each says why', async () => {
  const { out, subjects } = await write('all.json')
  const reports = JSON.parse(readFileSync(out, 'utf8')) as Report[]
  expect(reports).toHaveLength(subjects)
  expect(new Set(reports.map((r) => r.table))).toEqual(new Set(['A.1', 'A.2', 'A.3', 'A.4']))
  for (const report of reports.filter((r) => r.notAssessed === null)) {
    const sum = Fraction.sum(report.rows.map((row) => Fraction.parse(row.points)))
    expect(Math.abs(Number(sum.toDecimal(9)) - Number(report.total))).toBeLessThan(1e-6)
    expect(report.totalExact).toMatch(/^\d+(\/\d+)?$/)
    expect(report.rows.every((row) => row.reason.length > 4)).toBe(true)
  }
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('a table and a place narrow the workbook: one sheet of totals, one of rows by points', async () => {
  const place = (await placesByCode(app.context.db, ['150203000000'])).get('150203000000')
  const { out, subjects } = await write('part.xlsx', { table: 'A.1', placeId: place?.id })
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(out)
  expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['总分', '表A.1'])
  const sheet = book.worksheets[1] as ExcelJS.Worksheet
  // A head, the subjects, and the line that marks a demonstration.
  expect(sheet.rowCount).toBe(subjects + 2)
  expect(sheet.getCell(2, 4).value).toBe('昆都仑区')
  expect(sheet.getRow(1).cellCount).toBe(8 + 50)
})

test('a file that cannot be written is told in one sentence, and nothing is left behind', async () => {
  const { out } = await write('all.json')
  expect(existsSync(out)).toBe(true)
  await expect(write('no-such-folder/all.json')).rejects.toThrow('写不进去')
})
