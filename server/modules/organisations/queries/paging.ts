import { type RawBuilder, sql } from 'kysely'

/** A page out of one row more than asked for; the next page begins after the last row's key. */
export function paged<T>(
  found: T[],
  limit: number,
  keyOf: (row: T) => string,
): { rows: T[]; next: string | null } {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, next: found.length > limit && last ? keyOf(last) : null }
}

/** A pattern that finds the text anywhere, its own wildcards taken literally. */
export const containing = (text: string): string => `%${text.toLowerCase().replace(/[%_\\]/g, '\\$&')}%`

/** The column lies in, or is, this place. */
export const within = (column: string, placeId: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} IN (SELECT place_id FROM access.place_reach WHERE ancestor_id = ${placeId}::uuid)`

/** Whether the alias's [valid_from, valid_to) holds on a day. */
export const holdsOn = (alias: string, day: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.valid_from`)} <= ${day}::date
    AND (${sql.ref(`${alias}.valid_to`)} IS NULL OR ${sql.ref(`${alias}.valid_to`)} > ${day}::date))`
