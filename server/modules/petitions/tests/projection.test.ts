import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { limitClasses } from '../../../../contracts/petitions/words.ts'
import { visitor } from '../../../access/actor.ts'
import { advance } from '../actions/advance.ts'
import { eventOf, type Hands, turns } from '../rules/testing/random-claims.ts'
import { type DueCity, dueCity } from './due-city.ts'

let here: DueCity
beforeAll(async () => {
  here = await dueCity('2026-01-05T09:00:00+08:00')
}, 60_000)
afterAll(() => here.app.close())

test('whatever happens to claims, by hand and by the sweep, each stored row is what its events add up to', async () => {
  const { app, city, clock, means } = here
  const hands: Hands = {
    firm: here.firm,
    otherFirm: { level: 'project', bodyId: city.firmB, placeId: null },
    office: (level) => ({
      level,
      bodyId: null,
      placeId: level === 'street' ? city.streetId : city.communityId,
    }),
  }
  const start = fc
    .integer({ min: 0, max: 280 })
    .map((day) => Date.parse('2026-01-05T01:00:00Z') + day * 86_400_000)
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(start, fc.constantFrom(...limitClasses), turns, async (from, limitClass, all) => {
      clock.moveTo(new Date(from).toISOString())
      const [id = ''] = await here.file(1, { limitClass })
      for (const turn of all) {
        clock.moveTo(new Date(clock.now().getTime() + turn.hours * 3_600_000).toISOString())
        if (turn.what === 'look') await app.petitions.sweep(app.context)
        else
          await app.database.db.transaction().execute(async (db) => {
            const ctx = { ...app.context, db, actor: visitor(clock.today()) }
            await advance(ctx, means, id, ({ claim, now, reading }) => {
              const event = eventOf(claim, turn, now, reading, hands)
              return event ? [event] : []
            })
          })
      }
      for (const { kind } of await here.after(id)) seen.add(kind)
    }),
    { numRuns: 25, seed: 20 },
  )
  expect(await here.unlikeTheirEvents()).toEqual([])
  expect([...seen]).toEqual(expect.arrayContaining(['climbed', 'warned', 'answered', 'closed', 'reopened']))
  const { rows } = await app.database.pool.query(
    `SELECT claim_id, cycle, count(*)::integer AS n, count(DISTINCT level)::integer AS levels FROM petitions.climb
      GROUP BY 1, 2 HAVING count(*) <> count(DISTINCT level)`,
  )
  expect(rows).toEqual([])
}, 120_000)
