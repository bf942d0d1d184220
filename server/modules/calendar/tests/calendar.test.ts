import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  checkNotice,
  getDeadline,
  getNotice,
  getYear,
  listNotices,
  loadNotice,
} from '../../../../contracts/calendar/staff.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { columnOf, exportedSheet } from '../../../platform/testing/exported.ts'
import { loadRulebook } from '../../../rulebook/load.ts'
import { isWorkingDay } from '../../../values/working-days.ts'
import { currentCalendar } from '../index.ts'
import { noticeOf2027 } from './notice-of-2027.ts'

let app: TestApp
let admin: Person
let reader: Person
const { calendars } = loadRulebook()

beforeAll(async () => {
  app = await testApp()
  admin = await app.person({ role: 'system-admin', placeId: app.cityId })
  reader = await app.person({ role: 'enterprise' })
})
afterAll(() => app.close())

const ask = (rule: string, start: string, n: string) =>
  reader.call(getDeadline, { query: { rule: rule as 'hours', start, n } })

describe('before the notice of 2027 is loaded', () => {
  test('everybody signed in reads a year: 2026 official with 248 working days, 2027 provisional, 2060 unknown', async () => {
    const year = async (asked: number) => (await reader.call(getYear, { params: { year: asked } })).body
    expect(await year(2026)).toMatchObject({
      state: 'official',
      workingDays: 248,
      officialYears: [2024, 2025, 2026],
    })
    const next = await year(2027)
    expect([next.state, next.notice, next.days.length]).toEqual(['provisional', null, 13])
    expect(next.days.find(({ day }) => day === '2027-02-05')).toEqual({
      day: '2027-02-05',
      kind: 'off',
      festival: '春节',
    })
    expect(await year(2060)).toMatchObject({ state: 'unknown', days: [], workingDays: null })
  })

  test('a term into 2027 is UNKNOWN with a provisional day; bad entries are refused at their field', async () => {
    expect((await ask('working_days', '2026-12-31T10:00', '1')).body).toEqual({
      dueDate: 'UNKNOWN',
      dueAt: null,
      provisional: '2027-01-04',
    })
    const refused = await ask('working_days', '2026-02-30', '1')
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([
      422,
      expect.stringContaining('"field":"start"'),
    ])
    expect((await ask('working_days', '2026-02-20', '-1')).status).toBe(422)
  })

  test('only the city’s system administrators load: nobody else, and no administrator of a district', async () => {
    const text = noticeOf2027()
    expect((await reader.call(loadNotice, { body: { text, replaces: 0 } })).status).toBe(403)
    expect((await reader.call(checkNotice, { body: { text } })).status).toBe(403)
    const elsewhere = await app.person({ role: 'system-admin' })
    expect((await elsewhere.call(loadNotice, { body: { text, replaces: 0 } })).status).toBe(404)
    expect((await reader.call(getYear, { params: { year: 2027 } })).body.state).toBe('provisional')
  })
})

describe('loading a notice', () => {
  test('a dry run shows the days, where they differ from what stands, and keeps nothing', async () => {
    const { status, body } = await admin.call(checkNotice, { body: { text: noticeOf2027() } })
    expect(status).toBe(200)
    expect(body.notice).toMatchObject({ year: 2027, issuer: '国务院办公厅', number: '国办发明电〔2026〕1号' })
    expect(body.replaces).toBe(null)
    expect(body.days.filter(({ kind }) => kind === 'work').map(({ day }) => day)).toContain('2027-02-20')
    expect(body.differs).toContainEqual({ day: '2027-02-20', before: false, after: true })
    expect((await reader.call(listNotices)).body.rows.map(({ year }) => year)).toEqual([2026, 2025, 2024])
  })

  test('a notice that contradicts itself is refused line by line and nothing is saved', async () => {
    const text = noticeOf2027().replace('共3天', '共4天')
    for (const endpoint of [checkNotice, loadNotice] as const) {
      const { status, body } = await admin.call(endpoint as typeof loadNotice, {
        body: { text, replaces: 0 },
      })
      expect(status).toBe(422)
      expect(JSON.stringify(body)).toContain(
        '第 6 行（元旦）：2027-01-01 至 2027-01-03 是 3 天，通知写的是 4 天',
      )
    }
    expect((await admin.call(loadNotice, { body: { replaces: 0 } })).status).toBe(422)
  })

  test('it holds at once: the term that was UNKNOWN has its day, and the year is official', async () => {
    const { status, body } = await admin.call(loadNotice, { body: { text: noticeOf2027(), replaces: 0 } })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      year: 2027,
      version: 1,
      standing: true,
      movedCount: 0,
      moved: [],
      reason: null,
    })
    expect((await ask('working_days', '2026-12-31', '1')).body).toEqual({
      dueDate: '2027-01-04',
      dueAt: '2027-01-05T00:00:00+08:00',
      provisional: null,
    })
    expect(isWorkingDay(await currentCalendar(app.database.db, calendars), '2027-02-20')).toBe(true)
    expect((await admin.call(getNotice, { params: { id: body.id ?? '' } })).body).toEqual(body)
    const sheet = await exportedSheet(app, reader, '/api/calendar/days/export?year=2027')
    expect(columnOf(sheet, '安排')).toContain('上班')
    expect(new Set(columnOf(sheet, '状态'))).toEqual(new Set(['官方通知']))
  })

  test('the same days again are refused; another version needs a reason and the version that was seen', async () => {
    const text = noticeOf2027()
    expect((await admin.call(loadNotice, { body: { text, replaces: 1 } })).body).toMatchObject({
      code: 'calendar.unchanged',
    })
    const changed = text.replace('5月8日(周六)上班', '5月9日(周日)上班')
    const refusals = [
      [{ text: changed, replaces: 0, reason: '另发通知' }, 'calendar.loaded-meanwhile'],
      [{ text: changed, replaces: 1 }, 'calendar.reason-missing'],
    ] as const
    for (const [body, code] of refusals)
      expect((await admin.call(loadNotice, { body })).body).toMatchObject({ code })
    const { body } = await admin.call(loadNotice, {
      body: { text: changed, replaces: 1, reason: '另发通知' },
    })
    expect(body).toMatchObject({ version: 2, reason: '另发通知' })
    const { rows } = (await reader.call(listNotices)).body
    expect(rows.slice(0, 2).map(({ version, standing }) => [version, standing])).toEqual([
      [2, true],
      [1, false],
    ])
    const calendar = await currentCalendar(app.database.db, calendars)
    expect(['2027-05-08', '2027-05-09'].map((day) => isWorkingDay(calendar, day))).toEqual([false, true])
  })

  test('a year entered by hand; a shipped year too may be replaced, with a reason', async () => {
    const shipped = calendars.find(({ year }) => year === 2026)
    if (!shipped) throw new Error('2026 is not shipped')
    const holidays = [
      ...shipped.holidays.map((holiday) => ({ ...holiday, work: [...holiday.work] })),
      { festival: '纪念活动', first: '2026-12-07', last: '2026-12-07', work: [] },
    ]
    const notice = { ...shipped, holidays }
    const faulty = { ...notice, holidays: [...holidays, ...holidays.slice(-1)] }
    expect((await admin.call(checkNotice, { body: { notice: faulty } })).body).toMatchObject({
      code: 'calendar.holiday-twice',
    })
    const { body } = await admin.call(checkNotice, { body: { notice } })
    expect(body).toMatchObject({
      workingDays: 247,
      differs: [{ day: '2026-12-07', before: true, after: false }],
    })
    expect(body.replaces).toMatchObject({ version: 0, title: shipped.title })
    const loaded = await admin.call(loadNotice, { body: { notice, replaces: 0, reason: '增加一天放假' } })
    expect(loaded.body).toMatchObject({ year: 2026, version: 1 })
  })

  test('two loads at once: one holds, the other is told', async () => {
    const bodies = ['5月8日(周六)上班', '5月15日(周六)上班'].map((put) => ({
      text: noticeOf2027().replace('5月8日(周六)上班', put),
      replaces: 2,
      reason: '另发通知',
    }))
    const answers = await Promise.all(bodies.map((body) => admin.call(loadNotice, { body })))
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
  })

  test('what was loaded can be neither changed nor taken away', async () => {
    const { database } = app
    for (const statement of ["UPDATE calendar.notice SET title = 'x'", 'DELETE FROM calendar.notice'])
      await expect(database.pool.query(statement)).rejects.toThrow('load another version')
  })
})
