import { describe, expect, test } from 'vitest'
import { Fraction } from '../../../values/fraction.ts'
import { crossingOf, shareOf, weightedKappa } from './agreement.ts'
import { flagsOf, type GradedRow, type ScoredRow, wordsOfFlag } from './flags.ts'
import { meanOfGrades, type Said } from './mean-of-grades.ts'
import { outlying } from './outlying.ts'

const far = { least: 5, deviations: 2.5, nearest: 0.2 }

describe('what lies far from the others', () => {
  test('too few others tell nothing', () => {
    expect(outlying([1, 1, 1, 1, 0], far)).toEqual([null, null, null, null, null])
  })

  test('one against many is found, and the many are not', () => {
    const found = outlying([1, 1, 1, 1, 1, 0], far)
    expect(found.map((lies) => lies !== null)).toEqual([false, false, false, false, false, true])
    expect(found[5]).toMatchObject({ mean: 1, spread: 0, others: 5 })
  })

  test('a step that is seldom, yet small, is none', () => {
    expect(outlying([1, 1, 1, 1, 1, 0.85], far)).toEqual([null, null, null, null, null, null])
    expect(outlying([1, 1, 1, 1, 1, 0.75], far)[5]).not.toBeNull()
  })

  test('where all differ widely, nobody is far', () => {
    expect(outlying([0, 1, 0, 1, 0.5, 0.5, 0.25, 0.75], far).filter(Boolean)).toEqual([])
  })
})

const limits = { ...far, change: 0.5, disagreement: 0.25 }
const graded = (over: Partial<GradedRow> = {}): GradedRow => ({
  subjectId: 's',
  indicator: '1-08',
  taskId: 't',
  graderId: 'g',
  kind: 'compound',
  projectId: null,
  second: false,
  share: 1,
  evidence: 1,
  evidenceAsked: true,
  overrideReason: null,
  computedSaid: null,
  ...over,
})
const scored = (over: Partial<ScoredRow> = {}): ScoredRow => ({
  subjectId: 's',
  kind: 'compound',
  districtId: 'd',
  indicator: '1-08',
  share: 1,
  before: null,
  ...over,
})
const kindsOf = (rows: ScoredRow[], grades: GradedRow[]) =>
  flagsOf(rows, grades, limits).map(({ kind, subjectId }) => `${kind} ${subjectId}`)

describe('A.1.4 客观公正: which rows are looked at again', () => {
  test.each([
    ['nothing', [scored()], [graded()], []],
    ['no evidence where the rule-book asks it', [], [graded({ evidence: 0 })], ['no-evidence s']],
    ['no evidence where none is asked', [], [graded({ evidence: 0, evidenceAsked: false })], []],
    ['an override', [], [graded({ overrideReason: '现场核实', computedSaid: '是' })], ['override s']],
    ['more than half since last year', [scored({ share: 0.25, before: 1 })], [], ['changed s']],
    ['half since last year', [scored({ share: 0.5, before: 1 })], [], []],
    [
      'two graders one level apart',
      [],
      [graded({ share: 1 }), graded({ share: 0.75, second: true, taskId: 'u', graderId: 'h' })],
      ['graders-disagree s'],
    ],
    [
      'one says 不适用',
      [],
      [graded({ share: null }), graded({ share: 0.75, second: true, taskId: 'u', graderId: 'h' })],
      ['graders-disagree s'],
    ],
    [
      'the second grader alone is never flagged for evidence',
      [],
      [graded(), graded({ second: true, evidence: 0, graderId: 'h' })],
      [],
    ],
  ])('%s', (_, rows, grades, expected) => {
    expect(kindsOf(rows, grades)).toEqual(expected)
  })

  test('against the grader’s own mean, not against that of others', () => {
    const own = (n: number, share: number, graderId: string) =>
      graded({ subjectId: `${graderId}${n}`, taskId: `${graderId}${n}`, graderId, share })
    const strict = [1, 2, 3, 4, 5, 6].map((n) => own(n, 0.5, 'strict'))
    const kind = [1, 2, 3, 4, 5].map((n) => own(n, 1, 'kind'))
    expect(kindsOf([], [...strict, ...kind, own(6, 0.5, 'kind')])).toEqual(['grader-outlier kind6'])
  })

  test('against the district’s mean for the row', () => {
    const rows = [1, 2, 3, 4, 5].map((n) => scored({ subjectId: `s${n}` }))
    const elsewhere = scored({ subjectId: 'far away', districtId: 'e', share: 0 })
    expect(kindsOf([...rows, elsewhere, scored({ subjectId: 's6', share: 0 })], [])).toEqual([
      'district-outlier s6',
    ])
  })

  test('each flag says why, in both languages, with no hole left', () => {
    for (const { kind, params } of flagsOf(
      [scored({ share: 0, before: 1 })],
      [graded({ evidence: 0, overrideReason: '现场核实', share: 0 }), graded({ second: true })],
      limits,
    )) {
      const { zh, en } = wordsOfFlag(kind, params)
      expect(zh).toMatch(/[一-鿿]/)
      expect(en).not.toMatch(/undefined/)
    }
  })
})

describe('agreement of two graders', () => {
  // Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions: 100 subjects, three categories.
  const textbook = [
    [75, 1, 4],
    [5, 4, 1],
    [0, 0, 10],
  ]
  test('the exact table of a textbook gives its weighted kappa', () => {
    const kappa = weightedKappa(textbook)
    // Observed 0.925, by chance 0.73: by hand.
    expect(kappa?.value).toBeCloseTo((0.925 - 0.73) / 0.27, 6)
    expect(kappa?.low).toBeLessThan(kappa?.value ?? 0)
    expect(kappa?.high).toBeGreaterThan(kappa?.value ?? 0)
  })

  test('always agreeing is 1, answering by chance is 0, one category alone cannot be told', () => {
    expect(
      weightedKappa([
        [5, 0],
        [0, 5],
      ]),
    ).toEqual({ value: 1, low: 1, high: 1 })
    expect(
      weightedKappa([
        [5, 5],
        [5, 5],
      ])?.value,
    ).toBeCloseTo(0, 12)
    expect(
      weightedKappa([
        [5, 0],
        [0, 0],
      ]),
    ).toBeNull()
    expect(
      weightedKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull()
  })

  test('four times as many pairs halve the interval', () => {
    const width = (table: number[][]) => {
      const kappa = weightedKappa(table)
      return (kappa?.high ?? 0) - (kappa?.low ?? 0)
    }
    const larger = textbook.map((line) => line.map((n) => n * 4))
    expect(width(textbook) / width(larger)).toBeCloseTo(2, 6)
  })

  test('a share has an interval even where all agree, and none without pairs', () => {
    expect(shareOf(0, 0)).toBeNull()
    const all = shareOf(10, 10)
    expect(all?.high).toBeCloseTo(1, 9)
    expect(all?.low).toBeCloseTo(0.7225, 3)
  })

  test('pairs are counted where row and column meet', () => {
    expect(
      crossingOf(
        [
          [0, 1],
          [0, 1],
          [1, 1],
        ],
        2,
      ),
    ).toEqual([
      [0, 2],
      [0, 1],
    ])
  })
})

const says = (over: Partial<Said>): Said => ({
  numerator: null,
  denominator: null,
  value: null,
  named: null,
  notApplicable: null,
  ...over,
})
const shares = new Map([
  ['优', Fraction.ONE],
  ['良', Fraction.of(3, 4)],
])

test.each([
  ['grade', says({ named: '优' }), says({ named: '良' }), { value: '0.875' }],
  ['grade', says({ value: '0.5' }), says({ named: '优' }), { value: '0.75' }],
  [
    'ratio',
    says({ numerator: '8', denominator: '10' }),
    says({ numerator: '9', denominator: '10.0' }),
    { numerator: '8.5', denominator: '10' },
  ],
  [
    'ratio',
    says({ numerator: '8', denominator: '10' }),
    says({ numerator: '9', denominator: '12' }),
    undefined,
  ],
  ['count', says({ value: '3' }), says({ value: '4' }), { value: '3.5' }],
  ['boolean', says({ value: '1' }), says({ value: '0' }), undefined],
  ['grade', says({ notApplicable: '不适用' }), says({ named: '优' }), undefined],
  ['tiers', says({ named: 'AA' }), says({ named: 'A' }), undefined],
])('the mean of two readings of a %s', (mechanism, first, second, expected) => {
  const mean = meanOfGrades(mechanism, shares, [first, second])
  if (expected) expect(mean).toMatchObject(expected)
  else expect(mean).toBeUndefined()
})
