import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  bindIdentity,
  fromIdentityProvider,
  toIdentityProvider,
} from '../../../../contracts/accounts/identity.ts'
import { ownSessions } from '../../../../contracts/accounts/sessions.ts'
import * as contract from '../../../../contracts/accounts/staff.ts'
import { systemClock } from '../../../platform/clock/clock.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { client, type IdentityHouse, identityHouse } from './identity-house.ts'
import { type Surfer, surfer } from './surfer.ts'

/** The whole dance over HTTP: browser, application and a real provider (oidc-provider), each on a port of its own. */
let house: IdentityHouse
let app: TestApp
let base: string
let admin: Person
let browser: Surfer

const settings = (issuer: string, claim = 'sub') => ({
  issuer,
  ...client,
  name: '市统一身份认证',
  claim,
  secondFactorWords: ['mfa'],
})
/** An application that knows this provider, on a port. */
async function appWith(issuer: string, claim?: string): Promise<{ app: TestApp; base: string }> {
  const made = await testApp({ clock: systemClock, settings: { identity: settings(issuer, claim) } })
  const listening = await made.http.listen({ port: 0, host: '127.0.0.1' })
  return { app: made, base: listening }
}
beforeAll(async () => {
  house = await identityHouse()
  ;({ app, base } = await appWith(house.issuer))
  house.admit(base + fromIdentityProvider.path)
  admin = await app.person({ role: 'authorisation-admin', placeId: app.cityId })
})
afterAll(async () => {
  await app.close()
  await house.close()
})
beforeEach(() => {
  browser = surfer(base)
})

let count = 0
/** An account that an administrator has bound to somebody at the provider. */
async function bound(role: 'auditor' | 'audit-admin' = 'auditor') {
  const person = await app.person({ role, placeId: app.cityId })
  const subject = `staff-${++count}`
  const done = await admin.call(bindIdentity, { params: { id: person.id }, body: { subject } })
  expect(done.status).toBe(200)
  return { ...person, subject }
}
const start = (back = '/evaluation') => `${base}${toIdentityProvider.path}?back=${encodeURIComponent(back)}`
const refused = (whyNot: string) => `${base}/sign-in?refused=${whyNot}`

test('whoever the provider vouches for comes in as the bound account, at the page they wanted', async () => {
  const person = await bound()
  house.guest = { subject: person.subject }
  expect((await browser.call(contract.installation)).body).toMatchObject({
    identityProvider: '市统一身份认证',
  })
  expect(await browser.surf(start('/evaluation/rounds?year=2026'))).toBe(
    `${base}/evaluation/rounds?year=2026`,
  )
  expect((await browser.call(contract.whoAmI)).body).toMatchObject({ accountId: person.id, hold: null })
  expect((await browser.call(ownSessions)).body.sessions[0]).toMatchObject({ via: 'identity', isThis: true })
  const way = browser.visited.find((address) => address.startsWith(`${house.issuer}/auth?`)) ?? ''
  const asked = Object.fromEntries(new URL(way).searchParams)
  expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256' })
  for (const part of ['state', 'nonce', 'code_challenge']) expect(asked[part]?.length).toBeGreaterThan(20)
  expect(JSON.stringify(browser.visited)).not.toContain(client.clientSecret)
})

test('nobody unknown comes in, and no account is made by signing in', async () => {
  const countAll = async () => (await app.database.pool.query('SELECT FROM accounts.account')).rowCount
  const before = await countAll()
  house.guest = { subject: 'somebody-else' }
  expect(await browser.surf(start())).toBe(refused('unknown'))
  expect((await browser.call(contract.whoAmI)).status).toBe(401)
  expect(await countAll()).toBe(before)
})

test('a closed account stays closed', async () => {
  const person = await bound()
  await admin.call(contract.closeAccount, { params: { id: person.id }, body: { reason: '离职' } })
  house.guest = { subject: person.subject }
  expect(await browser.surf(start())).toBe(refused('closed'))
  expect((await browser.call(contract.whoAmI)).status).toBe(401)
})

test('whoever cancels at the provider is told so', async () => {
  house.guest = null
  expect(await browser.surf(start())).toBe(refused('denied'))
})

test('a state that nobody asked for, another browser, and a second return are turned away', async () => {
  const person = await bound()
  house.guest = { subject: person.subject }
  const callback = await browser.surf(start(), { until: fromIdentityProvider.path })
  const forged = callback.replace(/state=[^&]+/, 'state=forged')
  expect(await browser.surf(forged)).toBe(refused('expired'))
  const again = await browser.surf(start(), { until: fromIdentityProvider.path })
  expect(await surfer(base).surf(again)).toBe(refused('expired'))
  const third = await browser.surf(start(), { until: fromIdentityProvider.path })
  expect(await browser.surf(third)).toBe(`${base}/evaluation`)
  expect(await browser.surf(third)).toBe(refused('expired'))
})

test('a code that was used before, or another provider’s name in the return, is turned away', async () => {
  const person = await bound()
  house.guest = { subject: person.subject }
  const used = await browser.surf(start(), { until: fromIdentityProvider.path })
  expect(await browser.surf(used)).toBe(`${base}/evaluation`)
  const code = /code=[^&]+/.exec(used)?.[0] ?? ''
  const fresh = await browser.surf(start(), { until: fromIdentityProvider.path })
  expect(await browser.surf(fresh.replace(/code=[^&]+/, code))).toBe(refused('mismatch'))
  const other = await browser.surf(start(), { until: fromIdentityProvider.path })
  expect(await browser.surf(other.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fother.example'))).toBe(
    refused('mismatch'),
  )
})

test.each(['nonce', 'verifier'])('another %s than this browser’s is turned away', async (part) => {
  const person = await bound()
  house.guest = { subject: person.subject }
  const callback = await browser.surf(start(), { until: fromIdentityProvider.path })
  const { keys } = app.context
  const { rows } = await app.database.pool.query('SELECT sealed FROM accounts.identity_request')
  const pledge = JSON.parse(keys.open(rows.at(-1)?.sealed)) as Record<string, string>
  const swapped = keys.seal(JSON.stringify({ ...pledge, [part]: `${pledge[part]?.slice(1)}A` }))
  await app.database.pool.query('UPDATE accounts.identity_request SET sealed = $1', [swapped])
  expect(await browser.surf(callback)).toBe(refused('mismatch'))
})

test('the second factor is not asked again where the provider says that it has asked for one, and is asked else', async () => {
  const person = await bound('audit-admin')
  house.guest = { subject: person.subject, amr: ['pwd'] }
  await browser.surf(start())
  expect((await browser.call(contract.whoAmI)).body.hold).toBe('enter-code')
  const other = surfer(base)
  house.guest = { subject: person.subject, amr: ['pwd', 'mfa'] }
  await other.surf(start())
  expect((await other.call(contract.whoAmI)).body).toMatchObject({
    hold: null,
    secondFactor: { proved: true },
  })
})

test('signing out leads to the provider’s own way out, and from there back', async () => {
  const person = await bound()
  house.guest = { subject: person.subject }
  await browser.surf(start())
  const { next } = (await browser.call(contract.signOut)).body
  const way = new URL(String(next))
  expect(`${way.origin}${way.pathname}`).toBe(`${house.issuer}/session/end`)
  expect(way.searchParams.get('post_logout_redirect_uri')).toBe(`${base}/sign-in`)
  expect(way.searchParams.get('id_token_hint')?.split('.')).toHaveLength(3)
  expect((await browser.call(contract.whoAmI)).status).toBe(401)
})

test('an address that leads to another site is not returned to', async () => {
  const person = await bound()
  house.guest = { subject: person.subject }
  for (const back of ['//evil.example/x', 'https://evil.example', '/\\evil.example', '/api/accounts/session'])
    expect([back, await browser.surf(start(back))]).toEqual([back, `${base}/`])
})

test('an identity is bound to one account, by another administrator, and can be taken away', async () => {
  const person = await bound()
  const other = await app.person({ role: 'auditor', placeId: app.cityId })
  const bind = (id: string, subject: string | null) =>
    admin.call(bindIdentity, { params: { id }, body: { subject } })
  expect((await bind(other.id, person.subject)).body).toMatchObject({ code: 'accounts.identity-taken' })
  expect((await bind(admin.id, 'myself')).body).toMatchObject({ code: 'accounts.not-yourself' })
  expect((await bind(person.id, null)).body).toEqual({ bound: false })
  house.guest = { subject: person.subject }
  expect(await browser.surf(start())).toBe(refused('unknown'))
})

test('another claim than the subject may say who it is, told with the ID token or behind a second question', async () => {
  const second = await appWith(house.issuer, 'staff_number')
  try {
    house.admit(second.base + fromIdentityProvider.path)
    const boss = await second.app.person({ role: 'authorisation-admin', placeId: second.app.cityId })
    const person = await second.app.person({ role: 'auditor', placeId: second.app.cityId })
    await boss.call(bindIdentity, { params: { id: person.id }, body: { subject: '150200-0042' } })
    house.guest = { subject: 'whoever', staffNumber: '150200-0042' }
    const there = surfer(second.base)
    expect(await there.surf(`${second.base}${toIdentityProvider.path}`)).toBe(`${second.base}/`)
    expect((await there.call(contract.whoAmI)).body.accountId).toBe(person.id)
    house.guest = { subject: 'without-number' }
    expect(await surfer(second.base).surf(`${second.base}${toIdentityProvider.path}`)).toBe(
      `${second.base}/sign-in?refused=mismatch`,
    )
  } finally {
    await second.app.close()
    house.admit(base + fromIdentityProvider.path)
  }
})

test('a provider that is down, or is another than it should be, is said in words; without one there is no way there', async () => {
  const gone = await identityHouse()
  await gone.close()
  const cases = [
    [gone.issuer, 'away'],
    [house.issuer.replace('127.0.0.1', 'localhost'), 'mismatch'],
  ] as const
  for (const [issuer, whyNot] of cases) {
    const without = await appWith(issuer)
    const there = surfer(without.base)
    expect(await there.surf(`${without.base}${toIdentityProvider.path}`)).toBe(
      `${without.base}/sign-in?refused=${whyNot}`,
    )
    await without.app.close()
  }
  const plain = await testApp()
  const at = await plain.http.listen({ port: 0, host: '127.0.0.1' })
  expect(await surfer(at).surf(`${at}${toIdentityProvider.path}`)).toBe(`${at}/sign-in?refused=off`)
  const boss = await plain.person({ role: 'authorisation-admin', placeId: plain.cityId })
  const person = await plain.person()
  const refusal = await boss.call(bindIdentity, { params: { id: person.id }, body: { subject: 'x' } })
  expect([refusal.status, refusal.body]).toMatchObject([409, { code: 'accounts.identity-not-configured' }])
  await plain.close()
})
