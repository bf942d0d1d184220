import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advanceRound, declareFact, openRound } from '../../../../contracts/evaluation/staff.ts'
import { movableClock } from '../../../platform/clock/movable-clock.ts'
import { type TestApp, testApp } from '../../../platform/testing/app.ts'
import { holdRound, holdYears } from '../index.ts'
import { advanceTo, openAndScore, type SmallCity, smallCity } from '../testing/small-city.ts'
import { whileMoving } from '../testing/while-moving.ts'

const clock = movableClock('2026-03-02T09:00:00+08:00')
let app: TestApp
let city: SmallCity
let roundId: string
beforeAll(async () => {
  app = await testApp({ clock })
  city = await smallCity(app)
  roundId = await openAndScore(app, city.people.city)
})
afterAll(() => app.close())

/** Begins to move the round while `work` holds it, and lets go a moment later. @returns the order in which both ended */
async function movedUnder(
  from: 'open' | 'facts',
  hold: (trx: TestApp['database']['db']) => Promise<unknown>,
) {
  const order: string[] = []
  let moving: Promise<unknown> = Promise.resolve()
  await app.database.db.transaction().execute(async (trx) => {
    await hold(trx)
    const body = { from, decision: '测试：不等待未完成的工作' }
    moving = city.people.city
      .call(advanceRound, { params: { id: roundId }, body })
      .then(({ status }) => order.push(`moved ${status}`))
    await new Promise((next) => setTimeout(next, 300))
    order.push('worked')
  })
  await moving
  return order
}

test('a round does not leave its stage while somebody acts by it: advancing waits for whoever holds the round', async () => {
  expect(await movedUnder('open', (trx) => holdRound(trx, roundId))).toEqual(['worked', 'moved 200'])
})

test('nor while facts of its year are being recorded', async () => {
  expect(
    await movedUnder('facts', async (trx) => {
      await holdYears(trx, [2026, 2026])
      // It goes with the next statement: what is read of the stage.
      await sql`SELECT state FROM evaluation.round`.execute(trx)
    }),
  ).toEqual(['worked', 'moved 200'])
})

test('whoever comes while it is being moved waits, and is answered by the stage that it came to', async () => {
  await advanceTo(app, clock, { bureau: city.people.city, roundId }, 'grading')
  const declared = {
    year: 2026,
    fact: '1-06',
    numerator: '9',
    denominator: '12',
    provenance: 'declared' as const,
  }
  const body = { ...declared, place: city.compounds[0]?.code ?? '' }
  const sent = await whileMoving(app, { id: roundId, year: 2026, to: 'moderation' }, () =>
    city.people.city.call(declareFact, { body }),
  )
  expect(sent.status).toBe(422)
  expect(JSON.stringify(sent.body)).toContain('复核')
})

test('6.8.2 一年评价一次: of two who open a round of one year and place at the same moment, the second is asked whether another is meant', async () => {
  const open = (name: string) =>
    city.people.city.call(openRound, { body: { year: 2025, name, placeId: app.cityId } })
  const both = await Promise.all([open('甲轮'), open('乙轮')])
  expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
})
