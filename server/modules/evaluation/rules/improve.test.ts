import { expect, test } from 'vitest'
import { Fraction } from '../../../values/fraction.ts'
import { type ImprovableRow, improvement } from './improve.ts'
import { testFact, testRow } from './testing/rows.ts'

const scored = (unit: string, parts: Partial<ImprovableRow>): ImprovableRow => ({
  row: testRow({
    mechanism: 'ratio',
    parameters: { zero: 'not-applicable' },
    fact: testFact('demo', 'ratio', { unit }),
  }),
  state: 'scored',
  points: Fraction.ONE,
  max: Fraction.of(2),
  numerator: '5',
  denominator: '10',
  value: null,
  ...parts,
})

test('what one more brings is told on the scale that counts after reweighting (C32)', () => {
  expect(improvement(scored('share', {}))?.what).toContain('每增加 1 个，得分约提高 0.20 分，还差 5 个')
  const reweighted = scored('share', { max: Fraction.of(4), points: Fraction.of(2) })
  expect(improvement(reweighted)?.what).toContain('得分约提高 0.40 分')
})

test('2-20 rises with the projects’ own scores; nobody adds one of anything (C33)', () => {
  const mean = scored('points', { numerator: '165/2', denominator: '100' })
  expect(improvement(mean)?.what).toContain('加权平均为 82.50 分（满分 100 分）')
  expect(improvement(mean)?.what).not.toContain('每增加')
})

test('a row with all its points asks for nothing', () => {
  expect(improvement(scored('share', { points: Fraction.of(2) }))).toBeUndefined()
})

test('1-04: a share below its limit says how many more reach it', () => {
  const row = testRow({
    mechanism: 'boolean',
    parameters: { comparator: '>=', limit: 'demo' },
    figures: { limit: '3/5' },
    fact: testFact('demo', 'ratio', { unit: 'share' }),
  })
  const at = (numerator: string, denominator: string) =>
    improvement({
      ...scored('share', { numerator, denominator, points: Fraction.ZERO }),
      row,
    })?.what
  expect(at('5', '9')).toContain('现为 5/9，再有 1 个达到，即达 60%')
  expect(at('0', '7')).toContain('再有 5 个')
})
