import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createCompound,
  editCompound,
  getCompound,
  listCompounds,
} from '../../../../contracts/organisations/staff.ts'
import { perform } from '../../../access/action.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { recordPlacesAction } from '../index.ts'

let app: TestApp
let city: Person

const place = (row: number, code: string, name: string, kind: string, parent: string) => ({
  row,
  cells: { code, name, kind, parent, inBuiltUpArea: true, validFrom: '2020-01-01' },
})

const profile = {
  type: 'existing' as const,
  managementMode: 'enterprise' as const,
  households: 658,
  buildings: 12,
  area: '65800.00',
  enclosure: 'closed' as const,
  renovatedOn: null,
  committeeImpossibleReason: null,
}

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  await perform(await city.ctx(), recordPlacesAction, [
    place(2, '150203000000', '昆都仑区', 'district', '150200000000'),
    place(3, '150203001000', '少先路街道', 'street', '150203000000'),
    place(4, '150203001001', '示例社区', 'community', '150203001000'),
    place(5, '150204000000', '青山区', 'district', '150200000000'),
    place(6, '150204001000', '先锋道街道', 'street', '150204000000'),
    place(7, '150204001001', '示例社区', 'community', '150204001000'),
  ])
})
afterAll(() => app.close())

test('the same name in another district is another compound; in the same street it waits for a decision', async () => {
  const body = { ...profile, name: '幸福花园', validFrom: '2020-01-01' }
  const first = await city.call(createCompound, { body: { ...body, community: '150203001001' } })
  const elsewhere = await city.call(createCompound, { body: { ...body, community: '150204001001' } })
  expect([first.status, elsewhere.status]).toEqual([200, 200])
  expect(first.body.id).not.toBe(elsewhere.body.id)
  const alike = await city.call(createCompound, {
    body: { ...body, name: '幸福 小区', community: '150203001001' },
  })
  expect(alike.status).toBe(422)
  expect(JSON.stringify(alike.body)).toContain('与已有记录相似：幸福花园')
})

test('absurd areas (8 m², 2.1 billion m²) and unknown codes are refused in words that say what to do', async () => {
  for (const area of ['8', '2100000000']) {
    const refused = await city.call(createCompound, {
      body: { ...profile, area, name: `面积${area}`, community: '150203001001', validFrom: '2020-01-01' },
    })
    expect(refused.status).toBe(422)
    expect(JSON.stringify(refused.body)).toContain('请核对单位和小数点')
  }
  const unknown = await city.call(createCompound, {
    body: { ...profile, name: '无处', community: '150203009009', validFrom: '2020-01-01' },
  })
  expect(JSON.stringify(unknown.body)).toContain('150203009009')
})

test('a double click makes one compound: the same submission key gets the same answer', async () => {
  const sent = { body: { ...profile, name: '双击小苑', community: '150203001001', validFrom: '2020-01-01' } }
  const key = { 'idempotency-key': 'k-double' }
  const [a, b] = await Promise.all([
    city.call(createCompound, sent, key),
    city.call(createCompound, sent, key),
  ])
  expect([a.status, b.status]).toEqual([200, 200])
  expect(a.body.id).toBe(b.body.id)
})

test('of two people editing one profile the second is told, and the first one’s change stands', async () => {
  const list = await city.call(listCompounds, { query: { text: '双击' } })
  const id = list.body.rows[0]?.id as string
  const edit = { ...profile, households: 700, version: 1 }
  const one = await city.call(editCompound, { params: { id }, body: edit })
  const two = await city.call(editCompound, { params: { id }, body: { ...edit, households: 800 } })
  expect([one.status, two.status]).toEqual([200, 409])
  expect((await city.call(getCompound, { params: { id } })).body.households).toBe(700)
})

test('a district official sees and edits only the own district’s compounds', async () => {
  const all = await city.call(listCompounds, {})
  const foreign = all.body.rows.find((row) => row.districtName === '青山区')
  const { body: places } = {
    body: await app.database.pool.query(`SELECT id FROM organisations.place WHERE code = '150203000000'`),
  }
  const district = await app.person({ role: 'district-official', placeId: places.rows[0].id })
  const own = await district.call(listCompounds, {})
  expect(new Set(own.body.rows.map((row) => row.districtName))).toEqual(new Set(['昆都仑区']))
  expect(own.body.rows.every((row) => row.can['organisations.edit-compound'])).toBe(true)
  expect((await district.call(getCompound, { params: { id: foreign?.id as string } })).status).toBe(404)
  const owner = await app.person({ role: 'evaluator', placeId: app.cityId })
  const refused = await owner.call(createCompound, {
    body: { ...profile, name: '越权', community: '150203001001', validFrom: '2020-01-01' },
  })
  expect(refused.status).toBe(403)
  expect(JSON.stringify(refused.body)).toContain('市物业主管部门')
})
