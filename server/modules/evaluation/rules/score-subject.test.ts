import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EditionTable } from '../../../rulebook/edition.ts'
import { edition, loadRulebook } from '../../../rulebook/load.ts'
import { Fraction } from '../../../values/fraction.ts'
import { preparePlan } from './plan.ts'
import { type Reading, reading } from './reading.ts'
import { bandOf, scoreSubject } from './score-subject.ts'

const draft = edition(loadRulebook(), 'DB1502-draft-2021', '2026-12-31')

const PLANS = Object.values(draft.tables).flatMap((table: EditionTable) => {
  const levels = [...new Set(table.rows.flatMap((r) => r.levels))]
  const variants = table.variants.length > 0 ? table.variants : [null]
  return levels.flatMap((level) =>
    variants.map((variant) => preparePlan(table, draft.settings, { level, variant })),
  )
})
type Plan = (typeof PLANS)[number]

/** Any sensible reading of the fact that a plan's row or gate reads. */
function readingOf(plan: Plan, id: string): fc.Arbitrary<Reading | undefined> {
  const planned = plan.rows.find((r) => r.row.fact === id || r.row.gate === id)
  const fact = planned?.row.fact === id ? planned.row.factDefinition : planned?.row.gateDefinition
  const ratio = fc
    .tuple(fc.nat(40), fc.nat(40))
    .map(([n, d]) => reading({ numerator: Fraction.of(d === 0 ? 0 : n), denominator: Fraction.of(d) }))
  const value = (most: number) => fc.nat(most).map((v) => reading({ value: Fraction.of(v) }))
  const shapes: Record<string, fc.Arbitrary<Reading>> = {
    'yes-no': value(1),
    ratio,
    count: value(20),
    checklist: value(9),
    level: value(5),
    grade: fc.constantFrom('优', '良', '中', '差').map((name) => reading({ name })),
    score: value(100),
    deduction: fc
      .array(
        fc.record({
          incident: fc.constantFrom('a', 'b', 'c'),
          severity: fc.nat(20).map((v) => Fraction.of(v)),
        }),
      )
      .map((incidents) => reading({ incidents })),
  }
  return fc.oneof(
    { weight: 8, arbitrary: shapes[fact?.shape ?? ''] ?? ratio },
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant(reading({ notApplicable: '演示' })) },
  )
}

const subject = fc.constantFrom(...PLANS).chain((plan) =>
  fc.tuple(...plan.facts.map((id) => readingOf(plan, id))).map((list) => {
    const entries = plan.facts.flatMap((id, i): [string, Reading][] => {
      const read = list[i]
      return read ? [[id, read]] : []
    })
    return { plan, entries }
  }),
)

describe('a subject of any table, level and variant', () => {
  test('its total lies between 0 and 100, and the most it could have is 100 (C1, C23, C32)', () => {
    fc.assert(
      fc.property(subject, ({ plan, entries }) => {
        const score = scoreSubject(plan, new Map(entries))
        expect(score.total.isNegative()).toBe(false)
        expect(score.total.compare(Fraction.HUNDRED)).toBeLessThanOrEqual(0)
        const most = Fraction.sum(score.rows.map((r) => r.max))
        expect(most.toString()).toBe(score.applies ? '100' : '0')
      }),
    )
  })

  test('reweighting keeps the points of every group in which something applies (C32)', () => {
    fc.assert(
      fc.property(subject, ({ plan, entries }) => {
        const { rows } = scoreSubject(plan, new Map(entries))
        const sums = plan.groups.map((_, g) =>
          Fraction.sum(rows.filter((_row, i) => plan.rows[i]?.group === g).map((r) => r.max)),
        )
        const whole = sums.every((s, g) => !s.isZero() || plan.groups[g]?.points.isZero())
        fc.pre(whole)
        expect(sums.map(String)).toEqual(plan.groups.map((g) => g.points.toString()))
      }),
    )
  })

  test('the order in which facts come is of no account', () => {
    fc.assert(
      fc.property(subject, ({ plan, entries }) => {
        const there = scoreSubject(plan, new Map(entries))
        const back = scoreSubject(plan, new Map(entries.toReversed()))
        expect(JSON.stringify(back)).toBe(JSON.stringify(there))
      }),
    )
  })

  test('a missing fact scores 0 and is counted as missing; bringing it never lowers the total', () => {
    fc.assert(
      fc.property(subject, fc.nat(), ({ plan, entries }, pick) => {
        const scorable = entries.filter(
          ([, r]) => r.notApplicable === null && !r.denominator?.isZero() && !r.incidents,
        )
        fc.pre(scorable.length > 0)
        const [without] = scorable[pick % scorable.length] ?? ['']
        const rows = plan.rows.filter((r) => r.row.fact === without || r.row.gate === without)
        fc.pre(!rows.some((r) => r.notAttributable))
        const fuller = scoreSubject(plan, new Map(entries))
        const poorer = scoreSubject(plan, new Map(entries.filter(([id]) => id !== without)))
        expect(poorer.total.compare(fuller.total)).toBeLessThanOrEqual(0)
        for (const row of poorer.rows) if (row.state === 'missing') expect(row.points.isZero()).toBe(true)
      }),
    )
  })

  test('the rows add up to the total unless the floor holds it', () => {
    fc.assert(
      fc.property(subject, ({ plan, entries }) => {
        const score = scoreSubject(plan, new Map(entries))
        const sum = Fraction.sum(score.rows.map((r) => r.points))
        expect(score.total.toString()).toBe(Fraction.max(plan.floor, sum).toString())
      }),
    )
  })

  test('with no fact at all nothing is won and everything is missing or does not apply', () => {
    for (const plan of PLANS) {
      const score = scoreSubject(plan, new Map())
      expect(score.total.isZero()).toBe(true)
      expect(score.missingPoints.toString()).toBe('100')
    }
  })
})

describe('bands (A.2.5, C3)', () => {
  const plan = PLANS.find((p) => p.table === 'A.1')
  test.each([
    ['100', '五星级'],
    ['90', '五星级'],
    ['89.999999999999', '四星级'],
    ['89.5', '四星级'],
    ['80', '四星级'],
    ['79.995', '三星级'],
    ['70', '三星级'],
    ['69.99', undefined],
  ])('%s is %s, without rounding first', (total, name) => {
    expect(bandOf(plan ?? { bands: [] }, Fraction.parse(total))?.name).toBe(name)
  })
})
