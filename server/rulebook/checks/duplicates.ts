import type { Fault } from '../fault.ts'
import { faultAt, type Located, type Parts } from '../parts.ts'

/** One id means one thing: limits, facts, clauses, statements, rulings, editions, and rows within an edition. */
export function checkDuplicates(parts: Parts): Fault[] {
  const statements = parts.clauses.flatMap((c) =>
    c.value.statements.map((value, i) => ({ value, file: c.file, path: [...c.path, 'statements', i] })),
  )
  const rows = parts.rows.map((row) => ({ ...row, value: { id: `${row.edition} ${row.value.id}` } }))
  const lists: Located<{ id: string }>[][] = [
    parts.clauses,
    statements,
    parts.requirements,
    parts.limits,
    parts.facts,
    parts.rulings,
    parts.schemes,
    rows,
  ]
  return lists.flatMap(duplicates)
}

function duplicates(list: Located<{ id: string }>[]): Fault[] {
  const seen = new Map<string, Located<unknown>>()
  return list.flatMap((located) => {
    const { id } = located.value
    const first = seen.get(id)
    if (!first) {
      seen.set(id, located)
      return []
    }
    const where = `${first.file.name}:${first.file.lineOf(first.path)}`
    return [faultAt(located, ['id'], 'duplicate', { id, first: where })]
  })
}
