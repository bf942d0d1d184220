import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createCommittee,
  createCompound,
  createContract,
  createEnterprise,
  createPost,
} from '../../../../contracts/organisations/staff.ts'
import {
  evaluateRound,
  getPoint,
  getRound,
  listScores,
  openRound,
} from '../../../../contracts/evaluation/staff.ts'
import { perform } from '../../../access/action.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { recordPlacesAction } from '../../organisations/index.ts'

const uscc = '91350100M000100Y43'
let app: TestApp
let city: Person
let firm: string
let roundId: string

const place = (row: number, code: string, kind: string, parent: string) => ({
  row,
  cells: { code, name: `演示${kind}`, kind, parent, inBuiltUpArea: true, validFrom: '2020-01-01' },
})

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  const party = await app.person({ role: 'party-department', placeId: app.cityId })
  await perform(await city.ctx(), recordPlacesAction, [
    place(2, '150203000000', 'district', '150200000000'),
    place(3, '150203001000', 'street', '150203000000'),
    place(4, '150203001001', 'community', '150203001000'),
  ])
  const compound = '150203001001-0001'
  const profile = { type: 'existing', managementMode: 'enterprise', households: 600, buildings: 10 } as const
  const rest = {
    area: '60000',
    enclosure: 'closed',
    renovatedOn: null,
    committeeImpossibleReason: null,
  } as const
  await city.call(createCompound, {
    body: { community: '150203001001', name: '演示苑', validFrom: '2020-01-01', ...profile, ...rest },
  })
  const made = await city.call(createEnterprise, {
    body: { uscc, name: '演示物业', kind: 'enterprise', seat: '150203000000', validFrom: '2015-06-01' },
  })
  firm = made.body.id
  await city.call(createContract, { body: { uscc, compound, number: 'WY-1', from: '2024-01-01', to: null } })
  await city.call(createCommittee, {
    body: {
      compound,
      name: '演示业委会',
      kind: 'owners-committee',
      seats: 3,
      electedOn: '2025-01-01',
      filedOn: '2025-01-10',
      renewal: false,
      termEndsOn: null,
    },
  })
  const attested = { attestedBy: '演示党委', attestedOn: '2025-02-01' }
  const seat = { body: compound, compound: null, phone: null, role: 'committee-member', to: null } as const
  for (const [name, partyStatus] of [
    ['演示甲', 'member'],
    ['演示乙', 'no'],
  ] as const)
    await party.call(createPost, { body: { ...seat, name, from: '2025-01-01', partyStatus, ...attested } })
  const opened = await city.call(openRound, { body: { year: 2026, name: '年度评价', placeId: app.cityId } })
  roundId = opened.body.id
  await city.call(evaluateRound, { params: { id: roundId }, body: {} })
  while (!(await city.call(getRound, { params: { id: roundId } })).body.run?.finishedAt)
    await new Promise((next) => setTimeout(next, 20))
})
afterAll(() => app.close())

async function shareOpenedBy(person: Person) {
  const list = await person.call(listScores, { params: { id: roundId }, query: { kind: 'compound' } })
  const subjectId = list.body.rows[0]?.subjectId as string
  return (await person.call(getPoint, { params: { id: roundId, subjectId, row: '1-04' } })).body
}

test('4.4.3: who of a committee is a Party member stands behind the point only for those who may see it at the post', async () => {
  const seen = await shareOpenedBy(city)
  expect(seen.records.map((r) => r.counted).toSorted((a, b) => Number(a) - Number(b))).toEqual([false, true])
  const opened = await shareOpenedBy(await app.person({ role: 'enterprise', bodyId: firm }))
  expect([opened.row.reading, opened.records]).toEqual([
    { numerator: '1', denominator: '2', value: null },
    [],
  ])
})
