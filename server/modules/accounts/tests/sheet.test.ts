import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../../contracts/accounts/staff.ts'
import { perform } from '../../../access/action.ts'
import { rows as read } from '../../../platform/database/database.ts'
import { Refusal } from '../../../platform/problems/refusal.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { recordPlacesAction } from '../../organisations/index.ts'
import { fetchAtConsole, recordAccountsAction, resetAtConsole } from '../index.ts'

let app: TestApp
let admin: Person

beforeAll(async () => {
  app = await testApp()
  const city = await app.person({ role: 'city-official', placeId: app.cityId })
  admin = await app.person({ role: 'authorisation-admin', placeId: app.cityId })
  const place = (row: number, code: string, name: string, kind: string, parent: string) => ({
    row,
    cells: { code, name, kind, parent, inBuiltUpArea: true, validFrom: '2020-01-01' },
  })
  await perform(await city.ctx(), recordPlacesAction, [
    place(2, '150203000000', '昆都仑区', 'district', '150200000000'),
    place(3, '150203001000', '少先路街道', 'street', '150203000000'),
    place(4, '150204000000', '青山区', 'district', '150200000000'),
  ])
})
afterAll(() => app.close())

const line = (row: number, account: string, role: string, scope: string, displayName = '演示') => ({
  row,
  cells: { account, displayName, role, scope },
})
const record = async (who: Person, ...sheet: ReturnType<typeof line>[]) =>
  await perform(await who.ctx(), recordAccountsAction, sheet)
const signIn = (account: string, password: string) => {
  const { method, path: url } = contract.signIn
  return app.http.inject({ method, url, headers: { 'x-gongzhi': '1' }, payload: { account, password } })
}
async function faultsOf(who: Person, ...sheet: ReturnType<typeof line>[]): Promise<string[]> {
  try {
    await record(who, ...sheet)
    return []
  } catch (refusal) {
    return (refusal as Refusal).others.map((r) => `${r.where.row} ${r.where.field} ${r.zh}`)
  }
}

test('a sheet makes accounts with their roles; one-time passwords are fetched once, by the importer alone', async () => {
  const sheet = [
    line(2, 'kdl-li', 'district-official', '150203000000'),
    line(3, 'sxl-wang', 'street-official', '150203001000'),
    line(4, 'sxl-wang', 'evaluator', '150203000000'),
  ]
  expect((await record(admin, ...sheet)).rows.map((row) => row.outcome)).toEqual([
    'created',
    'created',
    'created',
  ])
  expect((await record(admin, ...sheet)).rows.map((row) => row.outcome)).toEqual([
    'unchanged',
    'unchanged',
    'unchanged',
  ])
  const other = await app.person({ role: 'authorisation-admin', placeId: app.cityId })
  expect((await other.call(contract.fetchPasswords, { body: {} })).body.passwords).toEqual([])
  expect((await admin.call(contract.waitingPasswords)).body.waiting).toBe(2)
  const { passwords } = (await admin.call(contract.fetchPasswords, { body: {} })).body
  expect(passwords.map((one) => one.account)).toEqual(['kdl-li', 'sxl-wang'])
  expect((await admin.call(contract.fetchPasswords, { body: {} })).body.passwords).toEqual([])
  const welcome = await signIn('sxl-wang', passwords[1]?.oneTimePassword ?? '')
  expect([welcome.json().mustChangePassword, welcome.json().grants.length]).toEqual([true, 2])
})

test('no password stands in the clear in the database: not while it waits, not in the trail, not in kept answers', async () => {
  await record(admin, line(2, 'clear-check', 'auditor', '150200000000'))
  const stored = await read(
    app.database.db,
    sql<{ text: string }>`SELECT sealed AS text FROM accounts.one_time_password
    UNION ALL SELECT detail::text FROM platform.audit_entry UNION ALL SELECT answer FROM platform.idempotency`,
  )
  const { passwords } = (
    await admin.call(contract.fetchPasswords, { body: {} }, { 'idempotency-key': 'fetch-1' })
  ).body
  expect(passwords).toHaveLength(1)
  const repeated = await admin.call(contract.fetchPasswords, { body: {} }, { 'idempotency-key': 'fetch-1' })
  expect(repeated.body.passwords.length + stored.length).toBeGreaterThan(0)
  const after = await read(
    app.database.db,
    sql<{
      text: string
    }>`SELECT answer AS text FROM platform.idempotency UNION ALL SELECT detail::text FROM platform.audit_entry`,
  )
  for (const { text } of [...stored, ...after]) expect(text).not.toContain(passwords[0]?.oneTimePassword)
})

test('a changed name or a further role changes the account and nothing else', async () => {
  await record(admin, line(2, 'changing', 'evaluator', '150203000000'))
  const changed = await record(
    admin,
    line(2, 'changing', 'evaluator', '150203000000', '新称谓'),
    line(3, 'changing', 'evaluator', '150204000000', '新称谓'),
  )
  expect(changed.rows.map((row) => row.outcome)).toEqual(['changed', 'changed'])
  const listed = await admin.call(contract.listAccounts, { query: { text: 'changing' } })
  expect(listed.body.rows[0]).toMatchObject({
    displayName: '新称谓',
    grants: [{ role: 'evaluator' }, { role: 'evaluator' }],
  })
})

test('every bad row is named with its cell and what to do, and nothing of the sheet is kept', async () => {
  const faults = await faultsOf(
    admin,
    line(2, 'A_大写', 'auditor', '150200000000'),
    line(3, 'fine-one', 'auditor', '150200000000'),
    line(4, 'nowhere', 'street-official', '150299000000'),
    line(5, 'wrong-level', 'street-official', '150203000000'),
    line(6, 'no-firm', 'enterprise', '150203001000'),
    line(7, 'mixed', 'system-admin', '150200000000'),
    line(8, 'mixed', 'auditor', '150200000000'),
    line(9, 'twice', 'auditor', '150200000000'),
    line(10, 'twice', 'auditor', '150200000000'),
    line(11, 'named', 'auditor', '150200000000', '甲'),
    line(12, 'named', 'evaluator', '150200000000', '乙'),
    line(13, admin.account, 'auditor', '150200000000', '自己'),
  )
  expect(faults.map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual(
    expect.arrayContaining([
      '2 account',
      '4 scope',
      '5 scope',
      '6 scope',
      '8 role',
      '10 account',
      '12 displayName',
      '13 account',
    ]),
  )
  expect(faults.some((text) => text.startsWith('3 '))).toBe(false)
  expect((await admin.call(contract.listAccounts, { query: { text: 'fine-one' } })).body.rows).toEqual([])
})

test('a district’s administrator imports for that district alone and cannot touch accounts of others', async () => {
  const district = await app.person({ role: 'authorisation-admin', placeId: await placeId('150203000000') })
  expect(
    (await record(district, line(2, 'own-street', 'street-official', '150203001000'))).rows[0]?.outcome,
  ).toBe('created')
  expect((await faultsOf(district, line(2, 'foreign', 'district-official', '150204000000')))[0]).toContain(
    '只能在您自己的管辖区域内',
  )
  await record(admin, line(2, 'of-the-city', 'auditor', '150200000000'))
  expect((await faultsOf(district, line(2, 'of-the-city', 'street-official', '150203001000')))[0]).toContain(
    '由其他管理员管理',
  )
})

test('at the console a locked-out administrator is let in again: old sessions end, the trail names the console', async () => {
  const { db } = app.database
  const console = { db, keys: app.context.keys, clock: app.context.clock }
  for (let n = 0; n < 5; n++) await signIn(admin.account, 'wrong')
  const password = await resetAtConsole(console, admin.account)
  expect((await admin.call(contract.whoAmI)).status).toBe(401)
  expect((await signIn(admin.account, password)).statusCode).toBe(200)
  const [last] = await read(
    db,
    sql<{
      actor_id: string | null
      summary: string
    }>`SELECT actor_id, summary FROM platform.audit_entry WHERE verb = 'accounts.reset-password' ORDER BY id DESC LIMIT 1`,
  )
  expect(last).toEqual({ actor_id: null, summary: '在服务器控制台重置密码，已退出其全部登录' })
  await expect(resetAtConsole(console, 'nobody')).rejects.toThrow('account-unknown')
  expect(await fetchAtConsole(console)).toEqual([])
})

async function placeId(code: string): Promise<string> {
  const { rows } = await app.database.pool.query('SELECT id FROM organisations.place WHERE code = $1', [code])
  return rows[0].id
}
