import { describe, expect, test } from 'vitest'
import { Fraction } from '../../../values/fraction.ts'
import { preparePlan } from './plan.ts'
import { reading } from './reading.ts'
import { scoreSubject } from './score-subject.ts'
import { testFact, testRow, testSettings, testTable } from './testing/rows.ts'

const yes = reading({ value: Fraction.ONE })
const no = reading({ value: Fraction.ZERO })
const out = reading({ notApplicable: '演示' })
const rows = [
  testRow({ id: '1-01', mechanism: 'boolean', points: '4', fact: testFact('a', 'yes-no') }),
  testRow({ id: '1-02', mechanism: 'boolean', points: '2', fact: testFact('b', 'yes-no') }),
  testRow({ id: '1-03', mechanism: 'boolean', points: '6', group: '乙组', fact: testFact('c', 'yes-no') }),
  testRow({
    id: '1-04',
    mechanism: 'boolean',
    points: '3',
    levels: ['street'],
    group: '丙组',
    fact: testFact('d', 'yes-no'),
  }),
  testRow({ id: '1-05', mechanism: 'boolean', points: '3', group: '丙组', fact: testFact('e', 'yes-no') }),
]
const plan = preparePlan(testTable(rows), testSettings, { level: 'compound', variant: null })
const told = (facts: [string, ReturnType<typeof reading>][]) => {
  const score = scoreSubject(plan, new Map(facts))
  return { max: score.rows.map((r) => r.max.toString()), total: score.total.toString() }
}

describe('points of rows that do not apply (C32, C34)', () => {
  test('a row of another level gives its points to its group: 1-04 exists at streets only', () => {
    expect(
      told([
        ['a', yes],
        ['b', yes],
        ['c', yes],
        ['e', yes],
      ]),
    ).toEqual({ max: ['4', '2', '6', '0', '6'], total: '18' })
  })

  test('within a group points go to the others in proportion', () => {
    expect(
      told([
        ['a', yes],
        ['b', out],
        ['c', no],
        ['e', no],
      ]),
    ).toEqual({ max: ['6', '0', '6', '0', '6'], total: '6' })
  })

  test('a group in which nothing applies is spread over the whole table', () => {
    expect(
      told([
        ['a', yes],
        ['b', no],
        ['c', out],
        ['e', yes],
      ]),
    ).toEqual({ max: ['6', '3', '0', '0', '9'], total: '15' })
  })

  test('where nothing applies there is no total and no band', () => {
    const score = scoreSubject(
      plan,
      new Map([
        ['a', out],
        ['b', out],
        ['c', out],
        ['e', out],
      ]),
    )
    expect({ applies: score.applies, total: score.total.toString(), band: score.band }).toEqual({
      applies: false,
      total: '0',
      band: null,
    })
  })

  test('a row that is not attributable to the subject is spread when it has no fact, scored when it has (C14)', () => {
    const settings = { ...testSettings, notAttributableRows: ['1-01'] }
    const lenient = preparePlan(testTable(rows), settings, { level: 'compound', variant: null })
    const without = scoreSubject(lenient, new Map([['b', yes]]))
    expect(without.rows[0]?.reason.code).toBe('not-attributable')
    expect(without.rows[1]?.points.toString()).toBe('6')
    expect(
      scoreSubject(
        lenient,
        new Map([
          ['a', no],
          ['b', yes],
        ]),
      ).rows[0]?.state,
    ).toBe('scored')
  })
})
