import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRound } from '../../../../contracts/evaluation/staff.ts'
import { createCompound } from '../../../../contracts/organisations/staff.ts'
import { perform } from '../../../access/action.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { recordPlacesAction } from '../../organisations/index.ts'
import { evaluateRound, runPass } from '../index.ts'

let app: TestApp
let city: Person

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
})
afterAll(() => app.close())

async function compound(name: string): Promise<string> {
  const { body } = await city.call(createCompound, {
    body: {
      community: '150203001001',
      name,
      validFrom: '2020-01-01',
      type: 'existing',
      managementMode: 'enterprise',
      households: 300,
      buildings: 6,
      area: '30000',
      enclosure: 'closed',
      renovatedOn: null,
      committeeImpossibleReason: null,
    },
  })
  return body.id
}

async function firm(
  uscc: string,
  ...contracts: [compound: string, from: string, to: string | null][]
): Promise<void> {
  const id = randomUUID()
  await app.database.pool.query(
    `INSERT INTO organisations.body (id, kind, name, uscc, place_id, valid_from, pinyin, initials) VALUES ($1, 'enterprise', $2, $2, $3, '2020-01-01', '', '')`,
    [id, uscc, app.cityId],
  )
  for (const [place, from, to] of contracts)
    await app.database.pool.query(
      `INSERT INTO organisations.service_contract (id, provider_id, compound_id, number, valid_from, valid_to) VALUES ($1, $2, $3, 'C', $4, $5)`,
      [randomUUID(), id, place, from, to],
    )
}

test('C36: six whole months are enough, whichever they are, a day less is not; a firm’s projects count together', async () => {
  const six = await compound('六个月苑')
  const short = await compound('差一天苑')
  const later = await compound('下半年苑')
  await firm('六个月', [six, '2026-01-01', '2026-07-01'])
  await firm('差一天', [short, '2026-01-01', '2026-06-30'])
  await firm(
    '两处相接',
    [later, '2026-07-01', '2026-11-01'],
    [short, '2026-06-30', '2026-07-01'],
    [six, '2026-11-01', null],
  )
  const { body: round } = await city.call(openRound, {
    body: { year: 2026, name: '年度评价', placeId: app.cityId },
  })
  const { runId } = await perform(await city.ctx(), evaluateRound(app.engine), { id: round.id })
  await runPass(app.engine, app.context, round.id, runId)
  const { rows } = await app.database.pool.query<{ name: string; short: boolean; days: number }>(
    `SELECT name, not_assessed_reason IS NOT NULL AS short, days_in_service AS days FROM evaluation.subject
     WHERE round_id = $1 AND kind IN ('compound', 'enterprise') ORDER BY kind, name`,
    [round.id],
  )
  const found = Object.fromEntries(rows.map((row) => [row.name, [row.short, row.days]]))
  expect(found).toEqual({
    // 181 + 61 days: two firms one after the other.
    六个月苑: [false, 242],
    差一天苑: [false, 181],
    下半年苑: [true, 123],
    六个月: [false, 181],
    差一天: [true, 180],
    // 1 + 123 + 61 days in three compounds, from 30 June to 31 December without a gap.
    两处相接: [false, 185],
  })
})
