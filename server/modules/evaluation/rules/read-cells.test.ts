import { describe, expect, test } from 'vitest'
import { Fraction } from '../../../values/fraction.ts'
import { reading } from './reading.ts'
import { type Cells, gatherIncidents, readCells } from './read-cells.ts'
import { testFact } from './testing/rows.ts'

const FACTS = {
  'yes-no': testFact('a', 'yes-no'),
  ratio: testFact('a', 'ratio'),
  count: testFact('a', 'count'),
  level: testFact('a', 'level', { levels: { A: 3, AA: 4 } }),
  grade: testFact('a', 'grade'),
  score: testFact('a', 'score'),
  deduction: testFact('a', 'deduction'),
}
const told = (cells: Cells, shape: keyof typeof FACTS) => {
  const read = readCells(cells, FACTS[shape])
  if (!read.ok) return `${read.column}: ${read.reason}`
  const { numerator, denominator, value, name, notApplicable } = read.value
  return [numerator, denominator, value, name, notApplicable].filter((p) => p !== null).join(' ')
}

describe('facts as people write them', () => {
  test.each<[Cells, keyof typeof FACTS, string]>([
    [{ value: '是' }, 'yes-no', '1'],
    [{ value: 'TRUE' }, 'yes-no', '1'],
    [{ value: ' 否 ' }, 'yes-no', '0'],
    [{ value: '１' }, 'yes-no', '1'],
    [{ value: '2' }, 'yes-no', 'value: yes-no'],
    [{ numerator: '9', denominator: '12' }, 'ratio', '9 12'],
    [{ numerator: '0', denominator: '0' }, 'ratio', '0 0'],
    [{ numerator: '3', denominator: '0' }, 'ratio', 'denominator: zero-denominator'],
    [{ denominator: '12' }, 'ratio', 'numerator: half-ratio'],
    [{ numerator: 'x', denominator: '12' }, 'ratio', 'numerator: number'],
    [{ numerator: '1', denominator: '-2' }, 'ratio', 'denominator: negative'],
    [{ value: '75%' }, 'ratio', '3/4'],
    [{ value: '3/4' }, 'ratio', '3/4'],
    [{ value: '-1' }, 'count', 'value: negative'],
    [{ value: 'aa' }, 'level', '4 aa'],
    [{ value: '4' }, 'level', '4 AA'],
    [{ value: 'AAAA' }, 'level', 'value: level'],
    [{ value: '良' }, 'grade', '良'],
    [{ value: '0.9' }, 'grade', '9/10'],
    [{ value: '1.1' }, 'grade', 'value: share-range'],
    [{ value: '合格' }, 'grade', 'value: grade'],
    [{ value: '100.5' }, 'score', 'value: score-range'],
    [{ value: '78.75' }, 'score', '315/4'],
    [{ value: '较大' }, 'deduction', '较大'],
    [{ value: '不适用' }, 'ratio', '不适用'],
    [{ value: 'N/A', note: '没有电梯' }, 'ratio', '没有电梯'],
    [{ note: '不适用：尚未交付' }, 'yes-no', '尚未交付'],
    [{}, 'count', 'value: empty'],
  ])('%j of a %s fact reads as "%s"', (cells, shape, expected) => {
    expect(told(cells, shape)).toBe(expected)
  })

  test('incidents are keyed by their note, or by their place without one', () => {
    const rows = [reading({ name: '较大', note: '事-1' }), reading({ name: '12' })]
    expect(gatherIncidents(rows).incidents).toEqual([
      { incident: '事-1', severity: '较大' },
      { incident: '#2', severity: Fraction.of(12) },
    ])
  })
})
