import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadNotice } from '../../../../contracts/calendar/staff.ts'
import { listNotices } from '../../../../contracts/notices/staff.ts'
import { noticeOf2027 } from '../../calendar/tests/notice-of-2027.ts'
import { moderatedCity, type PublishedCity } from './published-city.ts'

let city: PublishedCity
beforeAll(async () => {
  city = await moderatedCity()
})
afterAll(() => city.close())

const term = async () =>
  (
    await city.app.database.pool.query(
      `SELECT p.due_on AS "dueOn", p.due_provisional AS provisional, round.stage_due_on AS "roundDueOn",
        round.stage_due_provisional AS "roundProvisional" FROM publicity.publication p JOIN evaluation.round round ON round.id = p.round_id
        WHERE p.kind = 'publicity'`,
    )
  ).rows[0]

test('a publication into a year without a notice is due provisionally; loading the notice moves it with its round, and who may appeal is told', async () => {
  await city.at('2026-12-29T09:00:00+08:00')
  expect(await city.advance('moderation')).toBe(200)
  const before = await term()
  expect(before).toMatchObject({ dueOn: null, roundDueOn: null })
  expect(before.provisional).toBe(before.roundProvisional)
  expect(before.provisional).toMatch(/^2027-01-/)
  const { rows } = await city.app.database.pool.query<{ id: string }>(
    `SELECT id FROM organisations.body WHERE kind = 'enterprise'`,
  )
  const firm = await city.app.person({ role: 'enterprise', bodyId: rows[0]?.id ?? '' })
  const admin = await city.app.person({ role: 'system-admin', placeId: city.app.cityId })
  const loaded = await admin.call(loadNotice, { body: { text: noticeOf2027(), replaces: 0 } })
  expect(loaded.status).toBe(200)
  const after = await term()
  expect(after).toMatchObject({ provisional: null, roundProvisional: null })
  expect(after.dueOn).toBe(after.roundDueOn)
  expect(after.dueOn).toMatch(/^2027-01-/)
  await expect
    .poll(async () => (await firm.call(listNotices)).body.rows.map(({ zh }) => zh), { timeout: 10_000 })
    .toContainEqual(
      expect.stringContaining(`公示和申诉期的最后一天由 ${before.provisional}（暂定）改为 ${after.dueOn}`),
    )
})
