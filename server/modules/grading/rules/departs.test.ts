import { describe, expect, test } from 'vitest'
import { departs, type Said, standingProposal, wordsOf } from './departs.ts'

const said = (over: Partial<Said>): Said => ({
  numerator: null,
  denominator: null,
  value: null,
  named: null,
  notApplicable: null,
  ...over,
})

describe('计算值是建议', () => {
  test.each([
    ['6/12 and 50% are the same', said({ numerator: '6', denominator: '12' }), said({ value: '0.5' }), false],
    ['yes and no are not', said({ value: '1' }), said({ value: '0' }), true],
    [
      '5/9 and 6/9 are not',
      said({ numerator: '5', denominator: '9' }),
      said({ numerator: '6', denominator: '9' }),
      true,
    ],
    ['不适用 against a figure', said({ notApplicable: '没有' }), said({ value: '1' }), true],
    ['不适用 for two reasons', said({ notApplicable: '没有' }), said({ notApplicable: '无此设施' }), false],
    ['优 and 良', said({ named: '优' }), said({ named: '良' }), true],
    [
      'nothing out of nothing',
      said({ numerator: '0', denominator: '0' }),
      said({ numerator: '0', denominator: '0' }),
      false,
    ],
    [
      'nothing out of nothing against none of three',
      said({ numerator: '0', denominator: '0' }),
      said({ numerator: '0', denominator: '3' }),
      true,
    ],
  ])('%s', (_, given, proposed, expected) => {
    expect(departs(given, proposed)).toBe(expected)
    expect(departs(proposed, given)).toBe(expected)
  })

  test('what records compute goes before what others bring; what the scored body declares holds nobody', () => {
    const of = (provenance: string) => ({ provenance })
    expect(standingProposal([of('declared'), of('imported'), of('computed')])).toEqual(of('computed'))
    expect(standingProposal([of('declared')])).toBeUndefined()
  })

  test('a reading in words', () => {
    expect(wordsOf(said({ numerator: '5', denominator: '9' }), 'ratio')).toBe('5/9（55.56%）')
    expect(wordsOf(said({ value: '0' }), 'yes-no')).toBe('否')
    expect(wordsOf(said({ value: '3' }), 'count')).toBe('3')
    expect(wordsOf(said({ named: '优' }), 'grade')).toBe('优')
  })
})
