import type { Fault } from '../fault.ts'
import { faultAt, type Parts } from '../parts.ts'

const STRENGTH = ['可', '宜', '应']

/** Each 应 is a requirement or listed as not checkable, never both; a clause's kind is its strongest word. */
export function checkStatements(parts: Parts): Fault[] {
  const required = new Set(parts.requirements.map((r) => r.value.statement))
  const faults: Fault[] = []
  const excused = new Set<string>()
  for (const n of parts.notCheckable) {
    const id = n.value.statement
    if (excused.has(id)) faults.push(faultAt(n, ['statement'], 'duplicate', { id, first: n.file.name }))
    if (required.has(id)) faults.push(faultAt(n, ['statement'], 'shall-twice', { id }))
    excused.add(id)
  }
  for (const clause of parts.clauses) {
    const { id, kind, statements } = clause.value
    statements.forEach((s, i) => {
      if (s.kind === '应' && !required.has(s.id) && !excused.has(s.id)) {
        faults.push(faultAt(clause, ['statements', i], 'shall-nowhere', { id: s.id }))
      }
    })
    const strongest = statements
      .map((s) => s.kind)
      .sort((a, b) => STRENGTH.indexOf(b) - STRENGTH.indexOf(a))[0]
    if (strongest !== undefined && strongest !== kind) {
      faults.push(faultAt(clause, ['kind'], 'kind-strongest', { id, kind, strongest }))
    }
  }
  return [...faults, ...misplaced(parts)]
}

/** A requirement quotes the clause its statement stands in. */
function misplaced(parts: Parts): Fault[] {
  const home = new Map(
    parts.clauses.flatMap((c) => c.value.statements.map((s) => [s.id, c.value.id] as const)),
  )
  return [...parts.requirements, ...parts.notCheckable].flatMap((r) => {
    const clause = home.get(r.value.statement)
    if (clause === undefined || clause === r.value.clause) return []
    return [faultAt(r, ['clause'], 'statement-clause', { id: r.value.statement, clause: r.value.clause })]
  })
}
