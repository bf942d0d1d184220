import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../../contracts/accounts/staff.ts'
import { listPlaces } from '../../../../contracts/organisations/staff.ts'
import type { Clock } from '../../../platform/clock/clock.ts'
import { type TestApp, testApp, testPassword } from '../../../platform/testing/app.ts'
import { browserOf } from './browser-of.ts'

let app: TestApp
let days = 0
const clock: Clock = {
  now: () => new Date(Date.parse('2026-11-23T01:00:00Z') + days * 86_400_000),
  today: () => new Date(Date.parse('2026-11-23T09:00:00Z') + days * 86_400_000).toISOString().slice(0, 10),
}
beforeAll(async () => {
  app = await testApp({ clock })
})
afterAll(() => app.close())

async function signedIn(account: string, password: string) {
  const browser = browserOf(app)
  expect((await browser.signIn(account, password)).status).toBe(200)
  return browser
}

test('GB/T 22239 8.1.4.1: after 90 days a password must be changed before anything else', async () => {
  const { account } = await app.person({ role: 'city-official', placeId: app.cityId })
  days += 90
  expect((await (await signedIn(account, testPassword)).call(listPlaces)).status).toBe(200)
  days += 1
  const browser = await signedIn(account, testPassword)
  expect((await browser.call(contract.whoAmI)).body).toMatchObject({
    hold: 'change-password',
    passwordAged: true,
    mustChangePassword: false,
  })
  const shut = await browser.call(listPlaces)
  expect([shut.status, shut.code]).toEqual([403, 'accounts.password-aged'])
  const next = 'Kitchen-Ladder-4'
  const changed = await browser.call(contract.changePassword, { body: { current: testPassword, next } })
  expect(changed.status).toBe(200)
  expect((await browser.call(listPlaces)).status).toBe(200)
})

test('none of the last five passwords comes back; an earlier one may', async () => {
  const { account } = await app.person({ role: 'city-official', placeId: app.cityId })
  const browser = await signedIn(account, testPassword)
  const change = async (current: string, next: string) => {
    const { status, code } = await browser.call(contract.changePassword, { body: { current, next } })
    return status === 200 ? 'changed' : code
  }
  const words = [testPassword, 'Kitchen-Ladder-1', 'Kitchen-Ladder-2', 'Kitchen-Ladder-3', 'Kitchen-Ladder-4']
  for (const [n, word] of words.entries())
    if (n > 0) expect(await change(words[n - 1] ?? '', word)).toBe('changed')
  expect(await change('Kitchen-Ladder-4', testPassword)).toBe('accounts.password-reused')
  expect(await change('Kitchen-Ladder-4', 'Kitchen-Ladder-4')).toBe('accounts.password-same')
  expect(await change('Kitchen-Ladder-4', 'Kitchen-Ladder-5')).toBe('changed')
  expect(await change('Kitchen-Ladder-5', 'Kitchen-Ladder-6')).toBe('changed')
  expect(await change('Kitchen-Ladder-6', 'Kitchen-Ladder-1')).toBe('accounts.password-reused')
  expect(await change('Kitchen-Ladder-6', testPassword)).toBe('changed')
})

test.each([
  ['P@ssw0rd2026', 'accounts.password-common'],
  ['Admin@123456', 'accounts.password-common'],
  ['1qaz@WSX3edc', 'accounts.password-common'],
  ['Baotou@2026', 'accounts.password-common'],
])('the common password «%s» is refused at its field', async (next, code) => {
  const { account } = await app.person({ role: 'city-official', placeId: app.cityId })
  const browser = await signedIn(account, testPassword)
  const refused = await browser.call(contract.changePassword, { body: { current: testPassword, next } })
  expect([refused.status, refused.code]).toEqual([422, code])
  expect(refused.body).toMatchObject({ errors: [{ field: 'next' }] })
})

test('a reset by an administrator asks for a new password at the next sign-in, and the one before the reset does not come back', async () => {
  const admin = await app.person({ role: 'authorisation-admin', placeId: app.cityId })
  const person = await app.person({ role: 'city-official', placeId: app.cityId })
  const { body } = await admin.call(contract.resetPassword, { params: { id: person.id }, body: {} })
  const browser = await signedIn(person.account, body.oneTimePassword)
  expect((await browser.call(contract.whoAmI)).body.hold).toBe('change-password')
  const again = await browser.call(contract.changePassword, {
    body: { current: body.oneTimePassword, next: testPassword },
  })
  expect(again.code).toBe('accounts.password-reused')
})
