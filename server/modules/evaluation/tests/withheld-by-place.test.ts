import { afterAll, beforeAll, expect, test } from 'vitest'
import { getSubjectScore, listScores } from '../../../../contracts/evaluation/staff.ts'
import { perform } from '../../../access/action.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { recordPlacesAction } from '../../organisations/index.ts'
import { openAndScore, type SmallCity, smallCity } from '../testing/small-city.ts'

let app: TestApp
let city: SmallCity
let roundId: string
let elsewhere: string
beforeAll(async () => {
  app = await testApp()
  city = await smallCity(app)
  await perform(await city.people.city.ctx(), recordPlacesAction, [
    {
      row: 2,
      cells: {
        code: '150205000000',
        name: '石拐区',
        kind: 'district',
        parent: '150200000000',
        inBuiltUpArea: true,
        validFrom: '2020-01-01',
      },
    },
  ])
  const { rows } = await app.database.pool.query<{ id: string }>(
    `SELECT id FROM organisations.place WHERE code = '150205000000'`,
  )
  elsewhere = rows[0]?.id ?? ''
  roundId = await openAndScore(app, city.people.city)
}, 60_000)
afterAll(() => app.close())

const withheldFor = async (person: Person, name = '幸福花园', kind = 'compound' as const) => {
  const listed = await city.people.city.call(listScores, { params: { id: roundId }, query: { kind } })
  const subjectId = listed.body.rows.find((row) => row.name === name)?.subjectId ?? ''
  const { status, body } = await person.call(getSubjectScore, { params: { id: roundId, subjectId } })
  expect(status).toBe(200)
  return body.rows.filter(({ withheld }) => withheld).length
}

test('rows that tell of persons are open by the place of the subject, not to whoever may see such rows somewhere', async () => {
  const watcher = { role: 'association', placeId: app.cityId } as const
  const foreign = await app.person(watcher, { role: 'evaluator', placeId: elsewhere })
  const here = await app.person(watcher, { role: 'evaluator', placeId: city.districtId })
  expect(await withheldFor(await app.person(watcher))).toBeGreaterThan(0)
  expect(await withheldFor(foreign)).toBeGreaterThan(0)
  expect(await withheldFor(here)).toBe(0)
})

test('the firm sees the persons of its own projects, and so does the committee of the compound; the head of another firm does not', async () => {
  expect(await withheldFor(city.people.firmA)).toBe(0)
  expect(await withheldFor(city.people.committee)).toBe(0)
  const other = await app.person(
    { role: 'association', placeId: app.cityId },
    { role: 'enterprise', bodyId: city.firmB },
  )
  expect(await withheldFor(other)).toBeGreaterThan(0)
})
