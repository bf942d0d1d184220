import { expect, test } from 'vitest'
import { leftUntil, workingDaysAfter } from './left.ts'

const special = new Map([
  ['2026-02-16', 'off'],
  ['2026-02-17', 'off'],
  ['2026-02-14', 'work'],
] as const)
const at = (text: string) => new Date(`${text}+08:00`)
const midnight = (text: string) => at(`${text}T24:00:00`).toISOString()

test('what is left is counted in working days, with weekends worked and holidays off by the calendar', () => {
  expect(workingDaysAfter('2026-02-13', '2026-02-18', special)).toBe(2)
  expect(leftUntil(midnight('2026-02-18'), at('2026-02-13T09:00:00'), special)).toEqual({
    isOver: false,
    unit: 'days',
    count: 2,
  })
})

test('the last day is told in hours, its last hour in minutes', () => {
  const due = midnight('2026-11-24')
  expect(leftUntil(due, at('2026-11-24T22:30:00'), special)).toEqual({
    isOver: false,
    unit: 'hours',
    count: 1,
  })
  expect(leftUntil(due, at('2026-11-24T23:40:00'), special)).toEqual({
    isOver: false,
    unit: 'minutes',
    count: 20,
  })
})

test('what is over says by how much', () => {
  const due = midnight('2026-11-20')
  expect(leftUntil(due, at('2026-11-21T09:00:00'), special)).toEqual({
    isOver: true,
    unit: 'hours',
    count: 9,
  })
  expect(leftUntil(due, at('2026-11-24T09:00:00'), special)).toEqual({ isOver: true, unit: 'days', count: 2 })
})

test('a term of hours stays one of hours', () => {
  const due = at('2026-11-24T15:30:00').toISOString()
  expect(leftUntil(due, at('2026-11-24T13:30:00'), special)).toEqual({
    isOver: false,
    unit: 'hours',
    count: 2,
  })
})
