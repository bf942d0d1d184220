import { afterAll, beforeAll, expect, test } from 'vitest'
import { type City, openCity } from '../faults/city/city.ts'
import { filedThrough } from '../faults/scenarios/kill-mid-intake.ts'

let city: City
beforeAll(async () => {
  city = await openCity()
}, 180_000)
afterAll(() => city.close())

test('居民登记诉求时断电: every acknowledged claim is there with its events, none twice, and sent again it is the same claim', async () => {
  const done = await filedThrough(city, 1, {
    claims: 200,
    cut: async () => {
      await city.server.kill()
      await city.server.start()
    },
  })
  expect(done.claims).toBe(200)
}, 180_000)
