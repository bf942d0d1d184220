import { limitsOf } from '../edition.ts'
import type { Fault } from '../fault.ts'
import { faultAt, type Located, type LocatedRow, type Parts } from '../parts.ts'
import type { Path } from '../source-file.ts'

type Known = Record<'clause' | 'statement' | 'fact' | 'limit' | 'ruling' | 'scheme', Set<string>>

/** Every clause, statement, fact, limit, ruling, edition and table that is named must exist. */
export function checkReferences(parts: Parts): Fault[] {
  const ids = (list: Located<{ id: string }>[]) => new Set(list.map((l) => l.value.id))
  const known: Known = {
    clause: ids(parts.clauses),
    statement: new Set(parts.clauses.flatMap((c) => c.value.statements.map((s) => s.id))),
    fact: ids(parts.facts),
    limit: ids(parts.limits),
    ruling: ids(parts.rulings),
    scheme: ids(parts.schemes),
  }
  const faults: Fault[] = []
  const need = (kind: keyof Known, id: string, located: Located<unknown>, path: Path) => {
    if (!known[kind].has(id)) faults.push(faultAt(located, path, `no-${kind}`, { id }))
  }
  for (const r of parts.requirements) {
    need('statement', r.value.statement, r, ['statement'])
    need('clause', r.value.clause, r, ['clause'])
    need('fact', r.value.fact, r, ['fact'])
    need('limit', r.value.limit, r, ['limit'])
  }
  for (const n of parts.notCheckable) {
    need('statement', n.value.statement, n, ['statement'])
    need('clause', n.value.clause, n, ['clause'])
  }
  for (const l of [...parts.limits, ...parts.facts]) need('clause', l.value.clause, l, ['clause'])
  for (const r of parts.rulings) r.value.clauses.forEach((id, i) => need('clause', id, r, ['clauses', i]))
  for (const row of parts.rows) rowReferences(row, need)
  return [...faults, ...tableFaults(parts)]
}

type Need = (kind: keyof Known, id: string, located: Located<unknown>, path: Path) => void

function rowReferences(row: LocatedRow, need: Need): void {
  const { value } = row
  need('scheme', row.edition, row, ['id'])
  if (value.fact) need('fact', value.fact, row, ['fact'])
  if (value.gate) need('fact', value.gate, row, ['gate'])
  value.aids.forEach((id, i) => need('fact', id, row, ['aids', i]))
  value.rulings.forEach((id, i) => need('ruling', id, row, ['rulings', i]))
  value.clauses.forEach((id, i) => need('clause', id, row, ['clauses', i]))
  for (const [figure, id] of limitsOf(value)) need('limit', id, row, ['parameters', figure])
}

function tableFaults(parts: Parts): Fault[] {
  const faults: Fault[] = []
  for (const scheme of parts.schemes) {
    const rows = parts.rows.filter((r) => r.edition === scheme.value.id)
    scheme.value.tables.forEach((table, i) => {
      if (rows.some((r) => r.table === table.id)) return
      faults.push(faultAt(scheme, ['tables', i, 'id'], 'table-without-rows', { id: table.id }))
    })
    const ids = scheme.value.tables.map((t) => t.id)
    for (const row of rows.filter((r) => !ids.some((id) => id === r.table))) {
      faults.push(faultAt(row, ['id'], 'no-table', { edition: row.edition, id: row.table }))
    }
  }
  return faults
}
