import { expect, test } from 'vitest'
import { changeOf } from './change.ts'

test('a change is exact to the last digit, whichever figure has more of them', () => {
  expect(changeOf('2', '1.5')).toBe('0.5')
  expect(changeOf('1.25', '2')).toBe('-0.75')
  expect(changeOf('89.995', '90')).toBe('-0.005')
  expect(changeOf('3', '3')).toBe('0')
  expect(changeOf('3', null)).toBeNull()
})
