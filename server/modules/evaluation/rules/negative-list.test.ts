import { describe, expect, test } from 'vitest'
import { Fraction } from '../../../values/fraction.ts'
import { preparePlan } from './plan.ts'
import { type Incident, type Reading, reading } from './reading.ts'
import { scoreSubject } from './score-subject.ts'
import { testFact, testRow, testSettings, testTable } from './testing/rows.ts'

const deduction = (id: string, fact: string) =>
  testRow({
    id,
    mechanism: 'deduction',
    points: '0',
    group: '负面清单',
    fact: testFact(fact, 'deduction'),
    parameters: { least: 'demo', most: 'demo', severities: { 一般: 5, 较大: 10, 重大: 20 } },
    figures: { least: '5', most: '20' },
  })
const rows = [
  testRow({ id: '1-01', mechanism: 'survey', points: '50', fact: testFact('survey', 'score') }),
  deduction('1-02', 'accidents'),
  deduction('1-03', 'publicity'),
]
const plan = preparePlan(testTable(rows), testSettings, { level: 'compound', variant: null })

function told(accidents: Incident[], publicity: Incident[]): string {
  const facts = new Map<string, Reading>([
    ['survey', reading({ value: Fraction.HUNDRED })],
    ['accidents', reading({ incidents: accidents })],
    ['publicity', reading({ incidents: publicity })],
  ])
  const score = scoreSubject(plan, facts)
  return `${score.rows
    .slice(1)
    .map((r) => r.points)
    .join(' ')} = ${score.total.toString()}`
}
const event = (incident: string, severity: string | number): Incident => ({
  incident,
  severity: typeof severity === 'number' ? Fraction.of(severity) : severity,
})

describe('the negative list (C23)', () => {
  test.each<[string, Incident[], Incident[], string]>([
    ['no incident takes nothing', [], [], '0 0 = 50'],
    ['two events are deducted once each', [event('a', '一般'), event('b', '较大')], [], '-15 0 = 35'],
    [
      'one event found twice counts at its largest',
      [event('a', '一般'), event('a', '较大')],
      [],
      '-10 0 = 40',
    ],
    ['one event in two rows counts in the heavier', [event('a', '一般')], [event('a', '较大')], '0 -10 = 40'],
    [
      'of two that weigh the same the earlier row keeps it',
      [event('a', '较大')],
      [event('a', '较大')],
      '-10 0 = 40',
    ],
    [
      'findings without a number are events of their own',
      [event('#1', '一般')],
      [event('#1', '一般')],
      '-5 -5 = 40',
    ],
    ['points are held between least and most', [event('a', 1), event('b', 99)], [], '-25 0 = 25'],
    ['a finding of 0 is none', [event('a', 0)], [], '0 0 = 50'],
    [
      'the total never falls below 0',
      [event('a', '重大'), event('b', '重大'), event('c', '重大')],
      [],
      '-60 0 = 0',
    ],
  ])('%s', (_title, accidents, publicity, expected) => {
    expect(told(accidents, publicity)).toBe(expected)
  })

  test('a severity that the scale does not know is refused, never guessed', () => {
    expect(() => told([event('a', '极大')], [])).toThrow(RangeError)
  })
})
