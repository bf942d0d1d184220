import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as second from '../../../../contracts/accounts/second-factor.ts'
import * as contract from '../../../../contracts/accounts/staff.ts'
import type { Role } from '../../../../contracts/accounts/words.ts'
import { listPlaces } from '../../../../contracts/organisations/staff.ts'
import type { Clock } from '../../../platform/clock/clock.ts'
import { rows } from '../../../platform/database/database.ts'
import { type TestApp, testApp, testPassword } from '../../../platform/testing/app.ts'
import { codeAt } from '../../../platform/testing/authenticator.ts'
import { resetSecondFactorAtConsole } from '../index.ts'
import { needsSecondFactor } from '../rules/second-factor-rules.ts'
import { type Browser, browserOf } from './browser-of.ts'

let app: TestApp
let seconds = 0
const clock: Clock = {
  now: () => new Date(Date.parse('2026-11-23T01:00:00Z') + seconds * 1000),
  today: () => '2026-11-23',
}

beforeAll(async () => {
  app = await testApp({ clock })
})
afterAll(() => app.close())

/** An open account that nobody has signed in with, and a browser to do it. */
async function newcomer(role: Role): Promise<{ account: string; id: string; secret: string }> {
  const person = await app.person({ role, placeId: app.cityId })
  return person
}

/** Signed in with the password alone. */
async function withPassword(account: string): Promise<Browser> {
  const browser = browserOf(app)
  const { status, body } = await browser.signIn(account, testPassword)
  expect([status, body]).toMatchObject([200, {}])
  return browser
}

const now = (secret: string, later = 0) => codeAt(secret, clock.now(), later)

test('GB/T 22239 8.1.4.1: the three administrators do nothing before they have enrolled a second factor', async () => {
  expect([...needsSecondFactor.roles].sort()).toEqual(['audit-admin', 'authorisation-admin', 'system-admin'])
  for (const role of needsSecondFactor.roles) {
    const { account, id } = await newcomer(role)
    await app.database.pool.query('DELETE FROM accounts.second_factor WHERE account_id = $1', [id])
    const browser = await withPassword(account)
    expect((await browser.call(contract.whoAmI)).body).toMatchObject({
      hold: 'enrol',
      secondFactor: { enrolled: false, proved: false },
    })
    const shut = await browser.call(listPlaces)
    expect([role, shut.status, shut.code]).toEqual([role, 403, 'accounts.second-factor-missing'])
    const { secret, address, picture } = (await browser.call(second.beginEnrolment, { body: {} })).body
    expect(address).toMatch(
      new RegExp(`^otpauth://totp/.*${account}\\?.*secret=${secret}.*digits=6.*period=30`),
    )
    expect(Buffer.from(picture.split(',')[1] ?? '', 'base64').toString()).toMatch(/^<svg/)
    const wrong = await browser.call(second.confirmEnrolment, { body: { code: '000000' } })
    expect(wrong.code).toBe('accounts.second-factor-wrong')
    const done = await browser.call(second.confirmEnrolment, { body: { code: now(secret) } })
    expect(done.body).toMatchObject({
      me: { hold: null, secondFactor: { proved: true, recoveryCodesLeft: 8 } },
    })
    expect((await browser.call(contract.whoAmI)).status).toBe(200)
    if (role === 'system-admin') expect((await browser.call(listPlaces)).status).toBe(200)
  }
})

test('officials enter with their password alone; whoever enrols of their own accord enters a code from then on', async () => {
  const official = await newcomer('city-official')
  const browser = await withPassword(official.account)
  expect((await browser.call(listPlaces)).status).toBe(200)
  const { secret } = (await browser.call(second.beginEnrolment, { body: {} })).body
  expect((await browser.call(listPlaces)).status).toBe(200)
  await browser.call(second.confirmEnrolment, { body: { code: now(secret) } })
  seconds += 30
  const later = await withPassword(official.account)
  const shut = await later.call(listPlaces)
  expect([shut.status, shut.code]).toEqual([403, 'accounts.second-factor-needed'])
  expect((await later.call(second.enterCode, { body: { code: now(secret) } })).body).toMatchObject({
    hold: null,
  })
  expect((await later.call(listPlaces)).status).toBe(200)
})

test('RFC 6238 5.2: a code is taken once, also by two at the same moment; the periods beside are taken, further ones not', async () => {
  const { account, secret } = await newcomer('audit-admin')
  const [one, two, three] = await Promise.all([1, 2, 3].map(() => withPassword(account)))
  if (!one || !two || !three) throw new Error('three browsers')
  const replayed = await one.call(second.enterCode, { body: { code: now(secret) } })
  expect([replayed.status, replayed.code]).toEqual([422, 'accounts.second-factor-used'])
  seconds += 90
  const race = await Promise.all(
    [one, two].map((b) => b.call(second.enterCode, { body: { code: now(secret) } })),
  )
  expect(race.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 422])
  expect((await three.call(second.enterCode, { body: { code: now(secret, -1) } })).code).toBe(
    'accounts.second-factor-used',
  )
  expect((await three.call(second.enterCode, { body: { code: now(secret, 2) } })).code).toBe(
    'accounts.second-factor-wrong',
  )
  expect((await three.call(second.enterCode, { body: { code: now(secret, 1) } })).status).toBe(200)
})

test('wrong codes count with wrong passwords towards one lock; a right password in between sets nothing back', async () => {
  const { account, secret } = await newcomer('system-admin')
  seconds += 90
  const guess = browserOf(app)
  await guess.signIn(account, 'wrong')
  await guess.signIn(account, 'wrong')
  const browser = await withPassword(account)
  const other = await withPassword(account)
  for (let n = 0; n < 3; n++)
    expect((await browser.call(second.enterCode, { body: { code: '000000' } })).status).toBe(422)
  const locked = await other.call(second.enterCode, { body: { code: now(secret) } })
  expect([locked.status, locked.code]).toEqual([423, 'accounts.locked'])
  expect((await browserOf(app).signIn(account, testPassword)).status).toBe(423)
  seconds += 16 * 60
  expect((await other.call(second.enterCode, { body: { code: now(secret) } })).status).toBe(200)
})

test('a recovery code works once, typed in any way; only keyed prints of them are kept, and the secret only sealed', async () => {
  const { account, id } = await newcomer('audit-admin')
  await app.database.pool.query('DELETE FROM accounts.second_factor WHERE account_id = $1', [id])
  const first = await withPassword(account)
  const { secret } = (await first.call(second.beginEnrolment, { body: {} })).body
  const { recoveryCodes } = (await first.call(second.confirmEnrolment, { body: { code: now(secret) } })).body
  expect(new Set(recoveryCodes).size).toBe(8)
  const [code = '', another = ''] = recoveryCodes
  const browser = await withPassword(account)
  const used = await browser.call(second.enterCode, {
    body: { code: code.toUpperCase().replaceAll('-', ' ') },
  })
  expect(used.body).toMatchObject({ hold: null, secondFactor: { recoveryCodesLeft: 7 } })
  const again = await withPassword(account)
  expect((await again.call(second.enterCode, { body: { code } })).code).toBe('accounts.second-factor-wrong')
  const renewed = await browser.call(second.renewRecoveryCodes, { body: {} })
  expect(renewed.body.recoveryCodes).toHaveLength(8)
  expect((await again.call(second.enterCode, { body: { code: another } })).status).toBe(422)
  const kept = JSON.stringify(
    await rows(
      app.database.db,
      sql`SELECT f.sealed, r.fingerprint, e.detail, e.summary FROM accounts.second_factor f, accounts.recovery_code r, platform.audit_entry e
        WHERE f.account_id = ${id}`,
    ),
  )
  for (const hidden of [secret, code, another, ...renewed.body.recoveryCodes])
    expect(kept).not.toContain(hidden)
})

test('a password alone neither replaces the second factor nor the password, nor makes recovery codes', async () => {
  const { account } = await newcomer('audit-admin')
  const thief = await withPassword(account)
  const tries = await Promise.all([
    thief.call(second.beginEnrolment, { body: {} }),
    thief.call(second.confirmEnrolment, { body: { code: '123456' } }),
    thief.call(second.renewRecoveryCodes, { body: {} }),
    thief.call(contract.changePassword, { body: { current: testPassword, next: 'Another-Word-5' } }),
  ])
  expect(tries.map(({ status, code }) => [status, code])).toEqual(
    tries.map(() => [403, 'accounts.second-factor-needed']),
  )
})

test('another authorisation administrator resets it: audited, every session ends, the next sign-in enrols anew; nobody for themselves', async () => {
  const admin = await app.person({ role: 'authorisation-admin', placeId: app.cityId })
  const lost = await app.person({ role: 'audit-admin', placeId: app.cityId })
  const reset = (id: string) =>
    admin.call(second.resetSecondFactor, { params: { id }, body: { reason: '手机丢失，已当面核实' } })
  expect((await reset(admin.id)).body).toMatchObject({ code: 'accounts.not-yourself' })
  expect((await reset(lost.id)).status).toBe(200)
  expect((await reset(lost.id)).body).toMatchObject({ code: 'accounts.second-factor-not-enrolled' })
  expect((await lost.call(contract.whoAmI)).status).toBe(401)
  const browser = await withPassword(lost.account)
  expect((await browser.call(contract.whoAmI)).body.hold).toBe('enrol')
  const { rows: trail } = await app.database.pool.query(
    `SELECT actor_id, detail FROM platform.audit_entry WHERE verb = 'accounts.reset-second-factor' AND resource_id = $1`,
    [lost.id],
  )
  expect(trail).toEqual([{ actor_id: admin.id, detail: { reason: '手机丢失，已当面核实' } }])
})

test('the last administrator without a telephone is let in at the server’s console, on the trail', async () => {
  const { account, id } = await newcomer('authorisation-admin')
  const console = { db: app.database.db, keys: app.context.keys, clock }
  await resetSecondFactorAtConsole(console, account)
  await expect(resetSecondFactorAtConsole(console, account)).rejects.toThrow('second-factor-not-enrolled')
  const browser = await withPassword(account)
  expect((await browser.call(contract.whoAmI)).body.hold).toBe('enrol')
  const { rowCount } = await app.database.pool.query(
    `SELECT FROM platform.audit_entry WHERE verb = 'accounts.reset-second-factor' AND resource_id = $1 AND actor_id IS NULL`,
    [id],
  )
  expect(rowCount).toBe(1)
})

test('a secret that was shown half an hour ago is no longer taken', async () => {
  const { account } = await newcomer('city-official')
  const browser = await withPassword(account)
  const { secret } = (await browser.call(second.beginEnrolment, { body: {} })).body
  seconds += 15 * 60
  await browser.call(contract.whoAmI)
  seconds += 16 * 60
  const late = await browser.call(second.confirmEnrolment, { body: { code: now(secret) } })
  expect([late.status, late.code]).toEqual([409, 'accounts.enrolment-gone'])
})
