import { expect, test } from 'vitest'
import { count, date, dateTime, daysUntil, documentDate, percent, rate, rounded, score } from './format.ts'

test('instants are shown in Beijing time whatever the machine’s zone, plain days stay as they are', () => {
  expect(dateTime('2026-11-22T07:00:00Z')).toBe('2026-11-22 15:00')
  expect(date('2026-11-22T17:00:00Z')).toBe('2026-11-23')
  expect(date('2026-11-22')).toBe('2026-11-22')
  expect(documentDate('2026-03-05')).toBe('2026年3月5日')
})

test('scores have two decimals, rounded exactly: halves away from zero, never through a double', () => {
  expect(score('89.995')).toBe('90.00')
  expect(score('89.99499999999999999999')).toBe('89.99')
  expect(score('3/8')).toBe('0.38')
  expect(score('-1/3')).toBe('-0.33')
  expect(score('-0.001')).toBe('0.00')
  expect(score(2)).toBe('2.00')
  expect(rounded('1.005', 0)).toBe('1')
  expect(() => score('未知')).toThrow(RangeError)
  expect(() => score('1/0')).toThrow(RangeError)
})

test('rates show what they were counted from; nothing counted is no rate', () => {
  expect(percent('0.875')).toBe('87.5%')
  expect(percent(0.5)).toBe('50.0%')
  expect(percent('2/3')).toBe('66.7%')
  expect(rate(7, 8)).toBe('87.5%（n=8）')
  expect(rate(875, 1000)).toBe('87.5%（n=1,000）')
  expect(rate(0, 0)).toBeNull()
  expect(count(1234567)).toBe('1,234,567')
})

test('days left are counted from the day it is in Beijing, not where the machine stands', () => {
  const late = new Date('2026-11-22T17:00:00Z')
  expect(daysUntil('2026-11-23', late)).toBe(0)
  expect(daysUntil('2026-12-31', late)).toBe(38)
  expect(daysUntil('2026-11-20', late)).toBe(-3)
})
