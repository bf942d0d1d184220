import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../../contracts/accounts/staff.ts'
import { perform } from '../../../access/action.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { columnOf, expectNoFormula, exportedSheet } from '../../../platform/testing/exported.ts'
import { recordPlacesAction } from '../../organisations/index.ts'

let app: TestApp
let city: Person
let admin: Person
let district: string
const path = '/api/accounts/accounts/export'

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  admin = await app.person({ role: 'authorisation-admin', placeId: app.cityId })
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
  district = rows[0]?.id as string
})
afterAll(() => app.close())

test('accounts leave as a file in the list’s order and filters, with roles, reach and state in words', async () => {
  const made = await admin.call(contract.createAccount, {
    body: {
      account: 'left-office',
      displayName: '演示离任',
      grants: [{ role: 'district-official', placeId: district }],
    },
  })
  const params = { id: made.body.id }
  await admin.call(contract.closeAccount, { params, body: { reason: '演示离任' } })
  const all = await exportedSheet(app, admin, path)
  const listed = (await admin.call(contract.listAccounts, { query: { limit: 200 } })).body.rows
  expect(columnOf(all, '账号')).toEqual(listed.map((row) => row.account))
  const found = await exportedSheet(app, admin, `${path}?role=district-official&text=left`)
  expect(columnOf(found, '账号')).toEqual(['left-office'])
  expect(columnOf(found, '角色')).toEqual(['区物业主管部门（昆都仑区）'])
  expect(columnOf(found, '状态')).toEqual(['已停用'])
  expect(columnOf(found, '最近登录')).toEqual([''])
})

test('the file shows an administrator of a district no account that their list does not, and others none at all', async () => {
  const local = await app.person({ role: 'authorisation-admin', placeId: district })
  await local.call(contract.createAccount, {
    body: {
      account: 'at-home-here',
      displayName: '演示',
      grants: [{ role: 'district-official', placeId: district }],
    },
  })
  const listed = (await local.call(contract.listAccounts, { query: { limit: 200 } })).body.rows
  const file = columnOf(await exportedSheet(app, local, path), '账号')
  expect(file).toEqual(listed.map((row) => row.account))
  expect(file).toContain('at-home-here')
  expect(file).not.toContain(admin.account)
  const refused = await app.http.inject({ url: path, cookies: { gongzhi_session: city.token } })
  expect(refused.statusCode).toBe(403)
})

test('a name that looks like a formula stays a text', async () => {
  const displayName = '=HYPERLINK("http://x","点我")'
  await admin.call(contract.createAccount, { body: { account: 'formula', displayName, grants: [] } })
  const sheet = await exportedSheet(app, admin, `${path}?text=formula`)
  expect(columnOf(sheet, '姓名')).toEqual([displayName])
  expectNoFormula(sheet)
})
