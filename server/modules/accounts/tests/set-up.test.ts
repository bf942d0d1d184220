import { afterEach, beforeEach, expect, test } from 'vitest'
import * as contract from '../../../../contracts/accounts/staff.ts'
import { type TestApp, testApp } from '../../../platform/testing/app.ts'
import { issueSetUpToken, needsSetUp } from '../index.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})
afterEach(() => app.close())

const first = { account: 'first-admin', displayName: '演示', password: 'Correct-Horse-9' }
async function setUp(token: string, person: typeof first = first) {
  const { method, path: url } = contract.setUp
  const answer = await app.http.inject({
    method,
    url,
    headers: { 'x-gongzhi': '1' },
    payload: { token, ...person },
  })
  return { status: answer.statusCode, body: answer.json() }
}
const issue = () => issueSetUpToken(app.database.db, app.context.clock.now().toISOString())

test('the console’s one-time token makes the first authorisation administrator of the whole city, once', async () => {
  expect(await needsSetUp(app.database.db)).toBe(true)
  const token = await issue()
  const made = await setUp(token)
  expect([made.status, made.body.grants[0].role, made.body.mustChangePassword]).toEqual([
    200,
    'authorisation-admin',
    false,
  ])
  expect(await needsSetUp(app.database.db)).toBe(false)
  expect((await setUp(token, { ...first, account: 'second-admin' })).body.code).toBe('accounts.token-wrong')
  expect((await setUp(await issue(), { ...first, account: 'second-admin' })).body.code).toBe(
    'accounts.already-set-up',
  )
})

test('a weak password leaves the token usable; only the latest start’s token counts; two at once make one', async () => {
  const old = await issue()
  const token = await issue()
  expect((await setUp(old)).status).toBe(403)
  expect((await setUp(token, { ...first, password: 'short' })).body.code).toBe('accounts.password-weak')
  const both = await Promise.all([setUp(token), setUp(token, { ...first, account: 'second-admin' })])
  expect(both.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 403])
})
