import { describe, expect, test } from 'vitest'
import { Fraction } from '../values/fraction.ts'
import { edition, limitAt, loadRulebook, RulebookError } from './load.ts'
import { faultsOf, lineOf, type Planted } from './testing/planted.ts'

const rulebook = loadRulebook()

describe('the rule-book as shipped', () => {
  test('holds every clause, ruling and row of the draft', () => {
    expect(Object.keys(rulebook.rulings)).toHaveLength(38)
    const rows = Object.entries(rulebook.rows['DB1502-draft-2021'] ?? {}).map(([id, list]) => [
      id,
      list.length,
    ])
    expect(Object.fromEntries(rows)).toEqual({ 'A.1': 50, 'A.2': 33, 'A.3': 34, 'A.4': 39 })
    const statements = Object.values(rulebook.clauses).flatMap((c) => c.statements)
    expect(statements.filter((s) => s.kind === '应').length).toBeGreaterThanOrEqual(105)
  })

  test('gives owners 30, 60, 30 and 20 points of the four tables (A.2.2, 6.8.1 c, A.4.2, A.5.2)', () => {
    const tables = rulebook.schemes['DB1502-draft-2021']?.tables ?? []
    expect(tables.map((t) => t.ownersShare.points)).toEqual(['30', '60', '30', '20'])
  })

  test('is plain, and frozen to the bottom', () => {
    expect(JSON.parse(JSON.stringify(rulebook))).toEqual(rulebook)
    expect(Object.isFrozen(rulebook.limits['committee-party-share-minimum']?.values[0])).toBe(true)
  })

  test('loads in less than 300 ms (600 allowed under test load)', () => {
    const start = performance.now()
    loadRulebook()
    const ms = performance.now() - start
    process.stdout.write(`rule-book loaded in ${ms.toFixed(0)} ms\n`)
    expect(ms).toBeLessThan(600)
  })

  test('an edition carries its limits as they stand that day', () => {
    const row = edition(rulebook, 'DB1502-draft-2021', '2026-12-31').tables['A.1']?.rows.find(
      (r) => r.id === '1-04',
    )
    expect(row?.figures.limit?.value.equals(Fraction.parse('3/5'))).toBe(true)
    expect(() => edition(rulebook, 'DB1502-1999', '2026-12-31')).toThrow(RangeError)
  })

  test('a limit is read by date: each value holds from its first day up to, but not on, its end', () => {
    const limit = rulebook.limits['committee-party-share-minimum']
    if (!limit) throw new Error('limit is gone')
    const values = [
      { from: '2021-01-01', to: '2026-01-01', value: '3/5' },
      { from: '2026-01-01', to: null, value: '1/2' },
    ]
    const dated = { limits: { [limit.id]: { ...limit, values } } }
    const at = (day: string) => limitAt(dated, limit.id, day).value.toString()
    expect([at('2021-01-01'), at('2025-12-31'), at('2026-01-01')]).toEqual(['3/5', '3/5', '1/2'])
    expect(() => at('2020-12-31')).toThrow(RangeError)
    expect(() => limitAt(dated, 'unknown', '2026-01-01')).toThrow(RangeError)
  })
})

const A1 = 'indicators/A.1.yaml'
const SCHEME = 'schemes/DB1502-draft-2021.yaml'
const LIMITS = 'limits/compound.yaml'
const SHARE = "value: '3/5' }"

describe('a planted fault is named with file and line', () => {
  const planted: [string, Planted, string][] = [
    ['a broken bracket', { file: A1, find: 'levels: [compound]', put: 'levels: [compound' }, 'yaml'],
    ['an unknown field', { file: A1, find: '    evaluator:', put: '    evaluater:' }, 'field-unknown'],
    ['an unknown mechanism', { file: A1, find: 'mechanism: ratio', put: 'mechanism: rate' }, 'field-choice'],
    [
      'a wrong evaluator',
      { file: A1, find: 'evaluator: 考核组', put: 'evaluator: 业主委员会' },
      'field-choice',
    ],
    [
      'an unknown fact',
      { file: A1, find: 'fact: head-party-standing', put: 'fact: head-standing' },
      'no-fact',
    ],
    [
      'an unknown gate',
      { file: A1, find: 'gate: project-head-in-post', put: 'gate: head-in-post' },
      'no-fact',
    ],
    [
      'a gate that is no yes-no',
      { file: A1, find: 'gate: project-head-in-post', put: 'gate: seven-haves' },
      'gate-shape',
    ],
    [
      'a mechanism for another shape',
      { file: A1, find: 'fact: seven-haves', put: 'fact: credit-grade' },
      'fact-shape',
    ],
    ['an unknown ruling', { file: A1, find: 'rulings: [C22', put: 'rulings: [C99' }, 'no-ruling'],
    ['an unknown clause', { file: A1, find: 'clauses: [6.1.6]', put: 'clauses: [6.99.6]' }, 'no-clause'],
    [
      'a missing title',
      { file: LIMITS, find: '  titleEn: Lowest share of Party', put: '  # titleEn: Lowest' },
      'field-missing',
    ],
    ['a value that is no number', { file: LIMITS, find: SHARE, put: "value: '3/0' }" }, 'exact'],
    [
      'a day that does not exist',
      { file: LIMITS, find: "from: '2021-01-01'", put: "from: '2021-02-30'" },
      'day',
    ],
    [
      'a limit nobody defines',
      { file: A1, find: 'limit: committee-party-share-minimum', put: 'limit: x-y' },
      'no-limit',
    ],
    [
      'a limit whose dates overlap',
      { file: LIMITS, find: SHARE, put: `${SHARE}\n    - { from: '2025-01-01', to: null, value: 1 }` },
      'days-overlap',
    ],
    [
      'a limit that ends before it begins',
      { file: LIMITS, find: 'to: null', put: "to: '2020-01-01'" },
      'days-order',
    ],
    ['a table that sums to 101', { file: A1, find: 'points: 2', put: 'points: 3' }, 'table-sum'],
    [
      'a group that is not a group',
      { file: A1, find: 'level1: 党建引领', put: 'level1: 党建' },
      'group-unknown',
    ],
    [
      'owners with another share',
      { file: SCHEME, find: 'ownersShare: { points: 60', put: 'ownersShare: { points: 50' },
      'owners-sum',
    ],
    [
      'owners below the ruling',
      { file: 'rulings/rulings.yaml', find: 'enterpriseOwnersShare: 60', put: 'enterpriseOwnersShare: 61' },
      'owners-floor',
    ],
    [
      'bands with a hole',
      { file: SCHEME, find: "from: '80', to: '90'", put: "from: '80', to: '89'" },
      'bands-gap',
    ],
    ['a rubric that does not fall', { file: A1, find: "share: '3/4'", put: "share: '1'" }, 'grade-falling'],
    ['tiers out of order', { file: A1, find: 'at: 1, share', put: 'at: 3, share' }, 'tiers-rising'],
    [
      'a severity beyond its limit',
      { file: 'indicators/A.2.yaml', find: '特别重大: 20', put: '特别重大: 21' },
      'severity-range',
    ],
    [
      'two of one id',
      { file: 'facts/compound.yaml', find: '- id: project-party-coverage', put: '- id: head-party-standing' },
      'duplicate',
    ],
    [
      'a 应 that is nowhere',
      { file: 'requirements/not-checkable.yaml', find: 'statement: ', put: 'statement: x' },
      'field-form',
    ],
    [
      'a parameter that scoring needs',
      { file: 'rulings/rulings.yaml', find: 'notAttributableRows:', put: 'otherRows:' },
      'ruling-parameter',
    ],
  ]

  test.each(planted)('%s', (_title, plant, code) => {
    const fault = faultsOf(plant).find((f) => f.code === code)
    expect(fault?.file).toMatch(/^rulebook\/.+\.yaml$/)
    // A ruling's fault shows in the scheme that breaks it, not in the ruling that was changed.
    const sameFile = fault?.file === `rulebook/${plant.file}`
    const nearby = sameFile ? Math.abs((fault?.line ?? 0) - lineOf(plant.file, plant.find)) : 0
    expect(nearby).toBeLessThanOrEqual(code === 'table-sum' || code === 'yaml' ? 30 : 2)
    expect(fault?.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(fault?.en).toMatch(/[a-z]/)
  })

  test('a 应 statement taken out of both lists is found, and one in both', () => {
    const file = 'requirements/not-checkable.yaml'
    const first = rulebook.notCheckable[0]
    const other = Object.values(rulebook.requirements)[0]
    if (!first || !other) throw new Error('no requirement to plant on')
    const put = (statement: string) => ({ file, find: `'${first.statement}'`, put: `'${statement}'` })
    const codes = faultsOf(put(other.statement)).map((f) => f.code)
    expect(codes).toContain('shall-nowhere')
    expect(codes).toContain('shall-twice')
  })

  test('all faults are told at once, and the message lists them as file:line', () => {
    expect(() => loadRulebook('/nowhere/at/all')).toThrow(RulebookError)
    const error = new RulebookError(
      faultsOf({ file: A1, find: 'fact: head-party-standing', put: 'fact: nobody' }),
    )
    expect(error.message).toMatch(/rulebook\/indicators\/A\.1\.yaml:20: 引用的事实“nobody”不存在/)
  })
})
