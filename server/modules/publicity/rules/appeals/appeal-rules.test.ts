import { describe, expect, test } from 'vitest'
import { whyUndecidable } from './decidable.ts'
import { concerned, type Moved, wordsOfMoved } from './moved.ts'
import { outcomeOf } from './outcome.ts'
import { appealRefusal, isFinal } from './term.ts'

const term = (today: string, until: string | null = '2026-12-02', published = true) => ({
  today,
  until,
  published,
})

describe('A.1.4: appeals are taken from publication until the end of the publicity term', () => {
  test.each([
    ['moderation', term('2026-11-20'), 'appeal-early'],
    ['publicity', term('2026-11-24', '2026-12-02', false), 'appeal-early'],
    ['publicity', term('2026-11-24'), null],
    // 民法典 203: the last day belongs to the term.
    ['publicity', term('2026-12-02'), null],
    ['publicity', term('2026-12-03'), 'appeal-late'],
    ['publicity', term('2027-01-20', null), null],
    ['appeals', term('2026-12-03'), 'appeal-late'],
    ['final', term('2026-12-20'), 'appeal-late'],
    ['archived', term('2027-02-01'), 'appeal-late'],
    ['closed', term('2026-12-01'), 'appeal-early'],
  ] as const)('%s on %o', (state, when, expected) => {
    expect(appealRefusal(state, when)).toBe(expected)
  })

  test('from the final result on a change takes a correction', () => {
    expect((['publicity', 'appeals', 'final', 'archived'] as const).map(isFinal)).toEqual([
      false,
      false,
      true,
      true,
    ])
  })
})

test.each([
  ['deduction', 'serious-incidents', 'row-of-findings'],
  ['ratio', 'project-mean-score', 'row-follows'],
  ['none', 'patrol', 'row-follows'],
  ['grade', 'patrol', null],
] as const)(
  'C23: a row by %s of the fact %s cannot be decided by itself because of %s',
  (mechanism, fact, why) => {
    expect(whyUndecidable({ mechanism, fact })).toBe(why)
  },
)

test.each([
  [['upheld', 'upheld'], 'upheld'],
  [['rejected'], 'rejected'],
  [['upheld', 'rejected'], 'partly'],
  [['partly', 'partly'], 'partly'],
] as const)('rows decided as %o make the appeal %s', (rows, expected) => {
  expect(outcomeOf(rows.map((outcome) => ({ outcome })))).toBe(expected)
})

const moved = (over: Partial<Moved>): Moved => ({
  subjectId: 's',
  name: '幸福花园',
  kind: 'compound',
  placeId: 'p1',
  bodyId: null,
  rankBefore: 1,
  rankAfter: 2,
  ...over,
})

describe('everybody whose rank moved is told', () => {
  test('a firm hears once of itself and of all its projects; an office of its own; nobody’s project of nobody', () => {
    const told = concerned(
      [
        moved({}),
        moved({ subjectId: 't', placeId: 'p2', name: '和谐家园' }),
        moved({ kind: 'enterprise', bodyId: 'firm', placeId: 'd' }),
        moved({ kind: 'street', placeId: 'street' }),
        moved({ placeId: 'unserved' }),
      ],
      new Map([
        ['p1', 'firm'],
        ['p2', 'firm'],
      ]),
    )
    expect(told.map(({ key, moved: own }) => [key, own.length])).toEqual([
      ['firm', 3],
      ['street', 1],
    ])
    expect(told[1]?.to).toEqual({ placeId: 'street', roles: ['street-official'], reach: 'at' })
  })

  test('many are named by the first three and their number', () => {
    expect(wordsOfMoved([moved({}), moved({ name: '阳光小区', rankBefore: null })]).zh).toBe(
      '幸福花园（第 1 名→第 2 名）、阳光小区（未排名→第 2 名）',
    )
    expect(wordsOfMoved([1, 2, 3, 4, 5].map(() => moved({}))).zh).toMatch(/等 5 个$/)
  })
})
