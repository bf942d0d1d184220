import { expect, test } from 'vitest'
import { calendarOf } from '../../../values/working-days.ts'
import { lateness, nearness } from './lateness.ts'

const calendar = calendarOf([{ year: 2026, off: ['2026-04-06'], work: [] }])

test.each([
  ['2026-04-03', false, null],
  // The Saturday after a Friday: late already, though by no working day yet.
  ['2026-04-04', true, 0],
  ['2026-04-06', true, 0],
  ['2026-04-07', true, 1],
  ['2026-04-10', true, 4],
  ['2027-01-04', true, null],
] as const)('due 2026-04-03, sent %s: late %s by %s working days', (today, late, days) => {
  expect(lateness(calendar, '2026-04-03', today)).toEqual({ late, days })
})

test('民法典 203: without an official last day nothing is late', () => {
  expect(lateness(calendar, null, '2026-12-31')).toEqual({ late: false, days: null })
})

test.each([
  ['2026-03-30', null],
  ['2026-03-31', 'soon'],
  ['2026-04-01', null],
  ['2026-04-03', 'last-day'],
  ['2026-04-04', null],
  ['2026-04-07', 'overdue'],
  ['2026-04-08', null],
] as const)('due 2026-04-03, on %s people are reminded: %s', (today, near) => {
  expect(nearness(calendar, '2026-04-03', today)).toBe(near)
})
