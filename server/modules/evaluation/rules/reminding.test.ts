import { expect, test } from 'vitest'
import { calendarOf } from '../../../values/working-days.ts'
import { nearness } from './reminding.ts'

const calendar = calendarOf([{ year: 2026, off: ['2026-10-01', '2026-10-02'], work: ['2026-10-10'] }])

test.each([
  ['2026-12-04', '2026-12-01', 'soon'],
  ['2026-12-04', '2026-12-04', 'today'],
  ['2026-12-04', '2026-12-07', 'over'],
  ['2026-12-04', '2026-12-02', null],
  ['2026-12-04', '2026-12-08', null],
  // Make-up Saturday 10 October is a working day.
  ['2026-10-12', '2026-10-08', 'soon'],
])('a stage that ends on %s is told of on %s: %s', (due, today, expected) => {
  expect(nearness(calendar, today, due)).toBe(expected)
})

test('暂定: no reminder of a day that may move', () => {
  expect(nearness(calendar, '2026-12-30', null)).toBeNull()
  expect(nearness(calendar, '2026-12-30', '2027-01-05')).toBeNull()
})
