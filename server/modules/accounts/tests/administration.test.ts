import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../../contracts/accounts/staff.ts'
import type { Role } from '../../../../contracts/accounts/words.ts'
import { listCompounds } from '../../../../contracts/organisations/staff.ts'
import { perform } from '../../../access/action.ts'
import { type Person, type TestApp, testApp, testPassword } from '../../../platform/testing/app.ts'
import { recordCompoundsAction, recordPlacesAction } from '../../organisations/index.ts'

let app: TestApp
let city: Person
let admin: Person
const places = new Map<string, string>()

const place = (row: number, code: string, name: string, kind: string, parent: string) => ({
  row,
  cells: { code, name, kind, parent, inBuiltUpArea: true, validFrom: '2020-01-01' },
})
const compound = (community: string, name: string) => ({
  row: 2,
  cells: {
    community,
    name,
    code: null,
    type: 'existing',
    managementMode: 'enterprise',
    households: 300,
    buildings: 6,
    area: '30000.00',
    enclosure: 'closed',
    renovatedOn: null,
    committeeImpossible: null,
    validFrom: '2020-01-01',
    distinct: true,
  },
})

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  admin = await app.person({ role: 'authorisation-admin', placeId: app.cityId })
  const { rows } = await perform(await city.ctx(), recordPlacesAction, [
    place(2, '150203000000', '昆都仑区', 'district', '150200000000'),
    place(3, '150203001000', '少先路街道', 'street', '150203000000'),
    place(4, '150203001001', '甲社区', 'community', '150203001000'),
    place(5, '150204000000', '青山区', 'district', '150200000000'),
  ])
  const codes = ['150203000000', '150203001000', '150203001001', '150204000000']
  rows.forEach((row, i) => places.set(codes[i] as string, row.id))
})
afterAll(() => app.close())

const at = (code: string) => places.get(code) as string
async function signIn(account: string, password: string): Promise<Person> {
  const { method, path: url } = contract.signIn
  const answer = await app.http.inject({
    method,
    url,
    headers: { 'x-gongzhi': '1' },
    payload: { account, password },
  })
  const cookie = answer.cookies[0]?.value ?? ''
  return {
    ...admin,
    id: answer.json().accountId,
    account,
    async call(endpoint, sent = {}) {
      const { body, query } = sent as { body?: object; query?: Record<string, string> }
      const reply = await app.http.inject({
        method: endpoint.method,
        url: endpoint.path,
        headers: { 'x-gongzhi': '1' },
        cookies: { gongzhi_session: cookie },
        ...(body ? { payload: body } : {}),
        ...(query ? { query } : {}),
      })
      return { status: reply.statusCode, body: reply.json() }
    },
  }
}
let made = 0
async function newAccount(...grants: { role: Role; placeId: string }[]) {
  const { body } = await admin.call(contract.createAccount, {
    body: { account: `made-${++made}`, displayName: '演示', grants },
  })
  const person = await signIn(body.account, body.oneTimePassword)
  await person.call(contract.changePassword, { body: { current: body.oneTimePassword, next: testPassword } })
  return person
}

test('a grant reaches the whole subtree at once, without signing in again, also places added later', async () => {
  await perform(await city.ctx(), recordCompoundsAction, [compound('150203001001', '先有的小区')])
  const person = await newAccount()
  expect((await person.call(listCompounds)).status).toBe(403)
  const granted = await admin.call(contract.grantRole, {
    params: { id: person.id },
    body: { role: 'district-official', placeId: at('150203000000') },
  })
  expect(granted.status).toBe(200)
  expect((await person.call(listCompounds)).body.rows.map((row) => row.name)).toEqual(['先有的小区'])
  await perform(await city.ctx(), recordPlacesAction, [
    place(2, '150203001002', '后来的社区', 'community', '150203001000'),
  ])
  await perform(await city.ctx(), recordCompoundsAction, [compound('150203001002', '后来的小区')])
  expect((await person.call(listCompounds)).body.rows.map((row) => row.name)).toEqual([
    '先有的小区',
    '后来的小区',
  ])
  await admin.call(contract.revokeRole, {
    params: { id: person.id, grantId: granted.body.id },
    body: { reason: '演示收回' },
  })
  expect((await person.call(listCompounds)).status).toBe(403)
})

test('roles are given only inside the administrator’s own jurisdiction, and only for the right kind of place', async () => {
  const district = await app.person({ role: 'authorisation-admin', placeId: at('150203000000') })
  const body = (role: Role, placeId: string) => ({
    body: { account: `try-${++made}`, displayName: '演示', grants: [{ role, placeId }] },
  })
  expect(
    (await district.call(contract.createAccount, body('street-official', at('150203001000')))).status,
  ).toBe(200)
  const elsewhere = await district.call(contract.createAccount, body('district-official', at('150204000000')))
  expect([elsewhere.status, JSON.stringify(elsewhere.body)]).toEqual([
    403,
    expect.stringContaining('accounts.scope-elsewhere'),
  ])
  const above = await district.call(contract.createAccount, body('city-official', app.cityId))
  expect(above.status).toBe(403)
  const wrongKind = await district.call(contract.createAccount, body('street-official', at('150203001001')))
  expect(JSON.stringify(wrongKind.body)).toContain('应对应街道（乡镇），“甲社区”不是')
})

test('a district’s administrator cannot take over somebody who also holds a role of the city', async () => {
  const district = await app.person({ role: 'authorisation-admin', placeId: at('150203000000') })
  const { body } = await district.call(contract.createAccount, {
    body: {
      account: 'rising',
      displayName: '演示',
      grants: [{ role: 'street-official', placeId: at('150203001000') }],
    },
  })
  const reset = () => district.call(contract.resetPassword, { params: { id: body.id }, body: {} })
  expect((await reset()).status).toBe(200)
  await admin.call(contract.grantRole, {
    params: { id: body.id },
    body: { role: 'city-official', placeId: app.cityId },
  })
  expect((await reset()).status).toBe(404)
  const listed = await district.call(contract.listAccounts, { query: { text: 'rising' } })
  expect(listed.body.rows[0]?.can['accounts.reset-password']).toBe(false)
  expect((await district.call(contract.resetPassword, { params: { id: admin.id }, body: {} })).status).toBe(
    404,
  )
})

test('三员分立: an administrator of one kind is given no other role, neither at once nor later', async () => {
  const both = [
    { role: 'system-admin' as const, placeId: app.cityId },
    { role: 'audit-admin' as const, placeId: app.cityId },
  ]
  const refused = await admin.call(contract.createAccount, {
    body: { account: 'both', displayName: '演示', grants: both },
  })
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([
    422,
    expect.stringContaining('administrators-exclusive'),
  ])
  const auditor = await newAccount({ role: 'audit-admin', placeId: app.cityId })
  const later = await admin.call(contract.grantRole, {
    params: { id: auditor.id },
    body: { role: 'city-official', placeId: app.cityId },
  })
  expect(later.status).toBe(422)
  expect(
    (
      await admin.call(contract.grantRole, {
        params: { id: admin.id },
        body: { role: 'city-official', placeId: app.cityId },
      })
    ).status,
  ).toBe(422)
})

test('no role but the authorisation administrator’s may make, change or close accounts', async () => {
  const target = await newAccount()
  for (const role of ['city-official', 'system-admin', 'audit-admin', 'auditor'] as const) {
    const person = await app.person({ role, placeId: app.cityId })
    const body = { account: 'x-y-z', displayName: '演示', grants: [] }
    expect((await person.call(contract.createAccount, { body })).status).toBe(403)
    expect((await person.call(contract.resetPassword, { params: { id: target.id }, body: {} })).status).toBe(
      403,
    )
    expect(
      (await person.call(contract.closeAccount, { params: { id: target.id }, body: { reason: '演示' } }))
        .status,
    ).toBe(403)
  }
})

test('a reset ends every session of the account; so does closing, until it is opened again', async () => {
  const person = await newAccount({ role: 'evaluator', placeId: app.cityId })
  const { body } = await admin.call(contract.resetPassword, { params: { id: person.id }, body: {} })
  expect((await person.call(contract.whoAmI)).status).toBe(401)
  const back = await signIn(person.account, body.oneTimePassword)
  expect((await back.call(contract.whoAmI)).body.mustChangePassword).toBe(true)
  await admin.call(contract.closeAccount, { params: { id: person.id }, body: { reason: '离职' } })
  expect((await back.call(contract.whoAmI)).status).toBe(401)
  expect((await signIn(person.account, body.oneTimePassword)).id).toBeUndefined()
  await admin.call(contract.reopenAccount, { params: { id: person.id }, body: { reason: '返聘' } })
  expect((await signIn(person.account, body.oneTimePassword)).id).toBe(person.id)
})

test('a changed password ends the account’s other sessions and keeps this one', async () => {
  const person = await newAccount()
  const other = await signIn(person.account, testPassword)
  expect(
    (await person.call(contract.changePassword, { body: { current: 'wrong', next: 'Another-Word-5' } })).body,
  ).toMatchObject({ code: 'accounts.password-wrong' })
  expect(
    (await person.call(contract.changePassword, { body: { current: testPassword, next: testPassword } }))
      .body,
  ).toMatchObject({ code: 'accounts.password-same' })
  expect(
    (await person.call(contract.changePassword, { body: { current: testPassword, next: 'Another-Word-5' } }))
      .status,
  ).toBe(200)
  expect([(await person.call(contract.whoAmI)).status, (await other.call(contract.whoAmI)).status]).toEqual([
    200, 401,
  ])
})

test('a taken account name is refused at its field', async () => {
  await newAccount()
  const again = await admin.call(contract.createAccount, {
    body: { account: `made-${made}`, displayName: '演示', grants: [] },
  })
  expect([again.status, JSON.stringify(again.body)]).toEqual([409, expect.stringContaining('请换一个')])
})
