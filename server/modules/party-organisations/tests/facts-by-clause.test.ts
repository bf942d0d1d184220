import { afterAll, beforeAll, expect, test } from 'vitest'
import { rows } from '../../../platform/database/database.ts'
import { Refusal } from '../../../platform/problems/refusal.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import type { SubjectKind } from '../../fact-source.ts'
import type { Cell } from '../../sheet-kind.ts'
import { bodySheet } from '../../organisations/actions/record-bodies.ts'
import { committeeSheet } from '../../organisations/actions/record-committees.ts'
import { compoundSheet } from '../../organisations/actions/record-compounds.ts'
import { contractSheet } from '../../organisations/actions/record-contracts.ts'
import { enterpriseSheet } from '../../organisations/actions/record-enterprises.ts'
import { placeSheet } from '../../organisations/actions/record-places.ts'
import { postSheet } from '../../organisations/actions/record-posts.ts'
import { staffSheet } from '../../organisations/actions/record-staffing.ts'
import { facts as organisationFacts } from '../../organisations/facts/index.ts'
import {
  communities,
  compoundCells,
  compoundCode,
  district,
  layGround,
  record,
  testUscc,
} from '../../organisations/tests/ground.ts'
import { coverageSheet } from '../actions/record-coverage.ts'
import { organisationSheet } from '../actions/record-organisations.ts'
import { facts as partyFacts } from '../facts/index.ts'
import { askedOf } from './asked.ts'

let app: TestApp
let bureau: Person
const organisations = organisationSheet({ limit: () => '3' })
const first = communities[0] as string
const rural = '150203001003'

const committee = (compound: string, electedOn: string, more: Record<string, Cell> = {}) => ({
  compound,
  name: '业委会',
  kind: 'owners-committee',
  seats: 5,
  electedOn,
  filedOn: electedOn,
  renewal: false,
  termEndsOn: null,
  ...more,
})
const post = (
  body: string,
  role: string,
  name: string,
  partyStatus: string | null,
  compound: string | null = null,
) => ({
  body,
  compound,
  name,
  phone: `1380000${String(nth++).padStart(4, '0')}`,
  role,
  from: '2025-05-01',
  to: null,
  partyStatus,
  attestedBy: partyStatus && '演示党委',
  attestedOn: partyStatus && '2025-06-01',
})
const organisation = (more: Record<string, Cell>) => ({
  name: '演示支部',
  place: district,
  form: 'own',
  body: testUscc(1),
  compound: null,
  formalMembers: 3,
  foundedOn: '2024-01-01',
  to: null,
  ...more,
})
let nth = 1

/** What a fact says of the place with this code: "3/5", "1", or undefined without a reading; 不适用 with its reason. */
async function reading(
  fact: string,
  kind: SubjectKind,
  code: string,
  rulings?: Record<string, unknown>,
): Promise<string | undefined> {
  const source = [...organisationFacts, ...partyFacts].find((one) => one.fact === fact)
  if (!source) throw new Error(fact)
  const found = await rows(app.database.db, source.readings(askedOf(kind, rulings)))
  const { rows: places } = await app.database.pool.query<{ id: string }>(
    'SELECT id FROM organisations.place WHERE code = $1',
    [code],
  )
  const mine = found.find((r) => r.subject_id === places[0]?.id)
  if (!mine) return undefined
  if (mine.not_applicable) return `${mine.numerator}/${mine.denominator} ${mine.not_applicable}`
  return mine.value ?? `${mine.numerator}/${mine.denominator}`
}

beforeAll(async () => {
  app = await testApp()
  bureau = await app.person(
    { role: 'city-official', placeId: app.cityId },
    { role: 'party-department', placeId: app.cityId },
  )
  await layGround(bureau, 5)
  await record(bureau, placeSheet, [
    {
      code: rural,
      name: '演示村',
      kind: 'community',
      parent: '150203001000',
      inBuiltUpArea: false,
      validFrom: '2020-01-01',
    },
  ])
  await record(bureau, compoundSheet, [
    { ...compoundCells(first, '自管院'), managementMode: 'self', code: `${first}-0101` },
    { ...compoundCells(first, '新交付苑'), committeeImpossible: '入住率不足', code: `${first}-0102` },
    { ...compoundCells(rural, '村边苑'), code: `${rural}-0001` },
  ])
  await record(bureau, bodySheet, [
    { kind: 'residents-committee', name: '居委会', uscc: null, place: first, validFrom: '2020-01-01' },
  ])
  await record(
    bureau,
    enterpriseSheet,
    [1, 2].map((n) => ({
      uscc: testUscc(n),
      name: `物业${n}`,
      kind: 'enterprise',
      seat: district,
      validFrom: '2015-01-01',
    })),
  )
  await record(
    bureau,
    contractSheet,
    [1, 2, 3].map((n) => ({
      uscc: testUscc(n === 3 ? 2 : 1),
      compound: compoundCode(0, n),
      number: 'WY',
      from: '2024-01-01',
      to: n === 3 ? '2025-12-31' : null,
    })),
  )
  await record(bureau, committeeSheet, [
    committee(compoundCode(0, 1), '2025-04-01'),
    committee(compoundCode(0, 2), '2025-04-01', { kind: 'property-management-committee' }),
    committee(compoundCode(0, 3), '2025-04-01', { filedOn: null }),
    committee(compoundCode(0, 4), '2025-04-01'),
  ])
  await record(bureau, postSheet, [
    ...['member', 'member', 'member', 'no', null].map((status, i) =>
      post(compoundCode(0, 1), i === 0 ? 'committee-chair' : 'committee-member', `演${i}`, status),
    ),
    ...['member', 'member', null, 'activist'].map((status, i) =>
      post(compoundCode(0, 4), 'committee-member', `示${i}`, status),
    ),
    post(testUscc(1), 'project-head', '演甲', 'activist', compoundCode(0, 1)),
    post(testUscc(1), 'project-head', '演乙', null, compoundCode(0, 2)),
  ])
})
afterAll(() => app.close())

test('1-01 “项目负责人是党员或入党积极分子”: attested counts, 未提供 has no reading, no head is a no (4.5.1)', async () => {
  expect(await reading('head-party-standing', 'compound', compoundCode(0, 1))).toBe('1')
  expect(await reading('head-party-standing', 'compound', compoundCode(0, 2))).toBeUndefined()
  expect(await reading('head-party-standing', 'compound', compoundCode(0, 3))).toBe('0')
  expect(await reading('project-head-in-post', 'compound', compoundCode(0, 2))).toBe('1')
})

test('1-03 “成立业委会”: a filed committee; a management committee by ruling C22; where impossible, not applicable (4.4.1)', async () => {
  expect(await reading('committee-formed', 'compound', compoundCode(0, 1))).toBe('1')
  expect(await reading('committee-formed', 'compound', compoundCode(0, 2))).toBe('1')
  expect(
    await reading('committee-formed', 'compound', compoundCode(0, 2), {
      'C22.managementCommitteeCounts': false,
    }),
  ).toBe('0')
  expect(await reading('committee-formed', 'compound', compoundCode(0, 3))).toBe('0')
  expect(await reading('committee-formed', 'compound', `${first}-0102`)).toBe(
    '0/0 暂不具备成立业主委员会的条件：入住率不足',
  )
})

test('1-04 “党员比例≥60%”: only attested members count, exactly; 0/0 without a committee; unread without a roster (4.4.3)', async () => {
  expect(await reading('committee-party-share', 'compound', compoundCode(0, 1))).toBe('3/5')
  expect(await reading('committee-party-share', 'compound', compoundCode(0, 4))).toBe('2/4')
  expect(await reading('committee-party-share', 'compound', compoundCode(0, 2))).toBeUndefined()
  expect(await reading('committee-party-share', 'compound', `${first}-0101`)).toBe('0/0')
})

test('3-09 leaves out compounds that cannot have a committee (C22) and villages (C35), and keeps self-managed ones (C37)', async () => {
  expect(await reading('committee-coverage', 'community', first)).toBe('3/6')
  expect(await reading('committee-coverage', 'community', rural)).toBe('0/0')
  expect(await reading('committee-coverage', 'street', '150203001000')).toBe('3/11')
})

test('3-10 compares 3 of 5 with the floor of 60% exactly (4.4.3)', async () => {
  expect(await reading('committees-with-party-share', 'community', first)).toBe('1/3')
})

test('1-14 caps each kind of post, so that a surplus of guards hides no lack of cleaners (6.1.6)', async () => {
  const staff = (kind: string, contracted: number, actual: number, asOf = '2025-10-01') => ({
    compound: compoundCode(0, 1),
    kind,
    contracted,
    actual,
    asOf,
  })
  await record(bureau, staffSheet, [
    staff('security', 6, 9),
    staff('cleaning', 4, 2),
    staff('cleaning', 4, 4, '2026-02-01'),
  ])
  expect(await reading('specialist-staffing', 'compound', compoundCode(0, 1))).toBe('8/10')
  expect(await reading('specialist-staffing', 'compound', compoundCode(0, 2))).toBeUndefined()
})

test('1-34’s gate: a contract to 31 December is still in force at the year’s end (6.5.3)', async () => {
  expect(await reading('professional-management', 'compound', compoundCode(0, 3))).toBe('1')
  expect(await reading('professional-management', 'compound', compoundCode(0, 4))).toBe('0')
})

test('单独组建 needs three full members (支部工作条例 art. 4; 4.5.1); with fewer a joint one is taken', async () => {
  const refused = await record(bureau, organisations, [organisation({ formalMembers: 2 })]).catch(
    (fault: unknown) => fault,
  )
  expect(refused instanceof Refusal && refused.others[0]?.zh).toContain(
    '正式党员 3 名以上（支部工作条例第四条；4.5.1），现有 2 名',
  )
  await record(bureau, organisations, [organisation({ form: 'joint', formalMembers: 2 })])
  const again = await record(bureau, organisations, [organisation({ form: 'joint', formalMembers: 2 })])
  expect(again.rows[0]?.outcome).toBe('unchanged')
})

test('4-07 counts an enterprise once, covered by an organisation or an instructor; 2-01 wants an organisation (4.5.1, C19)', async () => {
  expect(await reading('enterprise-party-coverage', 'district', district)).toBe('1/2')
  await record(bureau, coverageSheet, [
    {
      body: testUscc(2),
      compound: null,
      how: 'instructor',
      organisation: null,
      organisationPlace: null,
      instructor: '演指导',
      phone: '13911112222',
      from: '2025-03-01',
      to: null,
    },
  ])
  expect(await reading('enterprise-party-coverage', 'district', district)).toBe('2/2')
})

test('3-12 “同步建立”: within the days of the rule-book after the election, not later (6.1.4)', async () => {
  const founded = (compound: string, foundedOn: string) =>
    organisation({ name: `支部${compound}`, form: 'joint', body: compound, formalMembers: 1, foundedOn })
  await record(bureau, organisations, [
    founded(compoundCode(0, 1), '2025-06-30'),
    founded(compoundCode(0, 4), '2025-07-01'),
  ])
  expect(await reading('committees-founded-with-party-organisation', 'community', first)).toBe('1/3')
  expect(await reading('committees-with-party-coverage', 'community', first)).toBe('2/3')
  expect(await reading('committee-party-coverage', 'compound', compoundCode(0, 4))).toBe('1')
})

test('1-09 and 1-10: one person by name and phone in both bodies; the community is the compound’s own (5.2.1, 5.2.2)', async () => {
  const both = (body: string, role: string, compound: string | null = null) => ({
    ...post(body, role, '演交叉', null, compound),
    phone: '13700001111',
  })
  expect(await reading('cross-appointment', 'compound', compoundCode(0, 4))).toBe('0')
  await record(bureau, postSheet, [
    both(first, 'grid-party-member'),
    both(compoundCode(0, 4), 'committee-party-member'),
  ])
  expect(await reading('cross-appointment', 'compound', compoundCode(0, 4))).toBe('1')
  expect(await reading('cross-appointment', 'compound', compoundCode(0, 1))).toBe('0')
  await record(bureau, postSheet, [
    both(compoundCode(0, 4), 'committee-member'),
    both(first, 'community-part-time-member'),
    both(testUscc(1), 'project-head', compoundCode(0, 2)),
  ])
  expect(await reading('part-time-members-held', 'compound', compoundCode(0, 4))).toBe('1')
  expect(await reading('part-time-members-held', 'compound', compoundCode(0, 1))).toBe('0')
})
