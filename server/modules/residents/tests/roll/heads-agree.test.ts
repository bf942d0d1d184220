import fc from 'fast-check'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, type TestApp, testApp } from '../../../../platform/testing/app.ts'
import { createCompound } from '../../../../../contracts/organisations/staff.ts'
import { recordPlacesAction } from '../../../organisations/index.ts'
import { perform } from '../../../../access/action.ts'
import { standings, uses } from '../../../../../contracts/residents/roll-words.ts'
import { headsOf } from '../../queries/roll/heads.ts'
import { type Counted, countHeads, type Head } from '../../rules/roll/count-heads.ts'
import { insertDwellings } from '../../storage/roll/dwellings.ts'
import { insertOwnerships } from '../../storage/roll/holdings.ts'

let app: TestApp
let city: Person
let compoundId: string
const partyIds = Array.from({ length: 5 }, () => uuid())

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  const place = (code: string, name: string, kind: string, parent: string) => ({
    code,
    name,
    kind,
    parent,
    inBuiltUpArea: true,
    validFrom: '2020-01-01',
  })
  const ground = [
    place('150203000000', '昆都仑区', 'district', '150200000000'),
    place('150203001000', '少先路街道', 'street', '150203000000'),
    place('150203001001', '第一社区', 'community', '150203001000'),
  ]
  await perform(
    await city.ctx(),
    recordPlacesAction,
    ground.map((cells, i) => ({ row: i + 2, cells })),
  )
  const made = await city.call(createCompound, {
    body: {
      community: '150203001001',
      name: '演示苑',
      type: 'existing',
      managementMode: 'enterprise',
      households: 600,
      buildings: 10,
      area: '60000',
      enclosure: 'closed',
      renovatedOn: null,
      committeeImpossibleReason: null,
      validFrom: '2020-01-01',
    },
  })
  compoundId = made.body.id
  for (const id of partyIds)
    await app.database.pool.query(
      `INSERT INTO residents.party (id, kind, name_sealed, name_mark, name_mask) VALUES ($1, 'person', '', $2, '演**')`,
      [id, id],
    )
})
afterAll(() => app.close())

const dwellings = fc.array(
  fc.record({
    use: fc.constantFrom(...uses),
    standing: fc.constantFrom(...standings),
    areaCenti: fc.integer({ min: 1, max: 20_000_000 }),
    ownerIds: fc.subarray(partyIds),
  }),
  { maxLength: 25 },
)

/** Without order, and with totals that must be exact. */
const plain = (heads: readonly Head[]) =>
  heads
    .map((head) => ({ ...head, dwellingIds: [...head.dwellingIds].sort() }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))

test('heads and areas by the set-based statement are those of the rule (解释第九条), with and without parking bays', async () => {
  await fc.assert(
    fc.asyncProperty(dwellings, fc.boolean(), async (drawn, countParking) => {
      const roll: Counted[] = drawn.map((one) => ({ ...one, id: uuid() }))
      const { db, pool } = app.database
      await pool.query('DELETE FROM residents.ownership')
      await pool.query('DELETE FROM residents.dwelling')
      await insertDwellings(
        db,
        roll.map(({ ownerIds: _, ...one }, i) => ({
          ...one,
          compoundId,
          code: `${i}`,
          unitNumber: null,
          building: '1',
          entrance: '',
          room: `${i}`,
          areaSource: 'register' as const,
          validFrom: '2020-01-01',
        })),
      )
      await insertOwnerships(
        db,
        roll.flatMap(({ id, ownerIds }) =>
          ownerIds.map((partyId) => ({
            dwellingId: id,
            partyId,
            share: null,
            from: '2020-01-01',
            reason: '导入',
          })),
        ),
      )
      expect(plain(await headsOf(db, compoundId, countParking))).toEqual(
        plain(countHeads(roll, countParking)),
      )
    }),
    { numRuns: 60 },
  )
})
