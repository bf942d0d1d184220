import { expect, test } from 'vitest'
import { unkeepable } from './unkeepable-text.ts'

test('U+0000 and lone surrogates are found wherever they stand, and named', () => {
  expect(unkeepable({ a: ['好', { b: 'x\u0000y' }] })).toBe('a.1.b')
  expect(unkeepable({ a: { b: '\ud800' } })).toBe('a.b')
  expect(unkeepable({ ['\u0000']: 1 })).toBe('')
  expect(unkeepable('\udc00')).toBe('')
})

test('every other text passes: controls, pairs, emoji, right-to-left', () => {
  expect(unkeepable({ a: ['\u0001', '𬭳', '👩‍👩‍👧', 'עברית', ''], b: null, c: 1 })).toBeUndefined()
  expect(unkeepable(undefined)).toBeUndefined()
})

test('a body nested two hundred thousand deep is looked through without falling over', () => {
  let deep: unknown = 'x\u0000'
  for (let n = 0; n < 200_000; n++) deep = [deep]
  expect(unkeepable(deep)?.startsWith('0.0.0')).toBe(true)
})
