import { describe, expect, test } from 'vitest'
import { edition, loadRulebook } from '../../../rulebook/load.ts'
import { Fraction } from '../../../values/fraction.ts'
import { preparePlan } from './plan.ts'
import { readCells } from './read-cells.ts'
import type { Reading } from './reading.ts'
import { scoreSubject } from './score-subject.ts'
import { testFact, testRow, testSettings, testTable } from './testing/rows.ts'
import { why } from './why.ts'
import { WHY } from './why-texts.ts'

const months = testFact('demo', 'ratio', {
  title: '召开联席会议的月份',
  titleEn: 'Months with a joint meeting',
  unit: 'months',
})
const share = testFact('demo', 'ratio', { title: '党员比例', titleEn: 'Share of members', unit: 'share' })

function sentence(row: ReturnType<typeof testRow>, cells: Parameters<typeof readCells>[0] | undefined) {
  const readings = new Map<string, Reading>()
  if (cells && row.factDefinition) {
    const read = readCells(cells, row.factDefinition)
    if (read.ok) readings.set('demo', read.value)
  }
  const plan = preparePlan(testTable([row]), testSettings, { level: 'compound', variant: null })
  const score = scoreSubject(plan, readings).rows[0]
  if (!score) throw new Error('no row')
  return why(score, row)
}

describe('why a row has its points, in one sentence', () => {
  const ratio = testRow({ mechanism: 'ratio', parameters: { zero: 'full' }, fact: months })
  const limit = { comparator: '>=', limit: 'demo' }
  const boolean = testRow({ mechanism: 'boolean', parameters: limit, figures: { limit: '3/5' }, fact: share })

  test('a ratio names its parts, its percent and its points', () => {
    expect(sentence(ratio, { numerator: '9', denominator: '12' })).toEqual({
      zh: '召开联席会议的月份：12个月中有9个月，9/12＝75.0%，得1.50分（满分2分）。',
      en: 'Months with a joint meeting: 9 of 12 months, 9/12 = 75.0%, 1.50 of 2 points.',
    })
  })

  test('no matter, missing and not applicable say so', () => {
    expect(sentence(ratio, { numerator: '0', denominator: '0' }).zh).toContain('无事项')
    expect(sentence(ratio, undefined).zh).toBe('还没有“召开联席会议的月份”的记录，暂计0分，2分待定。')
    expect(sentence(ratio, { value: '不适用', note: '新交付' }).zh).toContain('不适用（新交付）')
  })

  test('a share just below its limit is not shown as the limit', () => {
    const { zh } = sentence(boolean, { numerator: '5999', denominator: '10000' })
    expect(zh).toBe('党员比例：5999/10000＝59.99%，不符合“不低于60%”的要求，得0.00分（满分2分）。')
  })

  test('a row that carries points of others says both scales; stored text explains like fractions', () => {
    const stored = {
      state: 'scored' as const,
      points: '9/5',
      max: '12/5',
      earned: '3/2',
      printed: '2',
      reason: { code: 'ratio' as const, params: { numerator: '9', denominator: '12' } },
    }
    expect(why(stored, ratio).zh).toContain('因有指标不适用，本行按满分2.4分折算，计1.80分。')
    expect(Fraction.parse(stored.points).toFixed(2)).toBe('1.80')
  })

  test('every sentence over the real papers is whole: no hole stays open and none is empty', () => {
    const draft = edition(loadRulebook(), 'DB1502-draft-2021', '2026-12-31')
    const params = {
      numerator: '1',
      denominator: '3',
      value: '1',
      name: '优',
      comparator: '>=',
      limit: '1/2',
      target: '2',
    }
    const more = {
      met: '1',
      of: '2',
      mean: '50',
      share: '1/2',
      tier: '中',
      incidents: '1',
      names: '一般',
      why: '无',
      gate: 'g',
    }
    for (const row of Object.values(draft.tables).flatMap((t) => t.rows)) {
      for (const code of Object.keys(WHY) as (keyof typeof WHY)[]) {
        const base = { state: 'scored' as const, points: '1', max: '2', earned: '1', printed: '2' }
        const said = why({ ...base, reason: { code, params: { ...params, ...more } } }, row)
        expect(said.zh).toMatch(/^[^{}]+。$/)
        expect(said.en).toMatch(/^[^{}]+\.$/)
        expect(said.zh).not.toMatch(/“”|，，|：，|undefined/)
      }
    }
  })
})

test('C11: a mean of several readings says which they were', () => {
  const row = testRow({ mechanism: 'ratio', parameters: { zero: 'full' }, fact: share })
  const score = {
    state: 'scored' as const,
    reason: { code: 'ratio' as const, params: { value: '11/14', readings: '2', said: '6/7、5/7' } },
    points: '11/7',
    earned: '11/7',
    max: '2',
    printed: '2',
  }
  expect(why(score, row).zh).toBe('2份登记：6/7、5/7，取平均。党员比例：78.6%，得1.57分（满分2分）。')
  const weighted = {
    ...score,
    reason: { ...score.reason, params: { ...score.reason.params, weighted: 'yes' } },
  }
  expect(why(weighted, row).zh).toContain('按项目户数加权平均')
})
