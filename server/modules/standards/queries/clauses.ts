import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getClause, listClauses } from '../../../../contracts/standards/staff.ts'
import type { Rulebook } from '../../../rulebook/load.ts'
import type { Day } from '../../../values/days.ts'
import { refuse } from '../problems.ts'
import { byNumber } from '../rules/by-number.ts'
import { papersOn, showClause } from './papers.ts'

const counted = (keys: string[]): Map<string, number> =>
  keys.reduce((counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1), new Map<string, number>())

/** All rows of all editions with the table they stand in. */
const rowsOf = (rulebook: Rulebook) =>
  Object.entries(rulebook.rows).flatMap(([edition, tables]) =>
    Object.entries(tables).flatMap(([table, rows]) => rows.map((row) => ({ edition, table, row }))),
  )

/** The tree of clauses in the order of the papers, with how much hangs on each. */
export function clauses(rulebook: Rulebook): Answer<typeof listClauses> {
  const required = counted(Object.values(rulebook.requirements).map((r) => r.clause))
  const cited = counted(rowsOf(rulebook).flatMap(({ row }) => row.clauses))
  return {
    clauses: Object.values(rulebook.clauses)
      .sort(byNumber)
      .map((clause) => ({
        ...showClause(clause),
        statements: clause.statements.length,
        requirements: required.get(clause.id) ?? 0,
        indicators: cited.get(clause.id) ?? 0,
      })),
  }
}

/** One clause with what it requires, and the rows, limits and rulings that cite it. @throws 404 */
export function clause(rulebook: Rulebook, id: string, today: Day): Answer<typeof getClause> {
  const found = Object.hasOwn(rulebook.clauses, id) ? rulebook.clauses[id] : undefined
  if (!found) throw refuse('clause-unknown', { id })
  const papers = papersOn(rulebook, today)
  const requirements = Object.values(rulebook.requirements)
  const statements = found.statements.map((statement) => {
    const open = rulebook.notCheckable.find((n) => n.statement === statement.id)
    return {
      ...statement,
      requirements: requirements.filter((r) => r.statement === statement.id).map(papers.requirement),
      notCheckable: open ? { reason: open.reason, reasonEn: open.reasonEn } : null,
    }
  })
  const limits = Object.values(rulebook.limits).filter((l) => l.clause === id)
  const rulings = Object.values(rulebook.rulings).filter((r) => r.clauses.includes(id))
  return {
    clause: showClause(found),
    statements,
    limits: limits.map((l) => papers.limit(l.id)),
    rulings: papers.rulings(rulings.map((r) => r.id)),
    indicators: rowsOf(rulebook)
      .filter(({ row }) => row.clauses.includes(id))
      .map(({ edition, table, row }) => ({
        edition,
        table,
        id: row.id,
        indicator: row.indicator,
        indicatorEn: row.indicatorEn,
        points: row.points,
      })),
  }
}
