import { expect, test } from 'vitest'
import { spans } from './spans.ts'

test('a merged column spans only rows that stand together', () => {
  expect(spans(['a', 'a', 'b', 'a', 'a', 'a'], (x) => x)).toEqual([2, 0, 1, 3, 0, 0])
  expect(spans([], String)).toEqual([])
})
