import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../../contracts/exchange/staff.ts'
import { recordOutbox } from '../../../access/tell.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { columnOf, exportedSheet } from '../../../platform/testing/exported.ts'
import { movedClock } from '../../../platform/testing/moved-clock.ts'
import { deliveriesOf, publish, rankOf, subscribe } from './events.ts'
import { type Got, type Receiver, receiver } from './receiver.ts'

const clock = movedClock('2026-11-23T09:00:00+08:00')
let app: TestApp
let admin: Person
let credit: Receiver

beforeAll(async () => {
  app = await testApp({ clock, settings: { receivers: { networks: [], local: true } } })
  admin = await app.person({ role: 'system-admin', placeId: app.cityId })
  credit = await receiver()
})
afterAll(async () => {
  await app.close()
  await credit.close()
})

/** As a receiver would, by the standard's own words alone. */
function verifies(secret: string, { id, timestamp, body, signature }: Got): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return signature.split(' ').includes(`v1,${mac}`)
}

const until = (check: () => unknown) => expect.poll(check, { timeout: 15_000, interval: 30 })

test('an event arrives once, signed by Standard Webhooks: id, time, HMAC over both and the very bytes', async () => {
  const { id, secret } = await subscribe(admin, credit.url)
  await publish(app, 1)
  await until(() => credit.got.length).toBe(1)
  const [got] = credit.got as [Got]
  expect(got.type).toBe('application/json; charset=utf-8')
  expect(JSON.parse(got.body)).toMatchObject({
    type: 'evaluation.result-final',
    timestamp: '2026-11-23T01:00:00.000Z',
    data: { rank: 1, band: '五星级' },
  })
  expect(got.timestamp).toBe(String(Date.parse('2026-11-23T09:00:00+08:00') / 1000))
  expect(verifies(secret, got)).toBe(true)
  expect(verifies(secret, { ...got, body: got.body.replace('五星级', '三星级') })).toBe(false)
  expect(verifies(secret, { ...got, timestamp: String(Number(got.timestamp) + 1) })).toBe(false)
  expect(verifies(`whsec_${Buffer.alloc(32).toString('base64')}`, got)).toBe(false)
  await until(() => deliveriesOf(admin, id)).toMatchObject([
    { eventId: got.id, state: 'delivered', attempts: 1, lastStatus: 204, nextAt: null },
  ])
  const kept = await app.database.pool.query(`SELECT secret_sealed FROM exchange.subscription`)
  expect(kept.rows[0].secret_sealed).not.toContain(secret.slice(10))
  const listed = JSON.stringify((await admin.call(contract.listSubscriptions)).body)
  expect(listed).not.toContain('whsec_')
  await admin.call(contract.setSubscriptionState, { params: { id }, body: { state: 'ended' } })
})

test('after a change of secrets both sign for a day, then only the new one', async () => {
  credit.got.length = 0
  const { id, secret: before } = await subscribe(admin, credit.url)
  const rotated = await admin.call(contract.rotateSecret, { params: { id }, body: {} })
  const after = rotated.body.secret
  await publish(app, 2)
  await until(() => credit.got.length).toBe(1)
  const [both] = credit.got as [Got]
  expect([verifies(before, both), verifies(after, both)]).toEqual([true, true])
  clock.moveBy(25)
  await publish(app, 3)
  await until(() => credit.got.length).toBe(2)
  const only = credit.got[1] as Got
  expect([verifies(before, only), verifies(after, only)]).toEqual([false, true])
  admin = await app.person({ role: 'system-admin', placeId: app.cityId })
  await admin.call(contract.setSubscriptionState, { params: { id }, body: { state: 'ended' } })
})

test('while a subscription is paused nothing goes out and nothing is lost; after its end nothing goes any more', async () => {
  credit.got.length = 0
  const { id } = await subscribe(admin, credit.url)
  const set = (state: 'active' | 'paused' | 'ended') =>
    admin.call(contract.setSubscriptionState, { params: { id }, body: { state } })
  await set('paused')
  await publish(app, 4, 5)
  await until(() => deliveriesOf(admin, id)).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }])
  clock.moveBy(0.2)
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(credit.got).toEqual([])
  await set('active')
  await until(() => credit.got.map(({ body }) => rankOf(body)).sort((a, b) => a - b)).toEqual([4, 5])
  await set('ended')
  await publish(app, 6)
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(credit.got).toHaveLength(2)
  expect((await set('active')).status).toBe(409)
  expect((await admin.call(contract.sendTrial, { params: { id }, body: {} })).status).toBe(409)
})

test('a trial goes to one receiver; its delivery can be looked at to the byte, sent again with the same id, exported', async () => {
  credit.got.length = 0
  const { id } = await subscribe(admin, credit.url)
  const { deliveryId } = (await admin.call(contract.sendTrial, { params: { id }, body: {} })).body
  await until(() => credit.got.length).toBe(1)
  const look = async () => (await admin.call(contract.getDelivery, { params: { id: deliveryId } })).body
  await until(look).toMatchObject({
    state: 'delivered',
    body: credit.got[0]?.body,
    tries: [{ number: 1, status: 204, fault: null, answer: '' }],
  })
  await admin.call(contract.redeliver, { params: { id: deliveryId }, body: {} })
  await until(() => credit.got.length).toBe(2)
  expect(credit.got[1]?.id).toBe(credit.got[0]?.id)
  await until(async () => (await look()).tries.length).toBe(2)
  const file = await exportedSheet(app, admin, `/api/exchange/deliveries/export?subscription=${id}`)
  expect(columnOf(file, '事件代码')).toEqual(['exchange.trial'])
  expect(columnOf(file, '状态')).toEqual(['已送达'])
})

test('an event that no module registers, or with anything more than its contract says, does not leave the house', async () => {
  credit.got.length = 0
  const { db, keys } = app.context
  const leak = { name: 'evaluation.round-published', data: { grader: '张三（演示数据）' } }
  const unknown = { name: 'residents.moved', data: {} }
  for (const event of [leak, unknown])
    await db
      .transaction()
      .execute((trx) => recordOutbox(trx, keys, clock.now().toISOString(), { events: [event] }))
  await publish(app, 7)
  await until(() => credit.got.map(({ body }) => rankOf(body))).toEqual([7])
  const { rows } = await app.database.pool.query(`SELECT tries FROM platform.outbox WHERE kind = 'event'`)
  expect(rows).toEqual([{ tries: 1 }, { tries: 1 }])
  await app.database.pool.query(`DELETE FROM platform.outbox`)
})

test('only a system administrator of the whole city sets subscriptions', async () => {
  const form = { name: '信用平台', url: credit.url, events: ['evaluation.result-final'] }
  const official = await app.person({ role: 'city-official', placeId: app.cityId })
  expect((await official.call(contract.createSubscription, { body: form })).status).toBe(403)
  expect((await official.call(contract.listDeliveries)).status).toBe(403)
  const local = await app.person({ role: 'system-admin', placeId: '0190aaaa-0000-7000-8000-000000000009' })
  expect((await local.call(contract.createSubscription, { body: form })).status).toBe(403)
  expect((await local.call(contract.listDeliveries)).body.rows).toEqual([])
})
