import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Edition, edition, loadRulebook, RULEBOOK_FOLDER } from '../../../rulebook/load.ts'
import { overlay } from '../../../rulebook/overlay.ts'
import { proposalFile } from '../../../rulebook/schema/proposal.ts'
import {
  type WorkedExamples,
  type WorkedReading,
  workedExamplesFile,
} from '../../../rulebook/schema/worked-examples.ts'
import { readSource } from '../../../rulebook/source-file.ts'
import { Fraction } from '../../../values/fraction.ts'
import { factIndex } from './examine-fact.ts'
import { beyondWhole } from './part-of-whole.ts'
import { preparePlan } from './plan.ts'
import type { Reading } from './reading.ts'
import { gatherIncidents, readCells } from './read-cells.ts'
import { scoreSubject } from './score-subject.ts'

const rulebook = loadRulebook()
const index = factIndex(rulebook)
const shippedId = 'DB1502-draft-2021'
const draft = edition(rulebook, shippedId, '2026-12-31')

/** The shipped edition as the city would publish a copy of it: through the file that is exported and imported. */
function republished(): Edition {
  const indicators = Object.entries(rulebook.rows[shippedId] ?? {}).map(([table, rows]) => ({
    table,
    edition: 'COPY',
    rows,
  }))
  const scheme = { ...rulebook.schemes[shippedId], id: 'COPY', from: '2026-01-01' }
  const document = proposalFile.parse(JSON.parse(JSON.stringify({ scheme, indicators })))
  return edition(overlay(rulebook, document), 'COPY', '2026-12-31')
}
const published: [string, Edition][] = [
  ['as shipped', draft],
  ['copied unchanged and published', republished()],
]
const folder = join(RULEBOOK_FOLDER, 'worked-examples')
const files = readdirSync(folder).filter((f) => f.endsWith('.yaml'))
const examples = files.map((f) => workedExamplesFile.parse(readSource(join(folder, f), f).data))
const cases = examples.flatMap((e) => e.cases)
const subjects = examples.flatMap((e) => e.subjects)

type Facts = WorkedExamples['subjects'][number]['facts']

function read(id: string, cells: WorkedReading): Reading {
  const fact = rulebook.facts[id]
  if (!fact) throw new Error(`worked example names an unknown fact ${id}`)
  const text = (cell: string | number | boolean | null | undefined) => (cell == null ? '' : String(cell))
  const { numerator, denominator, value, note } = cells
  const result = readCells(
    { numerator: text(numerator), denominator: text(denominator), value: text(value), note: text(note) },
    fact,
  )
  if (!result.ok) throw new Error(`worked example: ${id} is refused: ${result.reason}`)
  const beyond = beyondWhole(result.value, fact, index.wholeIn(fact, 2026))
  if (beyond) throw new Error(`worked example: ${id} cannot be recorded: ${beyond.reasonEn}`)
  return result.value
}

function readingsOf(facts: Facts): Map<string, Reading> {
  return new Map(
    Object.entries(facts).map(([id, cells]) => {
      const rows = (Array.isArray(cells) ? cells : [cells]).map((c) => read(id, c))
      const first = rows[0]
      const deducts = rulebook.facts[id]?.shape === 'deduction'
      return [id, deducts || first === undefined ? gatherIncidents(rows) : first]
    }),
  )
}

function tableOf({ tables }: Edition, id: string) {
  const table = tables[id]
  if (!table) throw new Error(`worked example names an unknown table ${id}`)
  return table
}

describe.each(published)('worked examples, %s: these facts, these points', (_name, draft) => {
  test.each(cases.map((c) => [c.id, c.title, c] as const))('%s %s', (_id, _title, c) => {
    const table = tableOf(draft, c.table)
    const row = table.rows.find((r) => r.id === c.row)
    const level = row?.levels[0] ?? 'compound'
    const variant = row?.variant ?? table.variants[0] ?? null
    const score = scoreSubject(preparePlan(table, draft.settings, { level, variant }), readingsOf(c.facts))
    const found = score.rows.find((r) => r.id === c.row)
    expect({ points: found?.earned.toString(), state: found?.state }).toEqual({
      points: Fraction.parse(c.expect.points).toString(),
      state: c.expect.state,
    })
  })

  test.each(subjects.map((s) => [s.id, s.title, s] as const))('%s %s', (_id, _title, s) => {
    const plan = preparePlan(tableOf(draft, s.table), draft.settings, { level: s.level, variant: s.variant })
    const score = scoreSubject(plan, readingsOf(s.facts))
    const rows = Object.fromEntries(score.rows.map((r) => [r.id, r.points.toString()]))
    const expected = Object.entries(s.expect.rows).map(([id, points]) => [
      id,
      Fraction.parse(points).toString(),
    ])
    expect(rows).toMatchObject(Object.fromEntries(expected))
    expect(score.total.toString()).toBe(Fraction.parse(s.expect.total).toString())
    const missing = s.expect.missing ?? score.missingPoints.toString()
    expect(score.missingPoints.toString()).toBe(Fraction.parse(missing).toString())
    const band = s.expect.band === undefined ? score.band?.name : (s.expect.band ?? undefined)
    expect(score.band?.name).toBe(band)
  })

  test('each mechanism is met several times, and each table by a whole subject', () => {
    const mechanismOf = (row: string) =>
      Object.values(draft.tables)
        .flatMap((t) => t.rows)
        .find((r) => r.id === row)?.mechanism
    const met = Map.groupBy(cases, (c) => mechanismOf(c.row))
    for (const mechanism of [
      'boolean',
      'ratio',
      'count',
      'tiers',
      'checklist',
      'grade',
      'survey',
      'deduction',
    ] as const) {
      expect({ mechanism, enough: (met.get(mechanism)?.length ?? 0) >= 3 }).toEqual({
        mechanism,
        enough: true,
      })
    }
    expect(new Set(subjects.map((s) => s.table))).toEqual(new Set(['A.1', 'A.2', 'A.3', 'A.4']))
  })
})
