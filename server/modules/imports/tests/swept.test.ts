import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../../contracts/imports/staff.ts'
import { perform } from '../../../access/action.ts'
import { movableClock } from '../../../platform/clock/movable-clock.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { travel } from '../../evaluation/testing/small-city.ts'
import { recordPlacesAction } from '../../organisations/index.ts'
import { compoundHead, compoundRow, ground } from './compound-rows.ts'
import { settled, upload, workbook } from './sheet-files.ts'

const clock = movableClock('2026-03-02T09:00:00+08:00')
let app: TestApp
let city: Person

beforeAll(async () => {
  app = await testApp({ clock })
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  await perform(await city.ctx(), recordPlacesAction, ground)
})
afterAll(() => app.close())

const bad = [compoundHead, compoundRow('甲苑'), compoundRow('')]
const sent = async (rows: Parameters<typeof workbook>[0]) => {
  const { body } = await upload(app.http, city, 'compounds', await workbook(rows))
  return (await settled(city, body.id)).id
}
const kept = async (id: string) => {
  const { rows } = await app.database.pool.query<{ findings: number; outcomes: number }>(
    `SELECT (SELECT count(*)::integer FROM imports.finding WHERE run_id = $1) AS findings,
      (SELECT count(*)::integer FROM imports.outcome WHERE run_id = $1) AS outcomes`,
    [id],
  )
  return rows[0]
}

test('results of a check that nobody confirmed go after 30 days with the file; receipts of what was imported stay', async () => {
  const unconfirmed = await sent(bad)
  const imported = await sent([compoundHead, compoundRow('乙苑'), compoundRow('')])
  const params = { id: imported }
  await city.call(contract.confirmRun, { params, body: { skipBad: true, decisions: {} } })
  expect(await settled(city, imported)).toMatchObject({ state: 'imported' })
  await travel(app, clock, '2026-03-31T09:00:00+08:00')
  const young = await sent([compoundHead, compoundRow('丙苑'), compoundRow('')])
  await app.imports.sweep(app.context)
  expect(await kept(unconfirmed)).toEqual({ findings: 1, outcomes: 1 })
  await travel(app, clock, '2026-04-02T09:00:00+08:00')
  await app.imports.sweep(app.context)
  expect(await kept(unconfirmed)).toEqual({ findings: 0, outcomes: 0 })
  expect(await kept(imported)).toEqual({ findings: 1, outcomes: 1 })
  expect(await kept(young)).toEqual({ findings: 1, outcomes: 1 })
  const { body: given } = await city.call(contract.getRun, { params: { id: unconfirmed } })
  expect(given).toMatchObject({
    state: 'discarded',
    problem: { zh: expect.stringContaining('30 天没有确认') },
  })
  const late = await city.call(contract.confirmRun, {
    params: { id: unconfirmed },
    body: { skipBad: true, decisions: {} },
  })
  expect(late).toMatchObject({ status: 409, body: { code: 'imports.not-checked' } })
  const { body: receipt } = await city.call(contract.getRun, { params })
  expect(receipt).toMatchObject({ state: 'imported', counts: { created: 1 } })
})
