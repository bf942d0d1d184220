import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimStatistics, claimsBehind, measureIds } from '../../../../contracts/petitions/statistics.ts'
import { one, rows } from '../../../platform/database/database.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { askedOf } from '../../party-organisations/tests/asked.ts'
import { dice, generateCity } from '../../party-organisations/tests/generated-city.ts'
import { dispatchedSolved } from '../facts/localities.ts'
import { callToSpot, massIncident } from './calls-and-incidents.ts'
import { anyCourse, file, groundsOf, pastClaim, testCategories } from './random-past.ts'

let app: TestApp
let city: Person
const year = { from: '2025-01-01', to: '2025-12-31' }

beforeAll(async () => {
  app = await testApp()
  await generateCity(app, { districts: 2, compoundsEach: 12, enterprises: 4 })
  await testCategories(app)
  const grounds = await groundsOf(app)
  const d = dice(5)
  await file(
    app,
    Array.from({ length: 800 }, () => pastClaim(anyCourse(d), d.of(grounds))),
  )
  for (let i = 0; i < 40; i++) await callToSpot(app, d, d.of(grounds))
  for (const { placeId } of grounds.slice(0, 5)) await massIncident(app, placeId, '2025-05-15')
  city = await app.person({ role: 'city-official', placeId: app.cityId })
}, 60_000)
afterAll(() => app.close())

test('figures of every kind of subject, each with the claims behind it that add up', async () => {
  for (const by of ['compound', 'enterprise', 'community', 'street', 'district'] as const) {
    const { status, body } = await city.call(claimStatistics, {
      query: { ...year, by, limit: '200' },
    })
    expect([by, status]).toEqual([by, 200])
    expect(body.rows.length).toBeGreaterThan(1)
    const [row] = body.rows
    if (!row) throw new Error('no row')
    for (const measure of measureIds) {
      const asked = {
        ...year,
        by,
        place: row.placeId,
        ...(row.bodyId ? { body: row.bodyId } : {}),
        measure,
        limit: '200',
      }
      const behind = await city.call(claimsBehind, { query: asked })
      expect([measure, behind.status]).toEqual([measure, 200])
      const whole = behind.body.next === null
      if (whole) expect(behind.body.rows.length, `${by} ${measure}`).toBe(row.measures[measure]?.among)
      if (whole)
        expect(behind.body.rows.filter((r) => r.counted).length, `${by} ${measure}`).toBe(
          row.measures[measure]?.counted,
        )
    }
  }
})

test('a street’s figure is the fact that 3-17 reads', async () => {
  const { body } = await city.call(claimStatistics, {
    query: { ...year, by: 'street', limit: '200' },
  })
  const facts = await rows(app.database.db, dispatchedSolved.readings(askedOf('street')))
  for (const row of body.rows) {
    const fact = facts.find((f) => f.subject_id === row.placeId)
    expect([row.measures.dueSolved?.counted, row.measures.dueSolved?.among]).toEqual([
      fact?.numerator,
      fact?.denominator,
    ])
  }
})

test('calls, incidents and what was left out stand beside', async () => {
  const { body } = await city.call(claimStatistics, { query: { ...year, by: 'district' } as never })
  const sum = (of: (row: (typeof body.rows)[0]) => number) => body.rows.reduce((all, row) => all + of(row), 0)
  expect(sum((row) => row.massIncidents)).toBe(5)
  expect(sum((row) => row.calls.among)).toBeGreaterThan(20)
  expect(sum((row) => row.excluded.malicious ?? 0)).toBeGreaterThan(0)
})

test('pages follow one another, and a district official sees nothing of another district', async () => {
  const first = await city.call(claimStatistics, { query: { ...year, by: 'compound', limit: '5' } as never })
  const second = await city.call(claimStatistics, {
    query: { ...year, by: 'compound', limit: '5', after: first.body.next ?? '' } as never,
  })
  const ids = [...first.body.rows, ...second.body.rows].map((row) => row.placeId)
  expect(new Set(ids).size).toBe(10)
  const { id } = await one(
    app.database.db,
    sql<{ id: string }>`SELECT id FROM organisations.place WHERE kind = 'district' ORDER BY code LIMIT 1`,
  )
  const official = await app.person({ role: 'district-official', placeId: id })
  const { body } = await official.call(claimStatistics, { query: { ...year, by: 'district' } as never })
  expect(body.rows.map((row) => row.placeId)).toEqual([id])
})
