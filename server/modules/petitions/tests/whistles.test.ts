import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../../contracts/petitions/staff.ts'
import { filed, later, type WorkingCity, workingCity } from './working-city.ts'

let city: WorkingCity
beforeAll(async () => {
  city = await workingCity()
})
afterAll(() => city.app.close())

const blow = async (more: object = {}) =>
  await city.people.street.call(contract.blowWhistle, {
    body: {
      placeId: city.served,
      matter: '地下室积水，需联合处置',
      call: [{ bodyId: city.departmentId }, { bodyId: city.firmId }],
      ...more,
    },
  })

test('6.4.2 c 吹哨报到: those called check in within the limit, both sides are rated, who never came stands as late', async () => {
  const { street, department, firm, elsewhere, head } = city.people
  const claimId = await filed(city)
  expect(
    (
      await firm.call(contract.blowWhistle, {
        body: { placeId: city.served, matter: '积水', call: [{ bodyId: city.firmId }] },
      })
    ).status,
  ).toBe(403)
  const { body: called } = await blow({ claimId })
  expect(called.number).toMatch(/^CS2026-\d{6}$/)
  const params = { id: called.id }
  expect((await elsewhere.call(contract.getWhistle, { params })).status).toBe(404)
  expect((await head.call(contract.getWhistle, { params })).status).toBe(200)
  const seen = await department.call(contract.listWhistles, { query: { mine: 'yes', state: 'open' } })
  expect(seen.body.rows).toMatchObject([
    { id: called.id, can: { 'petitions.check-in': true, 'petitions.end-whistle': false } },
  ])
  const checked = await department.call(contract.checkIn, {
    params,
    body: { note: '已到现场', latitude: 40.65, longitude: 109.84 },
  })
  expect(checked.body).toMatchObject({ inTime: true })
  expect((await department.call(contract.checkIn, { params, body: {} })).body).toMatchObject({
    code: 'petitions.checked-in',
  })
  expect((await street.call(contract.checkIn, { params, body: {} })).status).toBe(404)
  expect((await department.call(contract.rateWhistle, { params, body: { rated: 4 } })).status).toBe(200)
  expect((await department.call(contract.endWhistle, { params, body: { result: '已处置' } })).status).toBe(
    403,
  )
  const ratings = [{ seq: 1, rated: 5 }]
  expect(
    (await street.call(contract.endWhistle, { params, body: { result: '积水已排空', ratings } })).body,
  ).toEqual({ state: 'ended' })
  const { body } = await street.call(contract.getWhistle, { params })
  expect(body.calls).toMatchObject([
    { inTime: true, rated: 5, callRated: 4, latitude: 40.65 },
    { inTime: false, checkedInAt: null },
  ])
  const page = await street.call(contract.getClaim, { params: { id: claimId } })
  expect(page.body.whistles).toMatchObject([{ number: called.number, state: 'ended' }])
  expect(page.body.events.map(({ kind }) => kind)).toContain('whistled')
})

test('an urgent call has the hours of danger; who comes later is stamped as late', async () => {
  const { body: called } = await blow({ urgent: true })
  await later(city, 3)
  const { body } = await city.people.firm.call(contract.checkIn, { params: { id: called.id }, body: {} })
  expect(body).toMatchObject({ inTime: false })
  const cancelled = await city.people.street.call(contract.cancelWhistle, {
    params: { id: called.id },
    body: { reason: '误呼叫，情况已解除' },
  })
  expect(cancelled.body).toEqual({ state: 'cancelled' })
  expect(
    (await city.people.department.call(contract.checkIn, { params: { id: called.id }, body: {} })).body,
  ).toMatchObject({ code: 'petitions.whistle-over' })
})

test.each([
  ['somebody who cannot be called there', () => ({ call: [{ placeId: city.served }] }), 422],
  ['nobody', () => ({ call: [] }), 400],
  [
    'a claim that lies elsewhere',
    async () => ({ claimId: await filed(city, { placeId: city.unserved }, city.people.elsewhere) }),
    422,
  ],
])('%s is refused', async (_, more, status) => {
  expect((await blow(await more())).status).toBe(status)
})

test('a mass incident is recorded by the bureau as found, and withdrawn with a reason', async () => {
  const { district, street } = city.people
  const body = {
    placeId: city.served,
    happenedOn: '2026-11-20',
    finding: '演示：停暖引发聚集',
    issuer: '测试认定机关',
  }
  expect((await street.call(contract.recordMassIncident, { body })).status).toBe(403)
  expect(
    (await district.call(contract.recordMassIncident, { body: { ...body, happenedOn: '2027-01-01' } })).body,
  ).toMatchObject({ code: 'petitions.happened-later' })
  const { body: made } = await district.call(contract.recordMassIncident, { body })
  const gone = { params: { id: made.id }, body: { reason: '经复核不属于物业问题', version: 1 } }
  expect((await district.call(contract.withdrawMassIncident, gone)).status).toBe(200)
  expect((await district.call(contract.withdrawMassIncident, gone)).body).toMatchObject({
    code: 'petitions.finding-changed',
  })
  const { body: list } = await street.call(contract.listMassIncidents, { query: { year: 2026 } })
  expect(list.rows).toMatchObject([
    { withdrawnReason: '经复核不属于物业问题', can: { 'petitions.withdraw-mass-incident': false } },
  ])
})
