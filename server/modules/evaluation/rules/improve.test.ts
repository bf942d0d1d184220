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
