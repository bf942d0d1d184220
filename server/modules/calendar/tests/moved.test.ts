import { afterAll, beforeAll, expect, test } from 'vitest'
import { getNotice } from '../../../../contracts/calendar/staff.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { loadRulebook } from '../../../rulebook/load.ts'
import { addWorkingDays } from '../../../values/working-days.ts'
import type { DeadlineSource, Moved } from '../../deadline-source.ts'
import { loadNotice } from '../actions/load-notice.ts'
import { noticeOf2027 } from './notice-of-2027.ts'

let app: TestApp
let admin: Person
const shipped = loadRulebook().calendars

beforeAll(async () => {
  app = await testApp()
  admin = await app.person({ role: 'system-admin', placeId: app.cityId })
})
afterAll(() => app.close())

/** Terms of five working days from 4 February 2027: provisionally they end on the 15th, by the notice on the 18th. */
const terms = (count: number): DeadlineSource => ({
  name: 'terms',
  async recompute(_, calendar) {
    const { dueDate } = addWorkingDays(calendar, '2027-02-04', 5)
    return Array.from(
      { length: count },
      (_one, i): Moved => ({
        resource: 'terms.term',
        id: String(i),
        title: `第 ${i} 项的截止日`,
        titleEn: `Last day of ${i}`,
        link: `/terms/${i}`,
        before: '2027-02-15',
        wasProvisional: true,
        after: dueDate,
        isProvisional: false,
        tell: [{ accountId: admin.id }],
      }),
    )
  },
})

test('loading counts every running term again in its own transaction, tells each owner, and the receipt keeps the first 200', async () => {
  const load = loadNotice({ shipped, sources: () => [terms(250), terms(1)] })
  const ctx = await admin.ctx()
  const { answer, tells } = await ctx.db
    .transaction()
    .execute((db) => load.run({ ...ctx, db }, { text: noticeOf2027(), replaces: 0 }))
  expect(tells).toHaveLength(251)
  expect(tells?.[0]).toEqual({
    to: [{ accountId: admin.id }],
    zh: '2027 年放假安排已载入：第 0 项的截止日由 2027-02-15（暂定）改为 2027-02-18。',
    en: 'The holidays of 2027 were loaded: Last day of 0 is now 2027-02-18, before 2027-02-15 (provisional).',
    link: '/terms/0',
    due: '2027-02-18',
  })
  const { body } = await admin.call(getNotice, { params: answer })
  expect([body.movedCount, body.moved.length]).toEqual([251, 200])
  expect(body.moved[0]).toMatchObject({ before: '2027-02-15', wasProvisional: true, after: '2027-02-18' })
  expect(JSON.stringify(body.moved)).not.toContain(admin.id)
})

test('a source that fails takes the whole load with it: nothing is half loaded', async () => {
  const broken: DeadlineSource = {
    name: 'broken',
    recompute: () => Promise.reject(new Error('cannot count')),
  }
  const load = loadNotice({ shipped, sources: () => [broken] })
  const ctx = await admin.ctx()
  const text = noticeOf2027()
    .replaceAll('2027', '2028')
    .replaceAll(/\((农历除夕、)?周.\)/g, '')
    .replace('5月8日', '5月6日')
    .replace('9月26日', '9月30日')
    .replace('10月9日', '10月8日')
  const work = ctx.db.transaction().execute((db) => load.run({ ...ctx, db }, { text, replaces: 0 }))
  await expect(work).rejects.toThrow('cannot count')
  const { rows } = await app.database.pool.query('SELECT year FROM calendar.notice')
  expect(rows).toEqual([{ year: 2027 }])
})
