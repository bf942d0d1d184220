import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../../contracts/petitions/staff.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { placeSheet } from '../../organisations/actions/record-places.ts'
import { record } from '../../organisations/tests/ground.ts'
import { filed, type WorkingCity, workingCity } from './working-city.ts'

let city: WorkingCity
/** Offices whose jurisdiction holds none of the ground below. */
let abroad: { community: Person; street: Person; bureau: Person }

beforeAll(async () => {
  city = await workingCity()
  const { app, people } = city
  const cells = { kind: 'district', parent: '150200000000', inBuiltUpArea: true, validFrom: '2020-01-01' }
  await record(city.bureau, placeSheet, [
    { ...cells, code: '150204000000', name: '青山区' },
    { ...cells, code: '150204001000', name: '先锋道街道', kind: 'street', parent: '150204000000' },
  ])
  const { rows } = await app.database.pool.query<{ code: string; id: string }>(
    "SELECT code, id FROM organisations.place WHERE code LIKE '150204%'",
  )
  const at = (code: string) => rows.find((row) => row.code === code)?.id as string
  abroad = {
    community: people.elsewhere,
    street: await app.person({ role: 'street-official', placeId: at('150204001000') }),
    bureau: await app.person({ role: 'district-official', placeId: at('150204000000') }),
  }
})
afterAll(() => city.app.close())

const isShut = ({ status }: { status: number }) => expect(status).toBeOneOf([403, 404])
const everybody = () => Object.values(abroad)

test('a claim of another area is neither handed on nor its reporter asked for, by whatever office', async () => {
  const id = await filed(city, { reporterPhone: '13700137009', reporterName: '测试丁', sealed: true })
  const params = { id }
  const to = { level: 'project' as const, bodyId: city.firmId }
  for (const person of everybody()) {
    isShut(await person.call(contract.transferClaim, { params, body: { to, reason: '转给别家办理' } }))
    isShut(await person.call(contract.askOpening, { params, body: { reason: '需上门核实漏水点' } }))
  }
  const page = await city.people.street.call(contract.getClaim, { params })
  expect(page.body).toMatchObject({ state: 'dispatched', openings: [] })
})

test('a call to the spot of another area is neither ended nor cancelled; only who called does', async () => {
  const { body: called } = await city.people.street.call(contract.blowWhistle, {
    body: { placeId: city.served, matter: '地下室积水', call: [{ bodyId: city.firmId }] },
  })
  const params = { id: called.id }
  const others = [...everybody(), city.people.community, city.people.district, city.people.firm]
  for (const person of others) {
    isShut(await person.call(contract.endWhistle, { params, body: { result: '已处置完毕' } }))
    isShut(await person.call(contract.cancelWhistle, { params, body: { reason: '误呼叫，已解除' } }))
  }
  expect((await city.people.street.call(contract.getWhistle, { params })).body.state).toBe('open')
})

test('a mass incident of another area, or of the own one by a street, is not withdrawn', async () => {
  const { body: made } = await city.people.district.call(contract.recordMassIncident, {
    body: {
      placeId: city.served,
      happenedOn: '2026-11-20',
      finding: '演示：停暖引发聚集',
      issuer: '测试认定机关',
    },
  })
  const gone = { params: { id: made.id }, body: { reason: '经复核不属于物业问题', version: 1 } }
  for (const person of [...everybody(), city.people.street, city.people.firm])
    isShut(await person.call(contract.withdrawMassIncident, gone))
  expect((await city.people.district.call(contract.withdrawMassIncident, gone)).status).toBe(200)
})
