import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  getCityFigure,
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
let params: { id: string; bodyId: string }

/** One firm in two districts: 300 households in the first, 100 in the second. */
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
    place(5, '150204000000', '青山区', 'district', '150200000000'),
    place(6, '150204001000', '先锋道街道', 'street', '150204000000'),
    place(7, '150204001001', '另一社区', 'community', '150204001000'),
  ])
  const bodyId = randomUUID()
  await app.database.pool.query(
    `INSERT INTO organisations.body (id, kind, name, uscc, place_id, valid_from, pinyin, initials)
     VALUES ($1, 'enterprise', '示例物业', '91350100M000100Y43', $2, '2020-01-01', '', '')`,
    [bodyId, app.cityId],
  )
  for (const [community, households] of [
    ['150203001001', 300],
    ['150204001001', 100],
  ] as const) {
    const profile = {
      type: 'existing' as const,
      managementMode: 'enterprise' as const,
      buildings: 6,
      area: String(households * 100),
      enclosure: 'closed' as const,
      renovatedOn: null,
      committeeImpossibleReason: null,
    }
    const made = await city.call(createCompound, {
      body: { ...profile, households, community, name: '幸福花园', validFrom: '2020-01-01' },
    })
    await app.database.pool.query(
      `INSERT INTO organisations.service_contract (id, provider_id, compound_id, number, valid_from) VALUES ($1, $2, $3, 'C', '2024-01-01')`,
      [randomUUID(), bodyId, made.body.id],
    )
  }
  const { body: round } = await city.call(openRound, {
    body: { year: 2026, name: '年度评价', placeId: app.cityId },
  })
  const { runId } = await perform(await city.ctx(), evaluateRound(app.engine), { id: round.id })
  await runPass(app.engine, app.context, round.id, runId)
  params = { id: round.id, bodyId }
})
afterAll(() => app.close())

const setTotal = (households: number, total: string) =>
  app.database.pool.query(
    `UPDATE evaluation.score SET total_exact = $2 FROM evaluation.subject s
     WHERE s.id = score.subject_id AND s.kind = 'enterprise' AND s.households = $1`,
    [households, total],
  )

test('C33: the city figure is the mean of the districts’ totals weighted by households, not of the districts', async () => {
  await setTotal(300, '81')
  await setTotal(100, '241/3')
  const { body } = await city.call(getCityFigure, { params })
  // (300 × 81 + 100 × 241/3) / 400
  expect(body).toMatchObject({ total: '80.833333333333', why: null, households: 400 })
  expect(body.districts.map(({ name, households, total }) => [name, households, total])).toEqual([
    ['昆都仑区', 300, '81'],
    ['青山区', 100, '80.333333333333'],
  ])
})

test('a district that is not assessed carries no weight', async () => {
  const assess = (reason: string | null) =>
    app.database.pool.query(
      `UPDATE evaluation.subject SET not_assessed_reason = $1 WHERE kind = 'enterprise' AND households = 100`,
      [reason],
    )
  await assess('too-short')
  expect((await city.call(getCityFigure, { params })).body).toMatchObject({ total: '81', households: 300 })
  await assess(null)
})

test('who sees one district only is shown no city figure, from which the other could be worked out', async () => {
  const { rows } = await app.database.pool.query<{ id: string }>(
    `SELECT id FROM organisations.place WHERE kind = 'district' ORDER BY id LIMIT 1`,
  )
  const district = await app.person({ role: 'district-official', placeId: rows[0]?.id ?? '' })
  const { body } = await district.call(getCityFigure, { params })
  expect(body).toMatchObject({ total: null, why: 'out-of-sight' })
  expect(body.districts).toHaveLength(1)
  const own = await app.person({ role: 'enterprise', bodyId: params.bodyId })
  expect((await own.call(getCityFigure, { params })).body.total).toBe('80.833333333333')
  const other = await app.person({ role: 'enterprise', bodyId: await anotherFirm() })
  expect((await other.call(getCityFigure, { params })).status).toBe(404)
})

async function anotherFirm(): Promise<string> {
  const id = randomUUID()
  await app.database.pool.query(
    `INSERT INTO organisations.body (id, kind, name, uscc, place_id, valid_from, pinyin, initials)
     VALUES ($1, 'enterprise', '另一物业', NULL, $2, '2020-01-01', '', '')`,
    [id, app.cityId],
  )
  return id
}

test('C6: points follow table A.4, and a district with fewer than five full-time staff is told of 6.1.2', async () => {
  const districts = await city.call(listScores, { params: { id: params.id }, query: { kind: 'district' } })
  const subjectId = districts.body.rows[0]?.subjectId as string
  const { body } = await city.call(getSubjectScore, { params: { id: params.id, subjectId } })
  const row = body.rows.find(({ id }) => id === '4-06')
  expect(row?.warning?.zh).toMatch(/^现有 0 人，不足 5 人，未达到 6\.1\.2。评分只能照评分表/)
  expect(body.rows.filter(({ warning }) => warning !== null)).toHaveLength(1)
})
