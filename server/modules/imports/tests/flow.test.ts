import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../../contracts/imports/staff.ts'
import { listCompounds } from '../../../../contracts/organisations/staff.ts'
import { getWorklist } from '../../../../contracts/worklist/staff.ts'
import { perform } from '../../../access/action.ts'
import { openSheet } from '../../../platform/spreadsheet/open-sheet.ts'
import type { RawRow } from '../../../platform/spreadsheet/raw-sheet.ts'
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

const confirm = (
  person: Person,
  id: string,
  body: { skipBad?: boolean; decisions?: Record<string, 'distinct' | 'skip'> } = {},
) => person.call(contract.confirmRun, { params: { id }, body })
const names = async () =>
  (await city.call(listCompounds, { query: { limit: 200 } })).body.rows.map((row) => row.name)
const audits = async (resource: string) =>
  (
    await app.database.pool.query(`SELECT * FROM platform.audit_entry WHERE resource = $1 ORDER BY id`, [
      resource,
    ])
  ).rows
async function sheetRows(bytes: Buffer): Promise<RawRow[]> {
  const rows: RawRow[] = []
  for await (const some of (await openSheet(bytes)).rows()) rows.push(...some)
  return rows
}

test('upload, check, confirm, receipt: nothing is recorded by the check, all of it by the confirmation, with one audit entry', async () => {
  const file = await workbook([compoundHead, compoundRow('甲苑'), compoundRow('乙苑')])
  const up = await upload(app.http, city, 'compounds', file, '小区.xlsx')
  expect(up.status).toBe(200)
  const checked = await settled(city, up.body.id)
  expect(checked).toMatchObject({
    state: 'checked',
    kindTitle: '小区档案',
    counts: { created: 2, refused: 0 },
    rowsDone: 2,
    rowsTotal: 2,
  })
  expect(await names()).toEqual([])
  const { body: today } = await city.call(getWorklist, {})
  expect(JSON.stringify(today.todos)).toContain('“小区.xlsx”已检查，等您确认导入')
  expect((await confirm(city, up.body.id)).status).toBe(200)
  expect(await settled(city, up.body.id)).toMatchObject({ state: 'imported', counts: { created: 2 } })
  expect(await names()).toEqual(['甲苑', '乙苑'])
  const trail = await audits('sheet.compounds')
  expect(trail).toHaveLength(1)
  expect(trail[0]).toMatchObject({
    summary: '导入小区档案 2 条（新增 2、更新 0、未变 0），来自“小区.xlsx”',
    verb: 'organisations.record-compounds',
  })
  expect(trail[0].detail.hashes).toHaveLength(2)
})

test('the same file twice changes nothing, and says when it had been imported', async () => {
  const file = await workbook([compoundHead, compoundRow('丙苑')])
  const first = await upload(app.http, city, 'compounds', file)
  await settled(city, first.body.id)
  await confirm(city, first.body.id)
  await settled(city, first.body.id)
  const again = await upload(app.http, city, 'compounds', file)
  const checked = await settled(city, again.body.id)
  expect(checked.counts).toMatchObject({ created: 0, changed: 0, unchanged: 1 })
  expect(checked.earlier?.id).toBe(first.body.id)
  const before = (await app.database.pool.query('SELECT version FROM organisations.compound')).rows
  await confirm(city, again.body.id)
  expect((await settled(city, again.body.id)).state).toBe('imported')
  expect((await app.database.pool.query('SELECT version FROM organisations.compound')).rows).toEqual(before)
})

test('all or nothing by default; each bad row is named with cell and reason; skipBad records the sound rows only', async () => {
  const file = await workbook([
    compoundHead,
    compoundRow('丁苑'),
    compoundRow('戊苑', { area: 8 }),
    compoundRow('己苑', { households: '六百户', type: '别墅' }),
  ])
  const { body } = await upload(app.http, city, 'compounds', file, '有错.xlsx')
  expect((await settled(city, body.id)).counts).toMatchObject({ created: 1, refused: 2 })
  const found = await city.call(contract.listFindings, { params: { id: body.id } })
  expect(found.body.rows.map((row) => row.faults.map((f) => f.cell))).toEqual([['H3'], ['D4', 'F4']])
  expect(found.body.rows[0]?.faults[0]?.zh).toContain('请核对单位和小数点')
  expect(found.body.rows[1]?.faults[0]).toMatchObject({
    header: '小区类型',
    value: '别墅',
    zh: '“别墅”不在可选内容中。请填：既有民用建筑、老旧小区、其他。',
  })
  const refused = await confirm(city, body.id)
  expect(refused.status).toBe(409)
  expect(JSON.stringify(refused.body)).toContain('还有 2 行需要改正')
  expect(await names()).not.toContain('丁苑')
  expect((await confirm(city, body.id, { skipBad: true })).status).toBe(200)
  expect(await settled(city, body.id)).toMatchObject({
    state: 'imported',
    counts: { created: 1, refused: 2 },
  })
  expect(await names()).toContain('丁苑')
  expect(await names()).not.toContain('戊苑')
})

test('bad rows come back as the same sheet with a reason column; corrected, that sheet can be uploaded as it is', async () => {
  const file = await workbook([compoundHead, compoundRow('庚苑'), compoundRow('辛苑', { area: 8 })])
  const { body } = await upload(app.http, city, 'compounds', file, '改正.xlsx')
  await settled(city, body.id)
  const got = await download(app.http, city, `/api/imports/runs/${body.id}/bad-rows`)
  expect(got.status).toBe(200)
  expect(decodeURIComponent(String(got.headers['content-disposition']))).toContain('改正-需改正.xlsx')
  const rows = await sheetRows(got.bytes)
  expect(rows).toHaveLength(2)
  expect(rows[0]?.cells.get(14)?.text).toBe('原因')
  expect(rows[1]?.cells.get(2)?.text).toBe('辛苑')
  expect(rows[1]?.cells.get(14)?.text).toContain('原第 3 行 H3“建筑面积（平方米）”：建筑面积 8 平方米不合理')
  const corrected = await workbook(
    rows.map((row) =>
      Array.from({ length: 14 }, (_, i) =>
        row.cells.get(i + 1)?.text === '8' ? '65800' : (row.cells.get(i + 1)?.text ?? null),
      ),
    ),
  )
  const again = await upload(app.http, city, 'compounds', corrected)
  expect(await settled(city, again.body.id)).toMatchObject({
    state: 'checked',
    counts: { created: 1, refused: 0 },
    warnings: [],
  })
})

test('a probable duplicate waits for a person: left undecided it stops the import, “distinct” records it, “skip” leaves it out', async () => {
  const first = await upload(
    app.http,
    city,
    'compounds',
    await workbook([compoundHead, compoundRow('幸福花园')]),
  )
  await settled(city, first.body.id)
  await confirm(city, first.body.id)
  await settled(city, first.body.id)
  const alike = await workbook([
    compoundHead,
    compoundRow('幸福小区'),
    compoundRow('幸福 花园'),
    compoundRow('壬苑'),
  ])
  const { body } = await upload(app.http, city, 'compounds', alike)
  expect((await settled(city, body.id)).counts).toMatchObject({ created: 1, perhapsSame: 2 })
  const found = await city.call(contract.listFindings, {
    params: { id: body.id },
    query: { outcome: 'perhaps-same' },
  })
  expect(found.body.rows[0]?.candidates[0]?.label).toContain('幸福花园')
  const undecided = await confirm(city, body.id, { decisions: { 2: 'distinct' } })
  expect(undecided.status).toBe(409)
  expect(JSON.stringify(undecided.body)).toContain('第 3 行')
  expect((await confirm(city, body.id, { decisions: { 2: 'distinct', 3: 'skip' } })).status).toBe(200)
  expect(await settled(city, body.id)).toMatchObject({
    state: 'imported',
    counts: { created: 2, skipped: 1 },
  })
  expect(await names()).toEqual(expect.arrayContaining(['幸福花园', '幸福小区', '壬苑']))
  expect(await names()).not.toContain('幸福 花园')
})

test('two confirmations at once are one import; a double upload with one key is one run', async () => {
  const file = await workbook([compoundHead, compoundRow('癸苑')])
  const [a, b] = await Promise.all([
    upload(app.http, city, 'compounds', file, 'x.xlsx', 'up-1'),
    upload(app.http, city, 'compounds', file, 'x.xlsx', 'up-1'),
  ])
  expect(a.body.id).toBe(b.body.id)
  await settled(city, a.body.id)
  const before = (await audits('sheet.compounds')).length
  const both = await Promise.all([confirm(city, a.body.id), confirm(city, a.body.id)])
  expect(both.map((r) => r.status)).toEqual([200, 200])
  await settled(city, a.body.id)
  expect((await confirm(city, a.body.id)).body.state).toBe('imported')
  expect(await audits('sheet.compounds')).toHaveLength(before + 1)
})

test('what became unsound between check and confirmation is not half saved: the import goes back to be checked', async () => {
  const file = await workbook([compoundHead, compoundRow('子苑'), compoundRow('丑花园')])
  const { body } = await upload(app.http, city, 'compounds', file)
  await settled(city, body.id)
  const other = await upload(
    app.http,
    city,
    'compounds',
    await workbook([compoundHead, compoundRow('丑小区')]),
  )
  await settled(city, other.body.id)
  await confirm(city, other.body.id)
  await settled(city, other.body.id)
  await confirm(city, body.id)
  const run = await settled(city, body.id)
  expect(run).toMatchObject({
    state: 'checked',
    counts: { perhapsSame: 1 },
    problem: { code: 'imports.changed-since-check' },
  })
  expect(await names()).not.toContain('子苑')
})

test('who sees which import: the own ones, and officials those of their whole jurisdiction; the rows only the uploader', async () => {
  const place = async (code: string) =>
    (await app.database.pool.query(`SELECT id FROM organisations.place WHERE code = $1`, [code])).rows[0].id
  const here = await app.person({ role: 'district-official', placeId: await place('150203000000') })
  const there = await app.person({ role: 'district-official', placeId: await place('150204000000') })
  const { body } = await upload(
    app.http,
    here,
    'compounds',
    await workbook([compoundHead, compoundRow('寅苑'), compoundRow('别区', { community: '150204001001' })]),
  )
  const run = await settled(here, body.id)
  expect(run.counts).toMatchObject({ created: 1, refused: 1 })
  expect((await city.call(contract.getRun, { params: { id: body.id } })).status).toBe(200)
  expect((await there.call(contract.getRun, { params: { id: body.id } })).status).toBe(404)
  expect((await there.call(contract.listRuns, {})).body.rows).toEqual([])
  expect((await city.call(contract.listFindings, { params: { id: body.id } })).status).toBe(404)
  expect((await confirm(city, body.id)).status).toBe(404)
  const evaluator = await app.person({ role: 'evaluator', placeId: app.cityId })
  const refused = await upload(app.http, evaluator, 'compounds', await workbook([compoundHead]))
  expect(refused.status).toBe(403)
  expect(refused.body.detail).toContain('市物业主管部门')
  const offered = (await evaluator.call(contract.listTemplates, {})).body.rows.map((row) => row.kind)
  expect(offered).not.toContain('compounds')
})

test('a row with a cell that cannot be read has its codes looked up all the same: one check tells both', async () => {
  const file = await workbook([
    compoundHead,
    compoundRow('双错苑', { community: '150203001999', households: '六百户' }),
  ])
  const { body } = await upload(app.http, city, 'compounds', file, '双错.xlsx')
  expect((await settled(city, body.id)).counts).toMatchObject({ created: 0, refused: 1 })
  const found = await city.call(contract.listFindings, { params: { id: body.id } })
  expect(found.body.rows[0]?.faults.map((fault) => fault.cell).sort()).toEqual(['A2', 'F2'])
  expect(await names()).not.toContain('双错苑')
})
