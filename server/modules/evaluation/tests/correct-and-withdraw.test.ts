import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  declareFact,
  getDeclaredFact,
  listDeclaredFacts,
  withdrawFact,
} from '../../../../contracts/evaluation/staff.ts'
import { perform } from '../../../access/action.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { recordPlacesAction } from '../../organisations/index.ts'

let app: TestApp
let city: Person
const about = {
  year: 2026,
  fact: 'district-three-party-agreements',
  place: '150203000000',
  provenance: 'declared' as const,
}

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  await perform(await city.ctx(), recordPlacesAction, [
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
})
afterAll(async () => await app.close())

test('a correction says why, and the earlier version stays with its reason', async () => {
  const first = await city.call(declareFact, { body: { ...about, numerator: '14', denominator: '20' } })
  const wordless = await city.call(declareFact, { body: { ...about, numerator: '12', denominator: '20' } })
  expect(wordless.status).toBe(422)
  expect(wordless.body).toMatchObject({ errors: [{ field: 'reason' }] })
  const reason = '录入时把两个小区算重了'
  await city.call(declareFact, { body: { ...about, numerator: '12', denominator: '20', reason } })
  const { body } = await city.call(getDeclaredFact, { params: { id: first.body.id } })
  expect(body).toMatchObject({ numerator: '12', reason, earlier: [{ said: '14/20', reason: '' }] })
})

test('a fact that should not stand is withdrawn with a reason, leaves what it said, and can be said anew', async () => {
  const [row] = (await city.call(listDeclaredFacts, { query: { standing: 'counting' } })).body.rows
  const params = { id: row?.id ?? '' }
  expect((await city.call(withdrawFact, { params, body: { reason: '' } })).status).toBe(400)
  const outside = await app.person({ role: 'evaluator', placeId: app.cityId })
  expect((await city.call(withdrawFact, { params, body: { reason: '登记到了别的区' } })).status).toBe(200)
  expect((await outside.call(withdrawFact, { params, body: { reason: '再撤一次' } })).status).toBe(409)
  expect((await city.call(listDeclaredFacts, { query: { standing: 'counting' } })).body.rows).toEqual([])
  const { body } = await city.call(getDeclaredFact, { params })
  expect(body).toMatchObject({ standing: 'withdrawn', reason: '登记到了别的区', version: 3 })
  expect(body.earlier.map((version) => version.said)).toEqual(['12/20', '14/20'])
  const again = await city.call(declareFact, { body: { ...about, numerator: '13', denominator: '20' } })
  expect(again.status).toBe(200)
  const after = await city.call(getDeclaredFact, { params })
  expect(after.body).toMatchObject({ standing: 'ordinary', numerator: '13' })
  expect(after.body.earlier[0]?.said).toBe('已撤销')
})

test('an auditor sees a fact and does not withdraw it', async () => {
  const [row] = (await city.call(listDeclaredFacts, {})).body.rows
  const auditor = await app.person({ role: 'auditor', placeId: app.cityId })
  const tried = await auditor.call(withdrawFact, {
    params: { id: row?.id ?? '' },
    body: { reason: '不应撤销' },
  })
  expect(tried.status).toBe(403)
})
