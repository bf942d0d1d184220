import { expect, test } from 'vitest'
import { edition, loadRulebook } from '../../../rulebook/load.ts'
import { Fraction } from '../../../values/fraction.ts'
import { preparePlan } from './plan.ts'
import { type Reading, reading } from './reading.ts'
import { scoreSubject } from './score-subject.ts'

/** A city has about 2,500 compounds, so some 100,000 rows of A.1; this scores half as many again. */
const ROWS = 150_000

test('150,000 rows are scored in well under a second on one core (2 s allowed under test load)', () => {
  const draft = edition(loadRulebook(), 'DB1502-draft-2021', '2026-12-31')
  const table = draft.tables['A.1']
  if (!table) throw new Error('no table A.1')
  const plan = preparePlan(table, draft.settings, { level: 'compound', variant: '老旧小区' })
  const subjects = Array.from({ length: Math.ceil(ROWS / plan.rows.length) }, (_, s) => {
    const facts = plan.facts.map((id, i): [string, Reading] => [id, anyReading(plan, id, s * 31 + i * 7)])
    return new Map(facts)
  })
  const start = performance.now()
  let total = Fraction.ZERO
  for (const facts of subjects) total = Fraction.max(total, scoreSubject(plan, facts).total)
  const ms = performance.now() - start
  process.stdout.write(`scored ${subjects.length * plan.rows.length} rows in ${ms.toFixed(0)} ms\n`)
  expect(total.isZero()).toBe(false)
  expect(ms).toBeLessThan(2000)
})

function anyReading(plan: ReturnType<typeof preparePlan>, id: string, n: number): Reading {
  const shape = plan.rows.find((r) => r.row.fact === id)?.row.factDefinition?.shape
  if (shape === 'grade') return reading({ name: '优良中差'.charAt(n % 4) })
  if (shape === 'score') return reading({ value: Fraction.of(n % 10_001, 100) })
  if (shape !== 'ratio') return reading({ value: Fraction.of(n % 5) })
  const denominator = n % 11 === 0 ? 0 : (n % 37) + (n % 13)
  return reading({
    numerator: Fraction.of(denominator === 0 ? 0 : n % 37),
    denominator: Fraction.of(denominator),
  })
}
