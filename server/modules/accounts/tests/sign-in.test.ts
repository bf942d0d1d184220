import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../../contracts/accounts/staff.ts'
import { listCompounds } from '../../../../contracts/organisations/staff.ts'
import type { Clock } from '../../../platform/clock/clock.ts'
import { rows } from '../../../platform/database/database.ts'
import { type TestApp, testApp, testPassword } from '../../../platform/testing/app.ts'

let app: TestApp
let minutes = 0
const clock: Clock = {
  now: () => new Date(Date.parse('2026-11-23T01:00:00Z') + minutes * 60_000),
  today: () => new Date(Date.parse('2026-11-23T09:00:00Z') + minutes * 60_000).toISOString().slice(0, 10),
}

beforeAll(async () => {
  app = await testApp({ clock })
})
afterAll(() => app.close())

async function signIn(account: string, password: string) {
  const { method, path: url } = contract.signIn
  const answer = await app.http.inject({
    method,
    url,
    headers: { 'x-gongzhi': '1' },
    payload: { account, password },
  })
  return { status: answer.statusCode, body: answer.json(), cookie: answer.cookies[0]?.value ?? '' }
}
const withCookie = async (
  cookie: string,
  endpoint: { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; path: string },
  payload?: object,
) => {
  const answer = await app.http.inject({
    method: endpoint.method,
    url: endpoint.path,
    headers: { 'x-gongzhi': '1' },
    cookies: { gongzhi_session: cookie },
    ...(payload ? { payload } : {}),
  })
  return { status: answer.statusCode, body: answer.json() }
}

test('GB/T 22239 8.1.4.1: five wrong passwords lock the account for 15 minutes, even against the right one', async () => {
  const { account } = await app.person({ role: 'auditor', placeId: app.cityId })
  for (let n = 0; n < 5; n++) expect((await signIn(account, 'wrong')).status).toBe(401)
  const locked = await signIn(account, testPassword)
  expect([locked.status, locked.body.code]).toEqual([423, 'accounts.locked'])
  expect(locked.body.detail).toContain('15 分钟')
  minutes += 16
  expect((await signIn(account, testPassword)).status).toBe(200)
})

test('right passwords in between set the count back', async () => {
  const { account } = await app.person({ role: 'auditor', placeId: app.cityId })
  for (let round = 0; round < 2; round++) {
    for (let n = 0; n < 4; n++) await signIn(account, 'wrong')
    expect((await signIn(account, testPassword)).status).toBe(200)
  }
})

test('guesses sent at the same moment are counted one by one', async () => {
  const { account } = await app.person({ role: 'auditor', placeId: app.cityId })
  const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(account, 'wrong')))
  expect(answers.filter((a) => a.status === 401)).toHaveLength(5)
  expect(answers.filter((a) => a.status === 423)).toHaveLength(3)
})

test('a name that nobody has is answered, locked and audited exactly like one that exists', async () => {
  const { account } = await app.person({ role: 'auditor', placeId: app.cityId })
  const real = []
  const none = []
  for (let n = 0; n < 6; n++) {
    real.push(await signIn(account, 'wrong'))
    none.push(await signIn('nobody-of-that-name', 'wrong'))
  }
  expect(none.map(({ status, body }) => ({ status, body }))).toEqual(
    real.map(({ status, body }) => ({ status, body })),
  )
  expect(none.at(-1)?.status).toBe(423)
  const kept = await rows(
    app.database.db,
    sql<{ text: string }>`
    SELECT name AS text FROM accounts.sign_in_attempt UNION ALL SELECT resource_id || summary || detail FROM platform.audit_entry`,
  )
  expect(kept.some((row) => row.text.includes('nobody-of-that-name'))).toBe(false)
})

test('a wrong password takes as long for a name that nobody has', async () => {
  const { account } = await app.person({ role: 'auditor', placeId: app.cityId })
  const time = async (name: string) => {
    const began = performance.now()
    await signIn(name, 'wrong')
    return performance.now() - began
  }
  await time('warm-up')
  const [real, none] = [[], []] as [number[], number[]]
  for (let n = 0; n < 4; n++) {
    real.push(await time(account))
    none.push(await time('somebody-else'))
  }
  // Without the decoy the answer would come about ten times as fast; the quickest of each is least disturbed.
  expect(Math.min(...none)).toBeGreaterThan(Math.min(...real) * 0.25)
})

test('GB/T 22239: after 30 idle minutes the session has ended; with work in between it has not', async () => {
  const { account } = await app.person({ role: 'auditor', placeId: app.cityId })
  const { cookie } = await signIn(account, testPassword)
  minutes += 29
  expect((await withCookie(cookie, contract.whoAmI)).status).toBe(200)
  minutes += 29
  expect((await withCookie(cookie, contract.whoAmI)).status).toBe(200)
  minutes += 31
  const ended = await withCookie(cookie, contract.whoAmI)
  expect([ended.status, ended.body.code]).toEqual([401, 'platform.not-signed-in'])
})

test('signing out ends the session on the server, not only in the browser', async () => {
  const { account } = await app.person({ role: 'auditor', placeId: app.cityId })
  const { cookie } = await signIn(account, testPassword)
  await withCookie(cookie, contract.signOut)
  expect((await withCookie(cookie, contract.whoAmI)).status).toBe(401)
})

test('a request that another site could have sent is refused', async () => {
  const { method, path: url } = contract.signIn
  const payload = { account: 'x', password: 'y' }
  const plain = await app.http.inject({ method, url, payload })
  const foreign = await app.http.inject({
    method,
    url,
    payload,
    headers: { 'x-gongzhi': '1', 'sec-fetch-site': 'cross-site' },
  })
  expect([plain.statusCode, foreign.statusCode]).toEqual([403, 403])
})

test('one address tries passwords at most 120 times a minute; behind a proxy on this machine the person’s own address counts', async () => {
  const { method, path: url } = contract.signIn
  const tryFrom = (address: string) =>
    app.http.inject({
      method,
      url,
      headers: { 'x-gongzhi': '1', 'x-forwarded-for': address },
      payload: { account: '', password: 'y' },
    })
  const statuses: number[] = []
  for (let n = 0; n < 125; n++) statuses.push((await tryFrom('203.0.113.7')).statusCode)
  expect([statuses.indexOf(429), statuses.at(-1)]).toEqual([120, 429])
  expect((await tryFrom('203.0.113.8')).statusCode).toBe(400)
})

test('the cookie is out of reach of scripts and other sites, and travels by HTTPS alone where HTTPS is spoken', async () => {
  const { account } = await app.person({ role: 'auditor', placeId: app.cityId })
  const { method, path: url } = contract.signIn
  const payload = { account, password: testPassword }
  const plain = await app.http.inject({ method, url, payload, headers: { 'x-gongzhi': '1' } })
  const proxied = await app.http.inject({
    method,
    url,
    payload,
    headers: { 'x-gongzhi': '1', 'x-forwarded-proto': 'https' },
  })
  expect(plain.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  expect(plain.cookies[0]?.secure).toBeUndefined()
  expect(proxied.cookies[0]?.secure).toBe(true)
})

test('with a one-time password every door but the password’s own stays shut: accounts.must-change-password', async () => {
  const admin = await app.person({ role: 'authorisation-admin', placeId: app.cityId })
  const grants = [{ role: 'city-official' as const, placeId: app.cityId }]
  const made = await admin.call(contract.createAccount, {
    body: { account: 'fresh-one', displayName: '新人', grants },
  })
  const first = await signIn('fresh-one', made.body.oneTimePassword)
  expect([first.status, first.body.mustChangePassword]).toEqual([200, true])
  const shut = await withCookie(first.cookie, listCompounds)
  expect([shut.status, shut.body.code]).toEqual([403, 'accounts.must-change-password'])
  expect((await withCookie(first.cookie, contract.whoAmI)).status).toBe(200)
  const weak = await withCookie(first.cookie, contract.changePassword, {
    current: made.body.oneTimePassword,
    next: 'short',
  })
  expect(weak.body.code).toBe('accounts.password-weak')
  const next = 'Wide-Open-Door-7'
  expect(
    (await withCookie(first.cookie, contract.changePassword, { current: made.body.oneTimePassword, next }))
      .status,
  ).toBe(200)
  expect((await withCookie(first.cookie, listCompounds)).status).toBe(200)
})
