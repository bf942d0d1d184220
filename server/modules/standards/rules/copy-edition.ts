import type { Rulebook } from '../../../rulebook/load.ts'
import type { Limit } from '../../../rulebook/schema/limits.ts'
import type { Proposal } from '../../../rulebook/schema/proposal.ts'

export interface Copied {
  code: string
  title: string
  titleEn: string
  fromYear: number
}

export const firstDay = (fromYear: number): string => `${fromYear}-01-01`

/**
 * A published edition as the document of a new one: the same tables and rows, and those limits that the base itself
 * had changed.
 * @param base the rule-book as the base edition has it
 * @param shipped the rule-book without any edition laid over it
 */
export function copyOf(base: Rulebook, shipped: Rulebook, basedOn: string, copied: Copied): Proposal {
  const scheme = base.schemes[basedOn]
  if (!scheme) throw new RangeError(`no edition ${basedOn}`)
  const { code, title, titleEn, fromYear } = copied
  const limits = Object.values(base.limits).filter((limit) => limit !== shipped.limits[limit.id])
  const document: Proposal = {
    scheme: { ...scheme, id: code, title, titleEn, from: firstDay(fromYear), to: null, status: 'draft' },
    indicators: scheme.tables.map(({ id }) => ({
      table: id,
      edition: code,
      rows: [...(base.rows[basedOn]?.[id] ?? [])],
    })),
    ...(limits.length > 0 ? { limits } : {}),
  }
  return structuredClone(document)
}

/** A limit that has another value from a day on: what held before ends there. */
export function datedLimit(base: Limit, from: string, value: string): Limit {
  const earlier = base.values
    .filter((dated) => dated.from < from)
    .map((dated) => ({ ...dated, to: dated.to === null || dated.to > from ? from : dated.to }))
  return { ...base, values: [...earlier, { from, to: null, value }] }
}

/** The value of a limit on a day, as it is written; undefined where none holds. */
export const valueOn = (limit: Limit | undefined, day: string): string | undefined =>
  limit?.values.find(({ from, to }) => from <= day && (to === null || day < to))?.value
