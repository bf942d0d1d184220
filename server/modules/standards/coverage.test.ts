import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadRulebook } from '../../rulebook/load.ts'
import { Fraction } from '../../values/fraction.ts'
import { coverage } from './queries/coverage.ts'
import { coverageMarkdown } from './coverage.ts'

const rulebook = loadRulebook()
const covered = coverage(rulebook, 'DB1502-draft-2021')

test('docs/coverage.md says what the rule-book says (write it anew with npx gongzhi docs)', () => {
  expect(readFileSync(new URL('../../../docs/coverage.md', import.meta.url), 'utf8')).toBe(
    coverageMarkdown(rulebook),
  )
})

test('the points of each table and variant are told by provenance to the last one', () => {
  expect(covered.tables.map((t) => t.table)).toEqual(['A.1', 'A.1', 'A.2', 'A.3', 'A.4'])
  for (const table of covered.tables)
    expect(Fraction.sum(table.by.map((b) => Fraction.parse(b.points))).toString()).toBe(table.points)
})

test('every 应 is a requirement or not checkable with its reason, and every requirement stands under its clause', () => {
  const { shall, required, notCheckable } = covered.statements
  expect(required + notCheckable).toBe(shall)
  expect(covered.clauses.flatMap((c) => c.requirements).length).toBe(
    Object.keys(rulebook.requirements).length,
  )
  expect(covered.requirements.reduce((sum, r) => sum + r.count, 0)).toBe(
    Object.keys(rulebook.requirements).length,
  )
})
