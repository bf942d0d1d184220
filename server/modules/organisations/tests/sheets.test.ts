import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '../../../platform/problems/refusal.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import type { Cell, SheetKind } from '../../sheet-kind.ts'
import { bodySheet } from '../actions/record-bodies.ts'
import { committeeSheet } from '../actions/record-committees.ts'
import { contractSheet } from '../actions/record-contracts.ts'
import { enterpriseSheet } from '../actions/record-enterprises.ts'
import { postSheet } from '../actions/record-posts.ts'
import { staffSheet } from '../actions/record-staffing.ts'
import { communities, compoundCode, district, layGround, record, testUscc } from './ground.ts'

let app: TestApp
let city: Person
let party: Person

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  party = await app.person({ role: 'party-department', placeId: app.cityId })
  await layGround(city, 3)
})
afterAll(() => app.close())

/** The Chinese sentences with which rows are refused. */
async function refusals(person: Person, kind: SheetKind, cells: Record<string, Cell>[]): Promise<string> {
  try {
    await record(person, kind, cells)
  } catch (fault) {
    if (fault instanceof Refusal)
      return fault.others.map((o) => `${o.where.row}/${o.where.field}: ${o.zh}`).join('\n')
    throw fault
  }
  throw new Error('nothing was refused')
}

async function twice(person: Person, kind: SheetKind, cells: Record<string, Cell>[]) {
  const first = await record(person, kind, cells)
  const second = await record(person, kind, cells)
  expect(new Set(first.rows.map((r) => r.outcome))).toEqual(new Set(['created']))
  expect(new Set(second.rows.map((r) => r.outcome))).toEqual(new Set(['unchanged']))
  expect(second.rows.map((r) => r.id)).toEqual(first.rows.map((r) => r.id))
}

const enterprise = (n: number, name = `演示物业${n}`) => ({
  uscc: testUscc(n),
  name,
  kind: 'enterprise',
  seat: district,
  validFrom: '2015-06-01',
})
const contract = (n: number, compound: string, from: string, to: string | null) => ({
  uscc: testUscc(n),
  compound,
  number: `WY-${n}`,
  from,
  to,
})
const committee = (compound: string, electedOn: string, renewal = false) => ({
  compound,
  name: '演示业委会',
  kind: 'owners-committee',
  seats: 5,
  electedOn,
  filedOn: electedOn,
  renewal,
  termEndsOn: '2029-01-01',
})

test('enterprises: the same sheet twice changes nothing, a new name is a change of the same enterprise', async () => {
  await twice(city, enterpriseSheet, [enterprise(1), enterprise(2)])
  const renamed = await record(city, enterpriseSheet, [enterprise(1, '演示物业一号'), enterprise(2)])
  expect(renamed.rows.map((r) => r.outcome)).toEqual(['changed', 'unchanged'])
})

test('a credit code with a slip of the pen is refused with the reason (GB 32100), and nothing of the sheet is saved', async () => {
  const good = testUscc(9)
  const slipped = `${good.slice(0, 17)}${good.endsWith('1') ? '2' : '1'}`
  const said = await refusals(city, enterpriseSheet, [
    enterprise(8),
    { ...enterprise(9), uscc: slipped },
    { ...enterprise(9), uscc: good.slice(0, 17) },
    { ...enterprise(9), uscc: `${good.slice(0, 17)}O` },
  ])
  expect(said).toContain('3/uscc: “')
  expect(said).toContain('校验位（第18位）不符')
  expect(said).toContain('应为18位')
  expect(said).toContain('把数字写成了字母')
  const saved = await app.database.pool.query('SELECT 1 FROM organisations.body WHERE uscc = $1', [
    testUscc(8),
  ])
  expect(saved.rowCount).toBe(0)
})

test('departments, associations and residents committees; a residents committee belongs to a community', async () => {
  await twice(city, bodySheet, [
    { kind: 'department', name: '演示住建局', uscc: null, place: district, validFrom: '2020-01-01' },
    {
      kind: 'residents-committee',
      name: '第1社区居委会',
      uscc: null,
      place: communities[0] as string,
      validFrom: '2020-01-01',
    },
    { kind: 'association', name: '演示协会', uscc: testUscc(50), place: district, validFrom: '2020-01-01' },
  ])
  const said = await refusals(city, bodySheet, [
    { kind: 'residents-committee', name: '某居委会', uscc: null, place: district, validFrom: '2020-01-01' },
  ])
  expect(said).toContain('须填写社区一级的区划代码')
})

test('two providers of one compound at the same time are refused; the next day after the first one ended is free', async () => {
  const first = contract(1, compoundCode(0, 1), '2024-01-01', '2025-12-31')
  await twice(city, contractSheet, [first, contract(1, compoundCode(0, 2), '2024-01-01', null)])
  const said = await refusals(city, contractSheet, [
    contract(2, compoundCode(0, 1), '2025-12-31', null),
    contract(2, compoundCode(0, 2), '2025-01-01', null),
  ])
  expect(said).toContain('2/compound')
  expect(said).toContain('演示物业一号，2024-01-01 至 2025-12-31')
  expect(said).toContain('3/compound')
  const next = await record(city, contractSheet, [contract(2, compoundCode(0, 1), '2026-01-01', null)])
  expect(next.rows[0]?.outcome).toBe('created')
  const kept = await app.database.pool.query<{ valid_to: string }>(
    'SELECT valid_to FROM organisations.service_contract WHERE number = $1 AND valid_to IS NOT NULL',
    ['WY-1'],
  )
  expect(kept.rows[0]?.valid_to).toBe('2026-01-01')
})

test('overlaps inside one sheet are refused too, and a change of provider in one sheet is not', async () => {
  const at = compoundCode(0, 3)
  const both = await refusals(city, contractSheet, [
    contract(1, at, '2024-01-01', null),
    contract(2, at, '2025-01-01', null),
  ])
  expect(both.split('\n')).toHaveLength(2)
  const handed = await record(city, contractSheet, [
    contract(1, at, '2024-01-01', '2024-12-31'),
    contract(2, at, '2025-01-01', null),
  ])
  expect(handed.rows).toHaveLength(2)
})

test('a compound outside the jurisdiction is refused by name', async () => {
  const { rows } = await app.database.pool.query<{ id: string }>(
    'SELECT id FROM organisations.place WHERE code = $1',
    [communities[1]],
  )
  const neighbour = await app.person({ role: 'street-official', placeId: rows[0]?.id ?? '' })
  expect(
    await refusals(neighbour, contractSheet, [contract(1, compoundCode(0, 1), '2028-01-01', null)]),
  ).toContain('不在您的管辖范围内')
})

test('a committee sits until the next election; a second one that is no renewal is refused (6.1.4)', async () => {
  const at = compoundCode(0, 1)
  await twice(city, committeeSheet, [committee(at, '2021-03-01')])
  expect(await refusals(city, committeeSheet, [committee(at, '2026-03-01')])).toContain('若是换届请注明')
  await record(city, committeeSheet, [committee(at, '2026-03-01', true)])
  const { rows } = await app.database.pool.query(
    'SELECT valid_from, valid_to FROM organisations.published_committee ORDER BY elected_on',
  )
  expect(rows).toEqual([
    { valid_from: '2021-03-01', valid_to: '2026-03-01' },
    { valid_from: '2026-03-01', valid_to: null },
  ])
})

const post = (more: Record<string, Cell>) => ({
  body: testUscc(2),
  compound: null,
  name: '演示甲',
  phone: '13800001234',
  role: 'enterprise-head',
  from: '2026-01-02',
  to: null,
  partyStatus: null,
  attestedBy: null,
  attestedOn: null,
  ...more,
})

test('posts: persons are kept sealed and masked, and one person in two posts is one person', async () => {
  await twice(city, postSheet, [
    post({}),
    post({ role: 'project-head', compound: compoundCode(0, 1) }),
    post({
      body: compoundCode(0, 1),
      role: 'committee-member',
      name: '演示乙',
      phone: null,
      from: '2026-03-01',
    }),
  ])
  const { rows } = await app.database.pool.query(
    'SELECT name_mask, phone_mask, name_sealed FROM organisations.person ORDER BY phone_mask',
  )
  expect(rows.map((r) => [r.name_mask, r.phone_mask])).toEqual([
    ['演**', '138****1234'],
    ['演**', null],
  ])
  expect(JSON.stringify(rows)).not.toContain('演示')
})

test('a phone that becomes known later completes the same person', async () => {
  const later = await record(city, postSheet, [
    post({
      body: compoundCode(0, 1),
      role: 'committee-member',
      name: '演示乙',
      phone: '13900005678',
      from: '2026-03-01',
    }),
  ])
  expect(later.rows[0]?.outcome).toBe('unchanged')
  const { rows } = await app.database.pool.query(
    'SELECT count(*)::integer AS n, max(phone_mask) FILTER (WHERE phone_mask LIKE $1) AS mask FROM organisations.person',
    ['139%'],
  )
  expect(rows[0]).toEqual({ n: 2, mask: '139****5678' })
})

test('two people who record the same new person at once make one person', async () => {
  const body = (n: number) =>
    post({ body: testUscc(n), name: '演同时', phone: '13812340000', from: '2026-02-01' })
  await Promise.all([record(city, postSheet, [body(1)]), record(city, postSheet, [body(2)])])
  const { rows } = await app.database.pool.query(
    'SELECT count(*)::integer AS posts, count(DISTINCT person_id)::integer AS persons FROM organisations.post WHERE valid_from = $1',
    ['2026-02-01'],
  )
  expect(rows).toEqual([{ posts: 2, persons: 1 }])
})

test('Party status is attested by the Party organisation: a bureau may not write it, and a blank never takes it back', async () => {
  const attested = post({ partyStatus: 'member', attestedBy: '演示党委', attestedOn: '2026-05-01' })
  expect(await refusals(city, postSheet, [attested])).toContain('政治面貌须由党组织')
  expect(await refusals(party, postSheet, [{ ...attested, attestedBy: null }])).toContain(
    '须写明确认的党组织和确认日期',
  )
  expect((await record(party, postSheet, [attested])).rows[0]?.outcome).toBe('changed')
  expect((await record(city, postSheet, [post({})])).rows[0]?.outcome).toBe('unchanged')
})

test('a role belongs to a kind of body, and a head of project to a compound that the enterprise serves (6.1.6)', async () => {
  const said = await refusals(city, postSheet, [
    post({ role: 'committee-chair' }),
    post({ role: 'project-head' }),
    post({ body: testUscc(1), role: 'project-head', compound: compoundCode(1, 1) }),
    post({ phone: '12345' }),
  ])
  expect(said).toContain('“业委会主任”应任职于业主委员会、物业管理委员会')
  expect(said).toContain('项目负责人须填写小区代码')
  expect(said).toContain('没有服务于小区')
  expect(said).toContain('不是11位手机号码')
})

test('4.4.2: a firm seats nobody in the committee of a compound it serves, nor the committee anybody in the firm', async () => {
  const at = compoundCode(0, 1)
  const { rows } = await app.database.pool.query<{ firm: string; committee: string }>(
    `SELECT (SELECT id FROM organisations.body WHERE uscc = $1) AS firm,
      (SELECT body_id FROM organisations.published_committee WHERE valid_to IS NULL) AS committee`,
    [testUscc(2)],
  )
  const firm = await app.person({ role: 'enterprise', bodyId: rows[0]?.firm ?? '' })
  const owners = await app.person({ role: 'committee', bodyId: rows[0]?.committee ?? '' })
  const seat = post({ body: at, compound: at, role: 'committee-member', from: '2026-04-01' })
  const head = post({ role: 'project-head', compound: at, name: '演示丙', phone: null, from: '2026-04-01' })
  expect(await refusals(firm, postSheet, [seat])).toContain('2/body')
  expect(await refusals(owners, postSheet, [head])).toContain('2/body')
  expect((await record(owners, postSheet, [seat])).rows[0]?.outcome).toBe('created')
  expect((await record(firm, postSheet, [head])).rows[0]?.outcome).toBe('created')
})

test('staffing keeps every count by its day (6.1.6)', async () => {
  const cells = (asOf: string, actual: number) => ({
    compound: compoundCode(0, 1),
    kind: 'security',
    contracted: 6,
    actual,
    asOf,
  })
  await twice(city, staffSheet, [cells('2025-12-31', 4)])
  await record(city, staffSheet, [cells('2026-09-30', 6)])
  expect((await record(city, staffSheet, [cells('2026-09-30', 5)])).rows[0]?.outcome).toBe('changed')
  expect(await refusals(city, staffSheet, [cells('2030-01-01', 5)])).toContain('在今天之后')
})
