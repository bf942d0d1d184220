import { describe, expect, test } from 'vitest'
import { Fraction } from '../../../../values/fraction.ts'
import { scoreSubject } from '../score-subject.ts'
import { preparePlan } from '../plan.ts'
import { type Reading, reading } from '../reading.ts'
import { type RowParts, testFact, testRow, testSettings, testTable } from '../testing/rows.ts'

const of = (n: number, d: number) => reading({ numerator: Fraction.of(n), denominator: Fraction.of(d) })
const value = (v: string) => reading({ value: Fraction.parse(v) })
const name = (n: string, v?: string) =>
  reading({ name: n, ...(v === undefined ? {} : { value: Fraction.parse(v) }) })

/** Scores one row by itself and says "points state code". */
function told(parts: RowParts, demo: Reading | undefined, gate?: Reading): string {
  const plan = preparePlan(testTable([testRow(parts)]), testSettings, { level: 'compound', variant: null })
  const readings = new Map<string, Reading>()
  if (demo) readings.set('demo', demo)
  if (gate) readings.set('gate', gate)
  const row = scoreSubject(plan, readings).rows[0]
  return `${row?.earned.toString()} ${row?.state} ${row?.reason.code}`
}

const yesNo: RowParts = { mechanism: 'boolean' }
const share: RowParts = {
  mechanism: 'boolean',
  parameters: { comparator: '>=', limit: 'demo' },
  figures: { limit: '3/5' },
}
const none: RowParts = {
  mechanism: 'boolean',
  parameters: { comparator: '<=', limit: 'demo' },
  figures: { limit: '0' },
}
const demand: RowParts = { mechanism: 'ratio', parameters: { zero: 'full' } }
const structural: RowParts = { mechanism: 'ratio', parameters: { zero: 'not-applicable' } }
const limited: RowParts = {
  mechanism: 'ratio',
  parameters: { zero: 'full', limit: 'demo' },
  figures: { limit: '7/10' },
}
const count: RowParts = { mechanism: 'count', parameters: { target: 'demo' }, figures: { target: '4' } }
const list: RowParts = { mechanism: 'checklist', parameters: { of: 'demo' }, figures: { of: '7' } }
const tiers: RowParts = {
  mechanism: 'tiers',
  parameters: {
    tiers: [
      { at: 1, share: '0', name: '低' },
      { at: 2, share: '1/2', name: '中' },
      { at: 3, share: '1', name: '高' },
    ],
  },
}

describe('mechanisms: one row of 2 points', () => {
  test.each<[string, RowParts, Reading | undefined, string]>([
    ['boolean 是', yesNo, value('1'), '2 scored yes'],
    ['boolean 否', yesNo, value('0'), '0 scored no'],
    ['boolean 1/1', yesNo, of(1, 1), '2 scored yes'],
    ['boolean 11/12 is not yet 是', yesNo, of(11, 12), '0 scored no'],
    ['boolean 0/0 does not apply (C22)', yesNo, of(0, 0), '0 not-applicable zero-denominator'],
    ['boolean without a fact', yesNo, undefined, '0 missing missing'],
    ['boolean with an empty reading', yesNo, reading({}), '0 missing missing'],
    ['boolean 3/5 ≥ 60% exactly (4.4.3)', share, of(3, 5), '2 scored limit-met'],
    ['boolean 59.999…% is below 60%', share, of(599999999, 1000000000), '0 scored limit-missed'],
    ['boolean ≤ 0', none, value('0'), '2 scored limit-met'],
    ['boolean 1 is not ≤ 0', none, value('1'), '0 scored limit-missed'],
    ['ratio 9/12', structural, of(9, 12), '3/2 scored ratio'],
    ['ratio over 1 is capped', structural, of(13, 12), '2 scored ratio'],
    ['demand ratio 0/0 is full (C32)', demand, of(0, 0), '2 no-matter no-matter'],
    ['structural ratio 0/0 does not apply (C32)', structural, of(0, 0), '0 not-applicable zero-denominator'],
    ['ratio as a share', structural, value('0.75'), '3/2 scored ratio'],
    ['ratio 0/5 is a scored 0', demand, of(0, 5), '0 scored ratio'],
    ['ratio full at 70%', limited, of(35, 100), '1 scored ratio'],
    ['count 3 of 4', count, value('3'), '3/2 scored count'],
    ['count over the target', count, value('9'), '2 scored count'],
    ['count 0', count, value('0'), '0 scored count'],
    ['count 0/0', count, of(0, 0), '0 not-applicable zero-denominator'],
    ['tier exactly at its start', tiers, value('2'), '1 scored tier'],
    ['tier by name', tiers, name('高', '3'), '2 scored tier'],
    ['tier between starts', tiers, value('2.9'), '1 scored tier'],
    ['below the lowest tier', tiers, value('0'), '0 scored below-tiers'],
    ['checklist 5 of 7', list, value('5'), '10/7 scored checklist'],
    ['checklist with its own denominator', list, of(5, 10), '1 scored checklist'],
    ['checklist with more than all', list, value('8'), '2 scored checklist'],
    ['grade 良', { mechanism: 'grade' }, name('良'), '3/2 scored grade'],
    ['grade as a mean share', { mechanism: 'grade' }, value('5/6'), '5/3 scored grade'],
    ['grade 0/0 (C38)', { mechanism: 'grade' }, of(0, 0), '0 not-applicable zero-denominator'],
    ['survey 78.75', { mechanism: 'survey' }, value('78.75'), '63/40 scored survey'],
    ['survey nobody answered', { mechanism: 'survey' }, of(0, 0), '0 missing missing'],
    ['none', { mechanism: 'none' }, value('1'), '0 not-applicable not-scored'],
    [
      '不适用 declared',
      structural,
      reading({ notApplicable: '尚未交付' }),
      '0 not-applicable declared-not-applicable',
    ],
  ])('%s', (_title, parts, demo, expected) => {
    expect(told(parts, demo)).toBe(expected)
  })

  const gated: RowParts = { mechanism: 'grade', gate: testFact('gate', 'yes-no') }
  test.each<[string, Reading | undefined, Reading | undefined, string]>([
    ['open', name('优'), value('1'), '2 scored grade'],
    ['shut', name('优'), value('0'), '0 scored gate-no'],
    ['shut, and no grade needed', undefined, value('0'), '0 scored gate-no'],
    ['unknown', name('优'), undefined, '0 missing gate-missing'],
    ['open, no grade', undefined, value('1'), '0 missing missing'],
    [
      'not applicable',
      name('优'),
      reading({ notApplicable: '无' }),
      '0 not-applicable declared-not-applicable',
    ],
    ['0/0', name('优'), of(0, 0), '0 not-applicable zero-denominator'],
  ])('a gate that is %s', (_title, demo, gate, expected) => {
    expect(told(gated, demo, gate)).toBe(expected)
  })
})
