import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../../contracts/accounts/sessions.ts'
import { whoAmI } from '../../../../contracts/accounts/staff.ts'
import type { Clock } from '../../../platform/clock/clock.ts'
import { type TestApp, testApp, testPassword } from '../../../platform/testing/app.ts'
import { perform } from '../../../access/action.ts'
import { recordPlacesAction } from '../../organisations/index.ts'
import { browserOf } from './browser-of.ts'

let app: TestApp
let minutes = 0
const clock: Clock = {
  now: () => new Date(Date.parse('2026-11-23T01:00:00Z') + minutes * 60_000),
  today: () => '2026-11-23',
}
beforeAll(async () => {
  app = await testApp({ clock })
})
afterAll(() => app.close())

const windows = {
  'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36',
  'x-forwarded-for': '203.0.113.77',
}
const phone = {
  'user-agent': 'Mozilla/5.0 (Linux; Android 12; HarmonyOS) AppleWebKit/537.36 MicroMessenger/8.0.40',
  'x-forwarded-for': '2001:db8:12:34::9',
}

test('a person sees each of their own sessions: device, network, begun, last used, when it ends, and which is this one', async () => {
  const { account } = await app.person({ role: 'auditor', placeId: app.cityId })
  const desk = browserOf(app, windows)
  await desk.signIn(account, testPassword)
  minutes += 5
  const mobile = browserOf(app, phone)
  await mobile.signIn(account, testPassword)
  const { sessions } = (await desk.call(contract.ownSessions)).body
  expect(sessions.map(({ device, address, isThis, via }) => [device, address, isThis, via])).toEqual([
    ['Chrome 120 · Windows', '203.0.113.*', true, 'password'],
    ['微信 8 · 鸿蒙', '2001:db8:12:*', false, 'password'],
    ['', '127.0.0.*', false, 'password'],
  ])
  expect(sessions[0]).toMatchObject({
    begunAt: '2026-11-23T01:00:00.000Z',
    lastSeenAt: '2026-11-23T01:05:00.000Z',
    idleEnd: '2026-11-23T01:35:00.000Z',
    latestEnd: '2026-11-23T13:00:00.000Z',
  })
  const kept = await app.database.pool.query('SELECT address FROM accounts.session')
  expect(JSON.stringify(kept.rows)).not.toContain('203.0.113.77')
})

test('one of them, or all others, can be ended at once; nobody ends somebody else’s', async () => {
  const { account } = await app.person({ role: 'auditor', placeId: app.cityId })
  const stranger = await app.person({ role: 'auditor', placeId: app.cityId })
  const [here, there, third] = [browserOf(app, windows), browserOf(app, phone), browserOf(app)]
  for (const one of [here, there, third]) await one.signIn(account, testPassword)
  const listed = (await here.call(contract.ownSessions)).body.sessions
  const other = listed.find((one) => one.device.startsWith('微信'))?.id ?? ''
  expect((await stranger.call(contract.endOwnSession, { params: { sessionId: other } })).status).toBe(404)
  expect((await here.call(contract.endOwnSession, { params: { sessionId: other } })).status).toBe(200)
  const again = await here.call(contract.endOwnSession, { params: { sessionId: other } })
  expect([again.status, again.code]).toEqual([404, 'accounts.session-gone'])
  expect((await there.call(whoAmI)).status).toBe(401)
  expect((await here.call(contract.endOtherSessions)).body.ended).toBe(2)
  expect([(await here.call(whoAmI)).status, (await third.call(whoAmI)).status]).toEqual([200, 401])
})

test('GB/T 22239: a session ends after twelve hours, however busy it was', async () => {
  const { account } = await app.person({ role: 'auditor', placeId: app.cityId })
  const busy = browserOf(app)
  await busy.signIn(account, testPassword)
  for (let quarter = 1; quarter < 48; quarter++) {
    minutes += 15
    expect((await busy.call(whoAmI)).status).toBe(200)
  }
  minutes += 15
  expect((await busy.call(whoAmI)).status).toBe(401)
})

test('administrators see an account’s sessions and end them, inside their own jurisdiction only; the audit administrator sees', async () => {
  const city = await app.person({ role: 'city-official', placeId: app.cityId })
  const { rows } = await perform(await city.ctx(), recordPlacesAction, [
    {
      row: 2,
      cells: {
        code: '150203000000',
        name: '昆都仑区',
        kind: 'district',
        parent: '150200000000',
        inBuiltUpArea: true,
        validFrom: '2020-01-01',
      },
    },
  ])
  const admin = await app.person({ role: 'authorisation-admin', placeId: app.cityId })
  const auditor = await app.person({ role: 'audit-admin', placeId: app.cityId })
  const elsewhere = await app.person({ role: 'authorisation-admin', placeId: rows[0]?.id ?? '' })
  const params = { id: city.id }
  const browser = browserOf(app, windows)
  await browser.signIn(city.account, testPassword)
  const seen = (await admin.call(contract.sessionsOfAccount, { params })).body.sessions
  expect(new Set(seen.map(({ device, isThis }) => `${device} ${isThis}`))).toEqual(
    new Set([' false', 'Chrome 120 · Windows false']),
  )
  expect((await auditor.call(contract.sessionsOfAccount, { params })).body.sessions).toHaveLength(2)
  expect((await auditor.call(contract.endSessions, { params, body: {} })).status).toBe(403)
  expect((await elsewhere.call(contract.sessionsOfAccount, { params })).status).toBe(404)
  expect((await elsewhere.call(contract.endSessions, { params, body: {} })).status).toBe(404)
  expect((await city.call(contract.sessionsOfAccount, { params })).status).toBe(403)
  const desk = seen.find((one) => one.device !== '')?.id ?? ''
  expect((await admin.call(contract.endSessions, { params, body: { sessionId: desk } })).body.ended).toBe(1)
  expect((await browser.call(whoAmI)).status).toBe(401)
  expect((await admin.call(contract.endSessions, { params, body: {} })).body.ended).toBe(1)
  expect((await city.call(whoAmI)).status).toBe(401)
})
