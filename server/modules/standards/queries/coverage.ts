import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getCoverage } from '../../../../contracts/standards/staff.ts'
import { type Arrival, arrivals } from '../../../../contracts/standards/words.ts'
import type { Rulebook } from '../../../rulebook/load.ts'
import { Fraction } from '../../../values/fraction.ts'
import { arrivalOf } from '../rules/arrival.ts'
import { byNumber } from '../rules/by-number.ts'

export type Coverage = Answer<typeof getCoverage>
type Indicator = Rulebook['rows'][string][string][number]
type Table = Rulebook['schemes'][string]['tables'][number]

/** What of the standard the product can show today: clauses by requirement and fact, points of each table by provenance. */
export function coverage(rulebook: Rulebook, edition: string): Coverage {
  const scheme = rulebook.schemes[edition]
  if (!scheme) throw new RangeError(`no edition ${edition} in the rule-book`)
  const requirements = Object.values(rulebook.requirements)
  const shall = Object.values(rulebook.clauses).flatMap((c) => c.statements.filter((s) => s.kind === '应'))
  const required = new Set(requirements.map((r) => r.statement))
  return {
    edition: { id: scheme.id, title: scheme.title, titleEn: scheme.titleEn },
    statements: {
      shall: shall.length,
      required: shall.filter((s) => required.has(s.id)).length,
      notCheckable: rulebook.notCheckable.length,
    },
    requirements: arrivals.flatMap((arrival) => {
      const count = requirements.filter((r) => arrivalOfFact(rulebook, r.fact) === arrival).length
      return count > 0 ? [{ arrival, count }] : []
    }),
    tables: scheme.tables.flatMap((table) =>
      pointsOf(rulebook, table, rulebook.rows[edition]?.[table.id] ?? []),
    ),
    clauses: Object.values(rulebook.clauses)
      .sort(byNumber)
      .map(({ id, title, titleEn, kind }) => ({
        id,
        title,
        titleEn,
        kind,
        requirements: requirements
          .filter((r) => r.clause === id)
          .map((r) => ({ id: r.id, title: r.title, titleEn: r.titleEn, fact: factOf(rulebook, r.fact) })),
        notCheckable: rulebook.notCheckable
          .filter((n) => n.clause === id)
          .map(({ statement, reason, reasonEn }) => ({ statement, reason, reasonEn })),
      })),
  }
}

/** A table with variants is told once for each of them, since one variant's rows make up its 100 points. */
function pointsOf(rulebook: Rulebook, table: Table, rows: readonly Indicator[]): Coverage['tables'] {
  const variants = table.variants.length > 0 ? table.variants : [null]
  return variants.map((variant) => {
    const counted = rows.filter((row) => row.fact && (row.variant === null || row.variant === variant))
    const by = arrivals.flatMap((arrival) => {
      const own = counted.filter((row) => row.fact && arrivalOfFact(rulebook, row.fact) === arrival)
      const points = Fraction.sum(own.map((row) => Fraction.parse(row.points))).toDecimal(4)
      return own.length > 0 ? [{ arrival, points, rows: own.length }] : []
    })
    return { table: table.id, title: table.title, titleEn: table.titleEn, variant, points: table.points, by }
  })
}

function arrivalOfFact(rulebook: Rulebook, id: string): Arrival {
  return factOf(rulebook, id).arrival
}

function factOf(rulebook: Rulebook, id: string): Coverage['clauses'][number]['requirements'][number]['fact'] {
  const fact = rulebook.facts[id]
  if (!fact) throw new RangeError(`no fact ${id} in the rule-book`)
  return { id, title: fact.title, titleEn: fact.titleEn, module: fact.module, arrival: arrivalOf(fact) }
}
