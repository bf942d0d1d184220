import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadNotice } from '../../../../contracts/calendar/staff.ts'
import { enrolled } from '../../../platform/testing/app.ts'
import { visitor } from '../../../access/actor.ts'
import { noticeOf2027 } from '../../calendar/tests/notice-of-2027.ts'
import { claimReminders } from '../actions/remind-handlers.ts'
import { type DueCity, dueCity } from './due-city.ts'

let here: DueCity
beforeAll(async () => {
  here = await dueCity('2026-12-30T09:00:00+08:00')
}, 60_000)
afterAll(() => here.app.close())

const rowOf = async (id: string) =>
  (
    await here.app.database.pool.query(
      'SELECT due_at, due_provisional, next_at, is_overdue, level FROM petitions.claim WHERE id = $1',
      [id],
    )
  ).rows[0]

test('6.4.2 c: by a provisional day nothing climbs; the year’s notice sets every clock, tells who moved, and then it climbs', async () => {
  const signed = {
    kind: 'signed' as const,
    at: here.clock.now().toISOString(),
    by: null,
    data: { inTime: true },
  }
  const [waiting = ''] = await here.file(1, { events: [signed] })
  const [settled = ''] = await here.file(1)
  expect(await rowOf(waiting)).toMatchObject({ due_at: null, due_provisional: '2027-01-07' })
  expect(await rowOf(settled)).toMatchObject({ due_at: '2026-12-31T16:00:00.000Z' })
  here.clock.moveTo('2027-01-20T09:00:00+08:00')
  await here.app.petitions.sweep(here.app.context)
  expect(await rowOf(waiting)).toMatchObject({ is_overdue: false, level: 'project', next_at: null })

  const admin = await enrolled(
    await here.app.person({ role: 'system-admin', placeId: here.app.cityId }),
    here.clock,
  )
  const { status, body } = await admin.call(loadNotice, {
    body: { text: noticeOf2027(), replaces: 0 },
  })
  expect([status, body]).toEqual([200, expect.anything()])
  expect(await here.unlikeTheirEvents()).toEqual([])
  const moved = (await here.after(waiting)).at(-1)
  expect(moved).toMatchObject({ kind: 'term-moved', data: { clock: 'answer', before: '2027-01-07' } })
  expect((await rowOf(waiting)).due_at).not.toBeNull()
  await here.app.petitions.sweep(here.app.context)
  expect((await here.after(waiting)).slice(-2).map(({ kind }) => kind)).toEqual(['overdue', 'climbed'])
})

test('each morning a handler hears how many claims run out today and how many have run out', async () => {
  here.clock.moveTo('2026-11-23T09:00:00+08:00')
  await here.file(2)
  here.clock.moveTo('2026-11-20T09:00:00+08:00')
  await here.file(3)
  here.clock.moveTo('2026-11-24T08:00:00+08:00')
  const ctx = { ...here.app.context, actor: visitor('2026-11-24') }
  const tells = await claimReminders.due(ctx, '2026-11-24')
  expect(tells).toHaveLength(1)
  expect(tells[0]).toMatchObject({
    zh: '您有诉求2 件今天到期，3 件已经超期，请及时办理。',
    link: '/petitions/desk',
    key: `petitions.running-out.${here.city.firmA}.2026-11-24`,
  })
  expect(tells[0]?.to[0]).toMatchObject({ bodyId: here.city.firmA })
  expect(tells[0]?.to.filter((one) => 'placeId' in one)).toHaveLength(2)
})
