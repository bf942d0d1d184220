import { deepFreeze, type Rulebook } from './rulebook.ts'
import type { Limit } from './schema/limits.ts'
import type { Proposal } from './schema/proposal.ts'
import type { Scheme } from './schema/schemes.ts'

/**
 * The rule-book with one more edition laid over it: its scheme and rows beside the others, its limits in the place of
 * theirs. An edition that stood until then stands up to its first day: on any day one is in force.
 */
export function overlay(base: Rulebook, { scheme, indicators, limits = [] }: Proposal): Rulebook {
  const tables = Object.fromEntries(indicators.map(({ table, rows }) => [table, rows]))
  const own = Object.fromEntries(limits.map((limit): [string, Limit] => [limit.id, limit]))
  return deepFreeze({
    ...base,
    schemes: { ...upTo(base.schemes, scheme.from), [scheme.id]: scheme },
    rows: { ...base.rows, [scheme.id]: tables },
    limits: { ...base.limits, ...own },
  })
}

function upTo(schemes: Rulebook['schemes'], day: string): Rulebook['schemes'] {
  const ended = Object.entries(schemes).map(([id, scheme]): [string, Scheme] => {
    const reaches = scheme.from < day && (scheme.to === null || scheme.to > day)
    return [id, reaches ? { ...scheme, to: day } : scheme]
  })
  return Object.fromEntries(ended)
}
