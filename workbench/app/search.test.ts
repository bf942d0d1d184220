import { expect, test } from 'vitest'
import { parseSearch, readSearch, safeBack, stringifySearch } from './search.ts'

test('an address keeps codes and Chinese as they are typed, and repeats keys for lists', () => {
  const search = { district: '150203', state: ['open', 'late'], q: '青山' }
  expect(parseSearch(stringifySearch(search))).toEqual(search)
  expect(stringifySearch({})).toBe('')
  expect(stringifySearch({ district: '150203' })).toBe('?district=150203')
})

test('search from elsewhere is read as words only', () => {
  expect(readSearch({ page: 2, open: true, bad: { a: 1 }, list: [1, 2] })).toEqual({
    page: '2',
    open: 'true',
    list: ['1', '2'],
  })
})

test('after sign-in nobody is led to another site', () => {
  expect(safeBack('/evaluation?round=2026')).toBe('/evaluation?round=2026')
  for (const evil of [
    null,
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/a\n//evil.example',
    'https://evil.example',
    '/sign-in?back=/',
  ]) {
    expect(safeBack(evil)).toBe('/')
  }
})
