import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { publish, rankOf, subscribe } from './events.ts'
import { type Receiver, receiver } from './receiver.ts'

let app: TestApp
let admin: Person
let silent: Receiver
let well: Receiver

beforeAll(async () => {
  app = await testApp({ settings: { receivers: { networks: [], local: true } } })
  admin = await app.person({ role: 'system-admin', placeId: app.cityId })
  silent = await receiver()
  well = await receiver()
})
afterAll(async () => {
  await silent.close()
  await well.close()
  await app.close()
})

const until = (check: () => unknown, timeout: number) => expect.poll(check, { timeout, interval: 20 })
const ranks = ({ got }: Receiver) => got.map(({ body }) => rankOf(body))

test('a receiver that takes requests and never answers delays nobody: others get every event at once and in order', async () => {
  silent.answer(() => undefined)
  await subscribe(admin, silent.url, '没有回音的平台（演示）')
  await subscribe(admin, well.url)
  await publish(app, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
  // Patience with a silent receiver is ten seconds for each event: none of them is spent here.
  await until(() => ranks(well).length, 4_000).toBe(12)
  expect(ranks(silent)).toEqual([1])
  await publish(app, 13, 14)
  await until(() => ranks(well).length, 4_000).toBe(14)
  expect(ranks(well)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])
  expect(ranks(silent)).toEqual([1])
})
