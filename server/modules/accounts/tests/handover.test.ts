import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../../contracts/accounts/staff.ts'
import { perform } from '../../../access/action.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { recordPlacesAction } from '../../organisations/index.ts'

let app: TestApp
let admin: Person
const places = new Map<string, string>()
const at = (code: string) => places.get(code) as string

const place = (row: number, code: string, kind: string, parent: string) => ({
  row,
  cells: { code, name: `演示${kind}`, kind, parent, inBuiltUpArea: true, validFrom: '2020-01-01' },
})

beforeAll(async () => {
  app = await testApp()
  admin = await app.person({ role: 'authorisation-admin', placeId: app.cityId })
  const city = await app.person({ role: 'city-official', placeId: app.cityId })
  const { rows } = await perform(await city.ctx(), recordPlacesAction, [
    place(2, '150203000000', 'district', '150200000000'),
    place(3, '150203001000', 'street', '150203000000'),
  ])
  places.set('150203000000', rows[0]?.id ?? '').set('150203001000', rows[1]?.id ?? '')
})
afterAll(() => app.close())

test('工作交接: the successor holds the leaver’s roles from the day on, the leaver none; the past stays on record', async () => {
  const leaver = await app.person(
    { role: 'street-official', placeId: at('150203001000') },
    { role: 'evaluator', placeId: at('150203000000') },
  )
  const successor = await app.person()
  const handOver = (on: string, successorId = successor.id) =>
    admin.call(contract.handOver, { params: { id: leaver.id }, body: { successorId, on, reason: '轮岗' } })
  expect((await handOver('2026-11-01')).status).toBe(422)
  expect((await handOver('2026-11-23', leaver.id)).status).toBe(422)
  expect((await handOver('2026-11-23', admin.id)).status).toBe(422)
  expect((await handOver('2026-11-23')).body).toEqual({ grants: 2 })
  expect((await successor.call(contract.whoAmI)).body.grants.map((g) => g.role).sort()).toEqual([
    'evaluator',
    'street-official',
  ])
  expect((await leaver.call(contract.whoAmI)).body.grants).toEqual([])
  const { rows } = await app.database.pool.query(
    `SELECT valid_to FROM access.grant_of_role WHERE actor_id = $1`,
    [leaver.id],
  )
  expect(rows.map((row) => row.valid_to)).toEqual(['2026-11-23', '2026-11-23'])
})

test('a handover on a later day leaves the work with the leaver until then', async () => {
  const leaver = await app.person({ role: 'evaluator', placeId: app.cityId })
  const successor = await app.person()
  await admin.call(contract.handOver, {
    params: { id: leaver.id },
    body: { successorId: successor.id, on: '2026-12-01', reason: '轮岗' },
  })
  expect((await leaver.call(contract.whoAmI)).body.grants).toHaveLength(1)
  expect((await successor.call(contract.whoAmI)).body.grants).toHaveLength(0)
})

test('what was handed over already is not handed over again, nor held any longer', async () => {
  const leaver = await app.person({ role: 'evaluator', placeId: app.cityId })
  const handOver = async (on: string) => {
    const successorId = (await app.person()).id
    const body = { successorId, on, reason: '轮岗' }
    return (await admin.call(contract.handOver, { params: { id: leaver.id }, body })).body.grants
  }
  expect([await handOver('2026-12-01'), await handOver('2026-12-24')]).toEqual([1, 0])
  const { rows } = await app.database.pool.query(
    `SELECT valid_to FROM access.grant_of_role WHERE actor_id = $1`,
    [leaver.id],
  )
  expect(rows).toEqual([{ valid_to: '2026-12-01' }])
})

test('an administrator of a district hands over to accounts of the own district only', async () => {
  const district = await app.person({ role: 'authorisation-admin', placeId: at('150203000000') })
  const { body: leaver } = await district.call(contract.createAccount, {
    body: {
      account: 'leaver-of-district',
      displayName: '演示',
      grants: [{ role: 'street-official', placeId: at('150203001000') }],
    },
  })
  const elsewhere = await app.person({ role: 'auditor', placeId: app.cityId })
  const refused = await district.call(contract.handOver, {
    params: { id: leaver.id },
    body: { successorId: elsewhere.id, on: '2026-11-23', reason: '轮岗' },
  })
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([
    403,
    expect.stringContaining('由其他管理员管理'),
  ])
  expect((await elsewhere.call(contract.whoAmI)).body.grants).toHaveLength(1)
})
