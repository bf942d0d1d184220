import { randomUUID } from 'node:crypto'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  declareFact,
  getPoint,
  getSubjectScore,
  listScores,
  openRound,
} from '../../../../contracts/evaluation/staff.ts'
import { createCompound } from '../../../../contracts/organisations/staff.ts'
import { perform } from '../../../access/action.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { recordPlacesAction } from '../../organisations/index.ts'
import { evaluateRound, runPass } from '../index.ts'

let app: TestApp
let city: Person
let params: { id: string; subjectId: string }
const about = { year: 2026, fact: '1-45', place: '150203001001-0001' }

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  const place = (row: number, code: string, name: string, kind: string, parent: string) => ({
    row,
    cells: { code, name, kind, parent, inBuiltUpArea: true, validFrom: '2020-01-01' },
  })
  await perform(await city.ctx(), recordPlacesAction, [
    place(2, '150203000000', '昆都仑区', 'district', '150200000000'),
    place(3, '150203001000', '少先路街道', 'street', '150203000000'),
    place(4, '150203001001', '示例社区', 'community', '150203001000'),
  ])
  const profile = {
    type: 'existing' as const,
    managementMode: 'enterprise' as const,
    households: 300,
    buildings: 6,
    area: '30000',
    enclosure: 'closed' as const,
    renovatedOn: null,
    committeeImpossibleReason: null,
  }
  const made = await city.call(createCompound, {
    body: { ...profile, community: '150203001001', name: '幸福花园', validFrom: '2020-01-01' },
  })
  const firm = randomUUID()
  await app.database.pool.query(
    `INSERT INTO organisations.body (id, kind, name, uscc, place_id, valid_from, pinyin, initials)
     VALUES ($1, 'enterprise', '示例物业', '91350100M000100Y43', $2, '2020-01-01', '', '')`,
    [firm, app.cityId],
  )
  await app.database.pool.query(
    `INSERT INTO organisations.service_contract (id, provider_id, compound_id, number, valid_from) VALUES ($1, $2, $3, 'C', '2024-01-01')`,
    [randomUUID(), firm, made.body.id],
  )
  const agency = await app.person({ role: 'survey-agency', placeId: app.cityId })
  await agency.call(declareFact, { body: { ...about, value: '60', provenance: 'surveyed' } })
  const { body: round } = await city.call(openRound, {
    body: { year: 2026, name: '年度评价', placeId: app.cityId },
  })
  const { runId } = await perform(await city.ctx(), evaluateRound(app.engine), { id: round.id })
  await runPass(app.engine, app.context, round.id, runId)
  const list = await city.call(listScores, { params: { id: round.id }, query: { kind: 'compound' } })
  params = { id: round.id, subjectId: list.body.rows[0]?.subjectId as string }
})
afterAll(() => app.close())

test('6.8.1 e: a community may not record a survey’s result about itself, and who changes a figure leaves what it said', async () => {
  const { rows } = await app.database.pool.query<{ id: string }>(
    `SELECT id FROM organisations.place WHERE kind = 'community'`,
  )
  const community = await app.person({ role: 'community-official', placeId: rows[0]?.id ?? '' })
  const refused = await community.call(declareFact, {
    body: { ...about, value: '100', provenance: 'surveyed' },
  })
  expect(refused.status).toBe(422)
  const reason = '问卷重新核对'
  expect(
    (await city.call(declareFact, { body: { ...about, value: '70', provenance: 'surveyed', reason } }))
      .status,
  ).toBe(200)
  const { body } = await city.call(getPoint, { params: { ...params, row: '1-45' } })
  expect(body.declared[0]).toMatchObject({ value: '70', version: 2, reason, earlier: [{ said: '60' }] })
})

test('rows that tell of a person stay below their level-1 total for roles that may not see Party status', async () => {
  const association = await app.person({ role: 'association', placeId: app.cityId })
  const { body } = await association.call(getSubjectScore, { params })
  const group = body.rows.filter((row) => row.level1 === '党建引领')
  expect(group.every((row) => row.withheld && row.points === '0' && row.reading.numerator === null)).toBe(
    true,
  )
  expect(body.rows.find((row) => row.id === '1-45')?.withheld).toBe(false)
  expect((await association.call(getPoint, { params: { ...params, row: '1-01' } })).status).toBe(403)
  expect((await city.call(getSubjectScore, { params })).body.rows.some((row) => row.withheld)).toBe(false)
})

test('C38: without any committee the committees’ rows of a firm do not apply and their points are spread', async () => {
  const firms = await city.call(listScores, { params: { id: params.id }, query: { kind: 'enterprise' } })
  const { body } = await city.call(getSubjectScore, {
    params: { id: params.id, subjectId: firms.body.rows[0]?.subjectId as string },
  })
  const graded = body.rows.filter((row) => row.evaluator === '业委会')
  expect(graded.map((row) => row.state)).toEqual(graded.map(() => 'not-applicable'))
  expect(graded).toHaveLength(5)
})

test('the list of declared facts leaves under the template’s own headers, to be corrected and imported again', async () => {
  const file = await app.http.inject({
    url: '/api/evaluation/declared-facts/export?year=2026',
    cookies: { gongzhi_session: city.token },
  })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(file.rawPayload as never)
  const sheet = book.worksheets[0]
  expect(sheet?.getRow(1).getCell(3).text).toBe('对象代码')
  expect(sheet?.getRow(2).getCell(3).text).toBe(about.place)
  expect(sheet?.getRow(2).getCell(9).text).toBe('满意度调查')
})
