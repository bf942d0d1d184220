import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../../contracts/imports/staff.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import {
  communities,
  compoundCode,
  district,
  layGround,
  street,
  testUscc,
} from '../../organisations/tests/ground.ts'
import type { Cell } from '../../sheet-kind.ts'
import { settled, upload, workbook } from './sheet-files.ts'

let app: TestApp
let city: Person
let admin: Person
let party: Person

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  admin = await app.person({ role: 'authorisation-admin', placeId: app.cityId })
  party = await app.person({ role: 'party-department', placeId: app.cityId })
  await layGround(city, 2)
})
afterAll(() => app.close())

/** Uploads one row of a kind, by column keys, and confirms it. @returns what the check told of it */
async function told(who: Person, kind: string, cells: Record<string, Cell>): Promise<contract.Outcome> {
  const columns = app.imports.kinds.find(({ name }) => name === kind)?.columns ?? []
  const word = (key: string) => {
    const cell = cells[key] ?? null
    if (typeof cell === 'boolean') return cell ? '是' : '否'
    const { choices } = columns.find((column) => column.key === key) ?? {}
    return choices?.find(({ value }) => value === cell)?.label ?? cell
  }
  const file = await workbook([
    columns.map(({ header, required }) => (required ? `${header} *` : header)),
    columns.map(({ key }) => word(key)),
  ])
  const { body } = await upload(app.http, who, kind, file)
  const run = await settled(who, body.id)
  const faults = await who.call(contract.listFindings, { params: { id: body.id } })
  expect(faults.body.rows).toEqual([])
  expect(run.state).toBe('checked')
  const { rows } = (await who.call(contract.listOutcomes, { params: { id: body.id } })).body
  await who.call(contract.confirmRun, { params: { id: body.id }, body: {} })
  expect((await settled(who, body.id)).state).toBe('imported')
  return rows[0] as contract.Outcome
}
const changes = ({ compared, cells }: contract.Outcome) => ({
  compared,
  changed: cells.map(({ header, before, after }) => `${header}：${before} → ${after}`),
})

const place = {
  code: district,
  name: '昆都仑区',
  kind: 'district',
  parent: '150200000000',
  inBuiltUpArea: true,
}
const enterprise = {
  uscc: testUscc(1),
  name: '演示物业',
  kind: 'enterprise',
  seat: district,
  validFrom: '2015-06-01',
}
const served = { uscc: testUscc(1), compound: compoundCode(0, 1), number: 'WY-1', from: '2024-01-01' }
const committee = {
  compound: compoundCode(0, 1),
  name: '演示业委会',
  kind: 'owners-committee',
  seats: 5,
  electedOn: '2024-03-01',
}
const post = {
  body: compoundCode(0, 1),
  name: '演示甲',
  phone: '13800000001',
  role: 'committee-member',
  from: '2024-03-01',
}
const staff = { compound: compoundCode(0, 1), kind: 'security', contracted: 6, asOf: '2026-06-30' }
const fact = {
  year: 2026,
  fact: '1-06',
  place: compoundCode(0, 1),
  denominator: '12',
  provenance: 'declared',
}

test('places, enterprises, contracts, committees and staff tell what stood before', async () => {
  const renamed = await told(city, 'places', { ...place, name: '昆都仑新区', validFrom: '2026-01-01' })
  expect(changes(renamed)).toEqual({
    compared: true,
    changed: ['名称：昆都仑区 → 昆都仑新区', '起始日：2020-01-01 → 2026-01-01'],
  })
  await told(city, 'enterprises', enterprise)
  const moved = await told(city, 'enterprises', { ...enterprise, seat: street })
  expect(changes(moved).changed).toEqual([
    `注册地区划代码：昆都仑新区（${district}） → 少先路街道（${street}）`,
  ])
  const made = await told(city, 'contracts', served)
  expect(made).toMatchObject({ outcome: 'created', name: '演示1号苑 · 演示物业' })
  const ended = await told(city, 'contracts', { ...served, to: '2026-12-31' })
  expect(changes(ended)).toEqual({ compared: true, changed: ['截止日（含当日）：null → 2026-12-31'] })
  await told(city, 'committees', committee)
  const filed = await told(city, 'committees', { ...committee, filedOn: '2024-03-20', renewal: false })
  expect(changes(filed).changed).toEqual(['备案日期：null → 2024-03-20'])
  await told(city, 'staff', { ...staff, actual: 6 })
  const fewer = await told(city, 'staff', { ...staff, actual: 4 })
  expect(fewer.code).toBe(compoundCode(0, 1))
  expect(changes(fewer).changed).toEqual(['实际在岗人数：6 → 4'])
})

test('posts tell of persons as lists do: masked, and Party status only to whom it is meant', async () => {
  const made = await told(city, 'posts', post)
  expect(JSON.stringify(made)).not.toContain('演示甲')
  expect(JSON.stringify(made)).not.toContain('13800000001')
  expect(made.cells.find(({ header }) => header === '手机号')?.after).toBe('138****0001')
  const attested = { partyStatus: 'member', attestedBy: '演示社区党委', attestedOn: '2024-04-01' }
  const seen = await told(party, 'posts', { ...post, ...attested })
  expect(changes(seen).changed[0]).toBe('政治面貌：null → 党员')
  const left = await told(city, 'posts', { ...post, ...attested, to: '2026-01-31' })
  expect(changes(left)).toEqual({ compared: true, changed: ['离任日期（含当日）：null → 2026-01-31'] })
})

test('declared facts and accounts tell what was said before and which role is new', async () => {
  await told(city, 'declared-facts', { ...fact, numerator: '11' })
  const said = await told(city, 'declared-facts', { ...fact, numerator: '7', reason: '按会议纪要核对' })
  expect(said.name).toContain('演示1号苑')
  expect(changes(said).changed).toEqual(['分子：11 → 7', '更正原因：null → 按会议纪要核对'])
  const account = { account: 'kdl-li', displayName: '演示', role: 'district-official', scope: district }
  await told(admin, 'accounts', account)
  const granted = await told(admin, 'accounts', { ...account, role: 'evaluator' })
  expect(granted).toMatchObject({ name: '演示', code: 'kdl-li', page: '/accounts/of/kdl-li' })
  expect(changes(granted).changed).toEqual([
    expect.stringMatching(/^角色：null → /),
    `管辖区域或所属单位代码：null → 昆都仑新区（${district}）`,
  ])
})

test('Party organisations tell what stood before; an instructor is masked even where the kind tells new cells alone', async () => {
  const own = {
    name: '演示支部',
    place: communities[0] as string,
    form: 'own',
    body: testUscc(1),
    formalMembers: 5,
    foundedOn: '2022-07-01',
  }
  await told(party, 'party-organisations', own)
  const grown = await told(party, 'party-organisations', { ...own, formalMembers: 8 })
  expect(changes(grown)).toEqual({ compared: true, changed: ['正式党员人数：5 → 8'] })
  const sent = await told(party, 'party-coverage', {
    compound: compoundCode(0, 2),
    how: 'instructor',
    instructor: '演示乙',
    phone: '13800000002',
    from: '2022-07-01',
  })
  expect(sent.cells.map(({ after }) => after)).toEqual(expect.arrayContaining(['演**', '138****0002']))
})
