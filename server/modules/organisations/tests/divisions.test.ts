import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../../contracts/organisations/staff.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { communities, compoundCode, layGround, street } from './ground.ts'

let app: TestApp
let city: Person
const other = '150203002000'

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  await layGround(city, 2)
  await city.call(contract.createPlace, {
    body: {
      code: other,
      name: '沼潭街道',
      kind: 'street',
      parent: '150203000000',
      inBuiltUpArea: true,
      validFrom: '2020-01-01',
    },
  })
})
afterAll(() => app.close())

async function placeOf(code: string) {
  const list = await city.call(contract.listPlaces, { query: { text: code } })
  const found = list.body.rows.find((row) => row.code === code)
  return (await city.call(contract.getPlace, { params: { id: found?.id as string } })).body
}

test('a rename keeps the old name on record, and of two who edit at once the second is told', async () => {
  const before = await placeOf(communities[0] as string)
  const change = {
    name: '新名社区',
    code: before.code,
    inBuiltUpArea: true,
    on: '2026-03-01',
    version: before.version,
  }
  expect((await city.call(contract.renamePlace, { params: { id: before.id }, body: change })).status).toBe(
    200,
  )
  expect((await city.call(contract.renamePlace, { params: { id: before.id }, body: change })).status).toBe(
    409,
  )
  const after = await placeOf(before.code)
  expect(after.versions.map((v) => [v.name, v.from, v.to])).toEqual([
    ['新名社区', '2026-03-01', null],
    ['第1社区', '2020-01-01', '2026-02-28'],
  ])
  expect(after.timeline[0]?.summary).toContain('第1社区 → 新名社区')
  expect(after.ancestors.map((a) => a.kind)).toEqual(['city', 'district', 'street'])
})

test('a move takes the compounds along and rights follow at once; scores of the past keep the old parent', async () => {
  const moved = await placeOf(communities[0] as string)
  const target = await placeOf(other)
  const neighbour = await app.person({ role: 'street-official', placeId: target.id })
  expect((await neighbour.call(contract.listCompounds, {})).body.rows).toHaveLength(0)
  const wrong = await city.call(contract.movePlace, {
    params: { id: moved.id },
    body: { parentId: app.cityId, on: '2026-06-01', version: moved.version },
  })
  expect([wrong.status, JSON.stringify(wrong.body)]).toEqual([422, expect.stringContaining('的上级应是街道')])
  const early = await city.call(contract.movePlace, {
    params: { id: moved.id },
    body: { parentId: target.id, on: '2025-01-01', version: moved.version },
  })
  expect(JSON.stringify(early.body)).toContain('变更日不能早于这一天')
  expect(
    (
      await city.call(contract.movePlace, {
        params: { id: moved.id },
        body: { parentId: target.id, on: '2026-06-01', version: moved.version },
      })
    ).status,
  ).toBe(200)
  expect((await neighbour.call(contract.listCompounds, {})).body.rows).toHaveLength(2)
  expect((await placeOf(moved.code)).versions.map((v) => v.parentName)).toEqual([
    '沼潭街道',
    '少先路街道',
    '少先路街道',
  ])
})

test('a built-up flag that changes is shared by the compounds of the community (C35)', async () => {
  const community = await placeOf(communities[1] as string)
  await city.call(contract.renamePlace, {
    params: { id: community.id },
    body: {
      name: community.name,
      code: community.code,
      inBuiltUpArea: false,
      on: '2026-07-01',
      version: community.version,
    },
  })
  const compound = await placeOf(compoundCode(1, 1))
  expect([compound.inBuiltUpArea, compound.versions.length]).toEqual([false, 2])
})

test('a merge ends the absorbed place, moves what lay under it and records the succession', async () => {
  const [into, absorbed] = [await placeOf(other), await placeOf(street)]
  const merged = await city.call(contract.mergePlaces, {
    params: { id: into.id },
    body: { absorbed: [absorbed.id], on: '2026-08-01' },
  })
  expect([merged.status, merged.body.moved]).toEqual([200, 1])
  const after = (await city.call(contract.getPlace, { params: { id: absorbed.id } })).body
  expect([after.endedOn, after.successors.map((s) => [s.name, s.how])]).toEqual([
    '2026-08-01',
    [['沼潭街道', 'merge']],
  ])
  expect((await placeOf(other)).children).toBe(2)
  expect(
    (
      await city.call(contract.mergePlaces, {
        params: { id: into.id },
        body: { absorbed: [into.id], on: '2026-08-02' },
      })
    ).status,
  ).toBe(422)
})

test('a split gives every child to one successor or is refused whole', async () => {
  const known = await placeOf(other)
  const children = (await city.call(contract.listPlaces, { query: { parent: known.id } })).body.rows.map(
    (row) => row.id,
  )
  const into = (first: string[], second: string[]) => [
    { code: other, name: '沼潭一街道', children: first },
    { code: '150203003000', name: '沼潭二街道', children: second },
  ]
  const left = await city.call(contract.splitPlace, {
    params: { id: known.id },
    body: { into: into([children[0] as string], []), on: '2026-09-01' },
  })
  expect(JSON.stringify(left.body)).toContain('没有着落或重复')
  const split = await city.call(contract.splitPlace, {
    params: { id: known.id },
    body: { into: into([children[0] as string], [children[1] as string]), on: '2026-09-01' },
  })
  expect(split.status).toBe(200)
  const fresh = (await city.call(contract.getPlace, { params: { id: split.body.ids[0] as string } })).body
  expect([fresh.children, fresh.predecessors[0]?.how, fresh.compounds]).toEqual([1, 'split', 2])
})

test('a change of a day still to come is refused: rights would follow it today', async () => {
  const known = await placeOf('150203003000')
  const body = {
    name: '将来',
    code: known.code,
    inBuiltUpArea: true,
    on: '2027-01-01',
    version: known.version,
  }
  const refused = await city.call(contract.renamePlace, { params: { id: known.id }, body })
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([422, expect.stringContaining('在今天之后')])
})

test('only the city changes divisions: a district official is told who may', async () => {
  const district = await app.person({
    role: 'district-official',
    placeId: (await placeOf('150203000000')).id,
  })
  const known = await placeOf('150203003000')
  const refused = await district.call(contract.renamePlace, {
    params: { id: known.id },
    body: { name: '越权', code: known.code, inBuiltUpArea: true, on: '2026-10-01', version: known.version },
  })
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([
    403,
    expect.stringContaining('市物业主管部门'),
  ])
})

test('a compound that comes under another community takes its built-up flag (C35)', async () => {
  const moved = await placeOf(compoundCode(0, 1))
  const outside = await placeOf(communities[1] as string)
  expect([moved.inBuiltUpArea, outside.inBuiltUpArea]).toEqual([true, false])
  await city.call(contract.movePlace, {
    params: { id: moved.id },
    body: { parentId: outside.id, on: '2026-10-01', version: moved.version },
  })
  const after = (await city.call(contract.getPlace, { params: { id: moved.id } })).body
  expect(after.versions.map((v) => [v.from, v.inBuiltUpArea])).toEqual([
    ['2026-10-01', false],
    ['2020-01-01', true],
  ])
})
