import { afterAll, beforeAll, expect, test } from 'vitest'
import { type City, openCity } from '../faults/city/city.ts'
import { killMidGrading } from '../faults/scenarios/kill-mid-grading.ts'

let city: City
beforeAll(async () => {
  city = await openCity()
}, 180_000)
afterAll(() => city.close())

test('二十人同时评分时断电: every acknowledged grade is there, none twice; what is synced twice counts once', async () => {
  const { grades } = await killMidGrading.once(city, 2)
  expect(grades).toBeGreaterThan(20)
}, 180_000)
