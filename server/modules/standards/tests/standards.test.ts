import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  checkProposal,
  getClause,
  getRow,
  getTable,
  listClauses,
  listEditions,
  listLimits,
  listRequirements,
  listRulings,
  searchPapers,
} from '../../../../contracts/standards/staff.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'

const edition = 'DB1502-draft-2021'
let app: TestApp
let reader: Person

beforeAll(async () => {
  app = await testApp()
  reader = await app.person({ role: 'auditor', placeId: app.cityId })
})
afterAll(() => app.close())

test('every role reads the rule-book: the tables in the order of the paper, each row with clause, ruling and how it arrives', async () => {
  const { body: list } = await reader.call(listEditions)
  expect(list.editions[0]?.tables.map((t) => t.id)).toEqual(['A.1', 'A.2', 'A.3', 'A.4'])
  const { body } = await reader.call(getTable, { params: { edition, table: 'A.1' } })
  expect(body.rows[0]).toMatchObject({ id: '1-01', arrival: 'computed', points: '2' })
  expect(body.rows.map((r) => r.id)).toEqual(body.rows.map((r) => r.id).toSorted())
  expect((await reader.call(getTable, { params: { edition, table: 'A.9' } })).status).toBe(404)
})

test('4.4.3: row 1-04 opens to its limit of 3/5, its clauses and the ruling with its reason', async () => {
  const { body } = await reader.call(getRow, { params: { edition, row: '1-04' } })
  expect(body.limits[0]).toMatchObject({ value: '3/5', undecided: false, clause: '4.4.3' })
  expect(body.clauses.map((c) => c.id)).toContain('4.4.3')
  expect(body.rulings[0]?.reason.length).toBeGreaterThan(5)
  const before = await reader.call(getRow, { params: { edition, row: '1-04' }, query: { on: '1990-01-01' } })
  expect(before.status).toBe(200)
})

test('a clause opens to what it requires, to the reason where it cannot be checked, and to the rows that cite it', async () => {
  const { body: tree } = await reader.call(listClauses)
  expect(tree.clauses.find((c) => c.id === '4.4.3')).toMatchObject({ parent: '4.4' })
  const { body } = await reader.call(getClause, { params: { id: '4.4.3' } })
  expect(body.statements.flatMap((s) => s.requirements).length).toBeGreaterThan(0)
  expect(body.indicators.map((i) => i.id)).toContain('1-04')
  const { body: open } = await reader.call(getClause, { params: { id: '4.1.4' } })
  expect(open.statements[0]?.notCheckable?.reason).toContain('没有')
})

test('lists narrow by text and state; the search finds numbers before words', async () => {
  const { body: all } = await reader.call(listLimits, { query: {} })
  const { body: open } = await reader.call(listLimits, { query: { undecided: 'yes' } })
  expect(open.rows.length).toBeLessThan(all.rows.length)
  expect(open.rows.every((l) => l.undecided)).toBe(true)
  const { body: required } = await reader.call(listRequirements, { query: { arrival: 'missing' } })
  expect(required.rows.every((r) => r.fact.arrival === 'missing')).toBe(true)
  expect((await reader.call(listRulings, { query: { text: 'C22' } })).body.rulings[0]?.id).toBe('C22')
  const { body: found } = await reader.call(searchPapers, { query: { text: '1-06' } })
  expect(found.found[0]).toMatchObject({ kind: 'indicator', id: '1-06', table: 'A.1' })
  expect((await reader.call(searchPapers, { query: { text: '业委会' } })).body.found.length).toBeGreaterThan(
    3,
  )
})

test('a proposed table is checked against the standing papers, every fault with its line', async () => {
  const text = `table: A.1\nedition: ${edition}\nrows:\n  - id: 1-01\n    points: 2\n    mechanism: boolean\n`
  const { status, body } = await reader.call(checkProposal, { body: { text, name: 'A.1.yaml' } })
  expect(status).toBe(200)
  expect(body.faults.length).toBeGreaterThan(3)
  expect(body.faults[0]?.line).toBeGreaterThan(3)
  const broken = await reader.call(checkProposal, { body: { text: 'rows: [' } })
  expect(broken.body.faults[0]?.detail).toContain('YAML')
})
