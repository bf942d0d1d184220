import { expect, test } from 'vitest'
import { Fraction } from '../../../values/fraction.ts'
import { ranksOf } from './ranks.ts'

test('equal totals share a rank and the next one is left out; totals a hair apart do not', () => {
  const totals = { a: '90', b: '271/3', c: '90', d: '270/3', e: '12' }
  const scored = Object.entries(totals).map(([id, total]) => ({ id, total: Fraction.parse(total) }))
  expect(Object.fromEntries(ranksOf(scored))).toEqual({ b: 1, a: 2, c: 2, d: 2, e: 5 })
  expect(ranksOf([])).toEqual(new Map())
})
