import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadRulebook } from '../rulebook/load.ts'
import { addDays, type Day, daysBetween } from './days.ts'
import { daysOfNotice } from './holiday-notice.ts'
import {
  addCalendarDays,
  addHours,
  addWorkingDays,
  calendarOf,
  type Deadline,
  isWorkingDay,
  isWorkingDayProvisionally,
  noticeBefore,
  readStart,
  workingDaysBetween,
} from './working-days.ts'

const calendar = calendarOf(loadRulebook().calendars.map(daysOfNotice))
const [, ...cases] = readFileSync(new URL('../../data/working-days/cases.csv', import.meta.url), 'utf8')
  .trim()
  .split(/\r?\n/)
  .map((line) => line.split(','))

const dueDay = ({ dueDate }: Deadline): Day => {
  expect(dueDate).not.toBe('UNKNOWN')
  return dueDate
}
const known = fc
  .integer({ min: 0, max: daysBetween('2024-01-01', '2026-12-31') })
  .map((n) => addDays('2024-01-01', n))
const early = fc.integer({ min: 0, max: 365 }).map((n) => addDays('2024-01-01', n))

describe('terms from the notices of 2024 to 2026', () => {
  test('there are ninety of them', () => expect(cases).toHaveLength(90))

  test.each(cases)('%s from %s, %s: %s', (rule = '', start = '', n = '', expected = '') => {
    const count = rule === 'working_days' ? addWorkingDays : addCalendarDays
    expect(count(calendar, start, Number(n))).toEqual({
      dueDate: expected,
      dueAt: `${addDays(expected, 1)}T00:00:00+08:00`,
      provisional: null,
    })
  })

  test('2024 has 251 working days, 2025 and 2026 have 248', () => {
    const count = (year: number) => workingDaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`)
    expect([2024, 2025, 2026].map(count)).toEqual([251, 248, 248])
  })

  test('art. 201: the start’s own day is not counted, at whatever hour it began', () => {
    const at = (text: string) => dueDay(addWorkingDays(calendar, new Date(text), 5))
    expect(at('2026-09-30T00:00:00+08:00')).toBe('2026-10-13')
    expect(at('2026-09-30T23:59:59+08:00')).toBe('2026-10-13')
    // Already the first of October in Shanghai.
    expect(at('2026-09-30T16:00:00Z')).toBe('2026-10-13')
    expect(dueDay(addWorkingDays(calendar, '2026-09-29', 5))).toBe('2026-10-12')
  })

  test('a make-up day counts (2026-10-10, a Saturday), and a term in calendar days may end on it (art. 203)', () => {
    expect(isWorkingDay(calendar, '2026-10-10')).toBe(true)
    expect(dueDay(addWorkingDays(calendar, '2026-10-09', 1))).toBe('2026-10-10')
    expect(dueDay(addCalendarDays(calendar, '2026-10-03', 7))).toBe('2026-10-10')
    expect(dueDay(addCalendarDays(calendar, '2026-10-04', 7))).toBe('2026-10-12')
  })

  test('leap day and year’s end are days like others', () => {
    expect(dueDay(addWorkingDays(calendar, '2024-02-28', 1))).toBe('2024-02-29')
    expect(dueDay(addCalendarDays(calendar, '2024-02-28', 2))).toBe('2024-03-01')
    expect(dueDay(addCalendarDays(calendar, '2025-02-27', 2))).toBe('2025-03-03')
    expect(dueDay(addWorkingDays(calendar, '2024-12-31', 1))).toBe('2025-01-02')
  })

  test('no days at all end on the start’s own day; a term in calendar days still moves off a day off', () => {
    expect(dueDay(addWorkingDays(calendar, '2026-10-01', 0))).toBe('2026-10-01')
    expect(dueDay(addCalendarDays(calendar, '2026-10-01', 0))).toBe('2026-10-08')
  })
})

describe('beyond the official years', () => {
  test('a term that needs a day of 2027 is UNKNOWN, with a provisional day', () => {
    expect(addWorkingDays(calendar, '2026-12-31', 1)).toEqual({
      dueDate: 'UNKNOWN',
      dueAt: null,
      // 1 January is a legal day off, 2 and 3 are a weekend.
      provisional: '2027-01-04',
    })
    expect(dueDay(addWorkingDays(calendar, '2026-12-30', 1))).toBe('2026-12-31')
    expect(addCalendarDays(calendar, '2026-12-28', 7)).toMatchObject({
      dueDate: 'UNKNOWN',
      provisional: '2027-01-04',
    })
    expect(dueDay(addCalendarDays(calendar, '2026-12-24', 7))).toBe('2026-12-31')
  })

  test('provisionally the legal days are off and no day is made up: 春节 2027 from the lunar year’s last day', () => {
    expect(addWorkingDays(calendar, '2027-02-04', 3).provisional).toBe('2027-02-11')
    expect(isWorkingDayProvisionally(calendar, '2027-02-10')).toBe(true)
    expect(isWorkingDay(calendar, '2027-02-10')).toBe('unknown')
  })

  test('before the first notice, and past the last tabulated year, not even a provisional day can be told', () => {
    expect(addWorkingDays(calendar, '2023-12-28', 1)).toMatchObject({ dueDate: 'UNKNOWN', provisional: null })
    expect(addWorkingDays(calendar, '2050-12-30', 5)).toMatchObject({ dueDate: 'UNKNOWN', provisional: null })
    expect(workingDaysBetween(calendar, '2026-12-30', '2027-01-04')).toBe('unknown')
  })

  test('a gap between two official years is unknown too', () => {
    const gap = calendarOf([2024, 2026].map((year) => ({ year, off: [], work: [] })))
    expect(addWorkingDays(gap, '2024-12-31', 1)).toMatchObject({ dueDate: 'UNKNOWN' })
    expect(addWorkingDays(gap, '2025-12-31', 1)).toMatchObject({ dueDate: '2026-01-01' })
  })

  test('a notice may reach into the December before (2022-12-31 stood in 2023’s): it then holds there', () => {
    const years = [
      { year: 2023, off: ['2022-12-31'], work: ['2022-12-25'] },
      { year: 2022, off: [], work: ['2022-12-31'] },
    ]
    expect(isWorkingDay(calendarOf(years), '2022-12-31')).toBe(false)
    expect(isWorkingDay(calendarOf(years), '2022-12-25')).toBe(true)
    expect(isWorkingDayProvisionally(calendarOf(years.slice(0, 1)), '2022-12-25')).toBe(true)
  })
})

describe('hours and backward notice', () => {
  test('hours run day and night, over holidays and into unknown years', () => {
    expect(addHours(new Date('2026-09-30T15:00:00+08:00'), 24)).toEqual({
      dueDate: '2026-10-01',
      dueAt: '2026-10-01T15:00:00+08:00',
      provisional: null,
    })
    expect(addHours(new Date('2026-12-31T23:30:00+08:00'), 2).dueAt).toBe('2027-01-01T01:30:00+08:00')
  })

  test('a notice period counted back from an event stays where it falls, on a day off too', () => {
    expect(noticeBefore('2026-10-16', 15)).toEqual({
      dueDate: '2026-10-01',
      dueAt: '2026-10-02T00:00:00+08:00',
      provisional: null,
    })
    expect(noticeBefore('2027-03-01', 1).dueDate).toBe('2027-02-28')
  })
})

describe('what holds for every start and length', () => {
  const lengths = fc.integer({ min: 0, max: 120 })

  test('a longer term ends later, never on a day off', () => {
    fc.assert(
      fc.property(early, lengths, (from, n) => {
        const day = dueDay(addWorkingDays(calendar, from, n))
        expect(dueDay(addWorkingDays(calendar, from, n + 1)) > day).toBe(true)
        if (n > 0) expect(isWorkingDay(calendar, day)).toBe(true)
        expect(
          dueDay(addCalendarDays(calendar, from, n + 1)) >= dueDay(addCalendarDays(calendar, from, n)),
        ).toBe(true)
        expect(isWorkingDay(calendar, dueDay(addCalendarDays(calendar, from, n)))).toBe(true)
      }),
    )
  })

  test('adding and counting agree, and a term may be split', () => {
    fc.assert(
      fc.property(early, lengths, lengths, (from, n, m) => {
        const whole = dueDay(addWorkingDays(calendar, from, n + m))
        expect(workingDaysBetween(calendar, from, whole)).toBe(n + m)
        expect(dueDay(addWorkingDays(calendar, dueDay(addWorkingDays(calendar, from, n)), m))).toBe(whole)
      }),
    )
  })

  test('a later start never ends earlier', () => {
    fc.assert(
      fc.property(early, lengths, (from, n) => {
        const next = addDays(from, 1)
        for (const add of [addWorkingDays, addCalendarDays])
          expect(dueDay(add(calendar, next, n)) >= dueDay(add(calendar, from, n))).toBe(true)
      }),
    )
  })

  test('an answer is a known day or says UNKNOWN, and where the notices speak nothing is provisional', () => {
    fc.assert(
      fc.property(known, fc.integer({ min: 1, max: 400 }), (from, n) => {
        for (const { dueDate, dueAt, provisional } of [
          addWorkingDays(calendar, from, n),
          addCalendarDays(calendar, from, n),
        ]) {
          if (dueDate === 'UNKNOWN') expect([dueAt, (provisional ?? '') > '2026-12-31']).toEqual([null, true])
          else
            expect([dueAt, provisional, dueDate <= '2026-12-31']).toEqual([
              `${addDays(dueDate, 1)}T00:00:00+08:00`,
              null,
              true,
            ])
        }
      }),
    )
  })

  test.each([-1, 1.5, 3661, Number.NaN])('%d is no term', (n) => {
    expect(() => addWorkingDays(calendar, '2026-01-01', n)).toThrow(RangeError)
    expect(() => addCalendarDays(calendar, '2026-01-01', n)).toThrow(RangeError)
    expect(() => noticeBefore('2026-01-01', n)).toThrow(RangeError)
  })
})

describe('a start as it is written', () => {
  test.each([
    ['2026-09-30', '2026-09-30'],
    ['2026-09-30T15:00', new Date('2026-09-30T07:00:00Z')],
    ['2026-09-30 15:00:30', new Date('2026-09-30T07:00:30Z')],
    ['2026-09-30T15:00Z', new Date('2026-09-30T15:00:00Z')],
    ['2026-09-30T15:00:00.000+09:00', new Date('2026-09-30T06:00:00Z')],
    ['2026-02-29', undefined],
    ['2026-09-31T15:00', undefined],
    ['2026-09-30T25:00', undefined],
    ['2026-09-30T24:00', undefined],
    ['2026-9-30', undefined],
    ['0000-01-01', undefined],
    ['9999-12-31', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(readStart(text)).toEqual(expected)
  })
})
