import { expect, test } from 'vitest'
import { readInstant } from './read-instant.ts'

const read = (text: string, kind: 'text' | 'date' | 'number' = 'text') => {
  const answer = readInstant({ kind, text })
  return answer.ok ? answer.instant : answer.shape
}

test('a moment however an office writes it, by the clock of Asia/Shanghai where no zone is named', () => {
  expect(read('2026-01-31 09:30')).toBe('2026-01-31T09:30:00+08:00')
  expect(read('2026/1/31 9:30:05')).toBe('2026-01-31T09:30:05+08:00')
  expect(read('2026年1月31日 9时30分')).toBe('2026-01-31T09:30:00+08:00')
  expect(read('２０２６-01-31　09：30')).toBe('2026-01-31T09:30:00+08:00')
  expect(read('2026-01-31 09:30:00', 'date')).toBe('2026-01-31T09:30:00+08:00')
  expect(read('46053.395833333336', 'number')).toBe('2026-01-31T09:30:00+08:00')
})

test('an instant with its zone is that instant', () => {
  expect(read('2008-07-08 09:56:04+00:00')).toBe('2008-07-08T17:56:04+08:00')
  expect(read('2008-07-08T09:56:04Z')).toBe('2008-07-08T17:56:04+08:00')
})

test('a day alone stays a day', () => {
  expect(read('2026-01-31')).toBe('2026-01-31')
  expect(read('2026年1月31日')).toBe('2026-01-31')
  expect(read('46053', 'number')).toBe('2026-01-31')
})

test('what does not exist is told from what is no moment at all', () => {
  expect(read('2026-02-30 09:30')).toBe(true)
  expect(read('2026-01-31 25:00')).toBe(true)
  expect(read('2026-02-30')).toBe(true)
  expect(read('昨天')).toBe(false)
})
