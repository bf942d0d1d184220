import { expect, test } from 'vitest'
import { loadRulebook } from '../rulebook/load.ts'
import { daysOfNotice, type Holiday, holidayFaults } from './holiday-notice.ts'
import { legalDaysKnown, legalDaysOff } from './legal-days-off.ts'
import { calendarOf, isWorkingDay } from './working-days.ts'

const { calendars } = loadRulebook()
const notice = calendars.at(-1)
if (!notice) throw new Error('no calendar is shipped')

test('the notices that are shipped have no faults', () => {
  for (const one of calendars) expect(holidayFaults(one)).toEqual([])
})

/** The notice of 2026 with its first arrangement (元旦) changed. */
const withFirst = (change: Partial<Holiday>) =>
  holidayFaults({
    year: 2026,
    holidays: notice.holidays.map((holiday, i) => (i === 0 ? { ...holiday, ...change } : holiday)),
  })

test.each<[string, Partial<Holiday>, string]>([
  ['ends before it begins', { first: '2026-01-03', last: '2026-01-01' }, 'holiday-order'],
  ['lasts a month', { last: '2026-01-31' }, 'holiday-long'],
  ['lies in another year', { first: '2025-11-30', last: '2025-11-30' }, 'holiday-year'],
  ['is made up on a Monday', { work: ['2026-01-05'] }, 'holiday-weekday'],
  ['is made up on one of its own days', { work: ['2026-01-03'] }, 'holiday-twice'],
  ['is not named', { festival: '新年' }, 'holiday-missing'],
])('an arrangement that %s is found', (_, change, code) => {
  expect(withFirst(change).map((fault) => fault.code)).toContain(code)
})

test('元旦 may begin in the December before', () => {
  expect(withFirst({ first: '2025-12-31', last: '2026-01-02', work: ['2025-12-28'] })).toEqual([])
})

test('放假办法 2024 art. 2: every legal day off stands in the notices of 2025 and 2026', () => {
  const calendar = calendarOf(calendars.map(daysOfNotice))
  for (const year of [2025, 2026]) {
    const days = [...legalDaysOff(year).keys()]
    expect(days).toHaveLength(13)
    for (const day of days) expect([day, isWorkingDay(calendar, day)]).toEqual([day, false])
  }
})

test('the table of moving festivals holds 2025 to 2050; the engine’s lunar calendar is never two days away', () => {
  const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
  })
  for (let year = 2025; year <= 2050; year++) {
    const days = [...legalDaysOff(year)]
    expect(days).toHaveLength(days.some(([, name]) => name.includes('、')) ? 12 : 13)
    const around = (festival: string, expected: string) => {
      const [day = ''] = days.find(([, name]) => name.includes(festival) && name !== '国庆节') ?? []
      const numbers = [-1, 0, 1, 2].map((n) =>
        lunar.format(new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000)),
      )
      expect([year, festival, numbers.includes(expected)]).toEqual([year, festival, true])
    }
    // The first of the four days of 春节 is the lunar year's last; the next is 正月初一.
    around('春节', '1/1')
    around('端午节', '5/5')
    around('中秋节', '8/15')
  }
  expect([2024, 2051].map(legalDaysKnown)).toEqual([false, false])
  expect(() => legalDaysOff(2024)).toThrow(RangeError)
})
