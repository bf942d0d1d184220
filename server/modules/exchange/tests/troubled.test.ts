import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as contract from '../../../../contracts/exchange/staff.ts'
import { notices } from '../../notices/queries/notices.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { movedClock } from '../../../platform/testing/moved-clock.ts'
import { deliverDue } from '../actions/deliver-due.ts'
import { AddressGate } from '../address-gate.ts'
import { post } from '../post.ts'
import { deliveriesOf, publish, rankOf, subscribe } from './events.ts'
import { type Receiver, receiver } from './receiver.ts'

const clock = movedClock('2026-11-23T09:00:00+08:00')
let app: TestApp
let admin: Person
const open: Receiver[] = []

beforeAll(async () => {
  app = await testApp({ clock, settings: { receivers: { networks: [], local: true } } })
  await signInAgain()
})
afterAll(async () => {
  await app.close()
  for (const one of open) await one.close()
})

/** A session ends when the clock goes far. */
const signInAgain = async () => {
  admin = await app.person({ role: 'system-admin', placeId: app.cityId })
}
/** A round of the worker, without waiting for its second. */
const gate = new AddressGate({ networks: [], local: true })
const round = () => deliverDue(app.context, gate)
const until = (check: () => unknown) => expect.poll(check, { timeout: 20_000, interval: 30 })
const opened = async (at?: number) => {
  const one = await receiver(at)
  open.push(one)
  return one
}
const attemptsOf = async (subscription: string) =>
  (
    await app.database.pool.query(
      `SELECT count(*)::integer AS n FROM exchange.attempt a JOIN exchange.delivery d ON d.id = a.delivery_id WHERE d.subscription_id = $1`,
      [subscription],
    )
  ).rows[0].n as number

test('a receiver that is down for a day loses nothing: each event arrives once, with the id it had from the first try', async () => {
  const before = await opened()
  const { port, url } = before
  const { id } = await subscribe(admin, url)
  await before.close()
  await publish(app, 1, 2, 3)
  await until(() => attemptsOf(id)).toBe(3)
  const ids = (await deliveriesOf(admin, id)).map((row) => row.eventId)
  // A minute, five, half an hour, two hours, six, twelve: 20 hours and 36 minutes of trying.
  for (const [n, hours] of [1 / 60, 5 / 60, 0.5, 2, 6, 12].entries()) {
    clock.moveBy(hours)
    await round()
    await until(() => attemptsOf(id)).toBe(3 * (n + 2))
  }
  const back = await opened(port)
  clock.moveBy(24)
  await round()
  await until(() => back.got.length).toBe(3)
  await signInAgain()
  await until(async () => (await deliveriesOf(admin, id)).map((row) => row.state)).toEqual([
    'delivered',
    'delivered',
    'delivered',
  ])
  expect(back.got.map((got) => got.id).sort()).toEqual(ids.sort())
  expect(back.got.map(({ body }) => rankOf(body)).sort((a, b) => a - b)).toEqual([1, 2, 3])
  clock.moveBy(48)
  await round()
  expect(back.got).toHaveLength(3)
})

test('after days without an answer it is given up, the administrators hear of it once, and it can be sent again by hand', async () => {
  await signInAgain()
  const broken = await opened()
  broken.answer((response) => response.writeHead(500).end('{"error":"no disk space"}'))
  const { id } = await subscribe(admin, broken.url, '坏掉的平台')
  await publish(app, 9, 10)
  await until(() => attemptsOf(id)).toBe(2)
  for (const [n, hours] of [1 / 60, 5 / 60, 0.5, 2, 6, 12, 24, 24, 24].entries()) {
    clock.moveBy(hours)
    await round()
    await until(() => attemptsOf(id)).toBe(2 * (n + 2))
  }
  const former = admin
  await signInAgain()
  const given = await deliveriesOf(admin, id)
  expect(given).toMatchObject([
    { state: 'given-up', attempts: 10, lastStatus: 500, lastFault: 'answer', nextAt: null },
    { state: 'given-up' },
  ])
  const told = async () => {
    const actor = { id: former.id, displayName: '', today: clock.today(), grants: [] }
    const { rows } = await notices({ ...app.context, actor }, { limit: 50 })
    return rows.filter(({ zh }) => zh.includes('坏掉的平台')).length
  }
  await until(told).toBe(1)
  const look = async () =>
    (await admin.call(contract.getDelivery, { params: { id: given[0]?.id as string } })).body
  expect((await look()).tries[0]?.answer).toBe('{"error":"no disk space"}')
  broken.answer((response) => response.writeHead(200).end())
  await admin.call(contract.redeliver, { params: { id: given[0]?.id as string }, body: {} })
  await until(async () => (await look()).state).toBe('delivered')
  expect((await look()).tries).toHaveLength(11)
  expect(await told()).toBe(1)
})

describe('what a receiver may do to us', () => {
  async function lastTry(url: string) {
    await signInAgain()
    const { id } = await subscribe(admin, url)
    await admin.call(contract.sendTrial, { params: { id }, body: {} })
    await until(() => attemptsOf(id)).toBe(1)
    const [row] = await deliveriesOf(admin, id)
    const detail = await admin.call(contract.getDelivery, { params: { id: row?.id as string } })
    await admin.call(contract.setSubscriptionState, { params: { id }, body: { state: 'ended' } })
    return detail.body
  }

  test('a redirect is not followed', async () => {
    const target = await opened()
    const redirects = await opened()
    redirects.answer((response) => response.writeHead(307, { location: target.url }).end())
    expect(await lastTry(redirects.url)).toMatchObject({ lastFault: 'redirect', lastStatus: 307 })
    expect(target.got).toEqual([])
  })

  test('an endless answer is read no further than its beginning', async () => {
    const endless = await opened()
    let written = 0
    endless.answer((response) => {
      response.writeHead(200)
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000))) written += 10_000
        if (written < 50_000_000) response.once('drain', more)
      }
      more()
    })
    const { state, tries } = await lastTry(endless.url)
    expect([state, tries[0]?.answer.length]).toEqual(['delivered', 2000])
    expect(written).toBeLessThan(50_000_000)
  })

  test('one that takes the request and stays silent is left when patience ends (ten seconds)', async () => {
    const silent = createServer(() => undefined)
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as { port: number }
    const url = `http://127.0.0.1:${port}/`
    const { fault, milliseconds } = await post(gate, { url, headers: {}, body: '{}', patienceMs: 400 })
    expect(fault).toBe('timeout')
    expect(milliseconds).toBeGreaterThan(350)
    expect(milliseconds).toBeLessThan(2_000)
    silent.close()
  })

  test('bytes that are no text, and characters that no database keeps, become an answer that can be shown', async () => {
    const odd = await opened()
    odd.answer((response) => response.writeHead(400).end(Buffer.from([0, 1, 0xff, 0xfe, 0x61])))
    const { tries } = await lastTry(odd.url)
    expect(tries[0]?.answer).toMatch(/a$/)
  })
})
