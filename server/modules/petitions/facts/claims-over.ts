import { type RawBuilder, sql } from 'kysely'
import type { Over } from '../../fact-source.ts'

/** First and last day, both within it. */
export type Period = Pick<Over, 'from' | 'to'>

const midnight = (day: string, more = 0) =>
  sql`((${day}::date + ${more}::integer)::timestamp AT TIME ZONE 'Asia/Shanghai')`

/** Whether an instant lies in the period by the calendar of Asia/Shanghai. */
export const during = (column: string, { from, to }: Period): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(column)} >= ${midnight(from)} AND ${sql.ref(column)} < ${midnight(to, 1)})`

/** Whether an instant lies before the period's end. */
export const byEndOf = (column: string, { to }: Period): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(column)} < ${midnight(to, 1)})`

/** Whether an instant lies before the period begins. */
export const beforeStartOf = (column: string, { from }: Period): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(column)} < ${midnight(from)})`

/** C35: what lies outside the built-up area is counted nowhere. */
const builtUp = (over: Over) =>
  over.ruling('C35', 'builtUpAreaOnly') === true ? sql`l.in_built_up_area` : sql`true`

/**
 * Relation (subject_id, and the columns of published_claim) of the valid claims filed in a compound while a firm served
 * it: months without one count for nobody (C36). A.1 stays with the compound, whichever firm it was.
 */
export const claimsOfCompounds = (over: Over): RawBuilder<unknown> => sql`(SELECT s.subject_id, c.*
  FROM ${over.subjects} s JOIN petitions.published_claim c ON c.place_id = s.place_id
  WHERE c.is_valid AND c.provider_id IS NOT NULL)`

/**
 * The same for areas and enterprises: each claim under the places over it on the day of filing, whatever became of the
 * borders since; for an enterprise those filed while it served there, in that district (C33, C36).
 */
export const claimsOfAreas = (over: Over): RawBuilder<unknown> => sql`(SELECT s.subject_id, c.*
  FROM ${over.subjects} s JOIN petitions.lying l ON l.ancestor_id = s.place_id AND ${builtUp(over)}
  JOIN petitions.published_claim c ON c.place_id = l.place_id AND l.days @> c.opened_on
  WHERE c.is_valid AND (s.body_id IS NULL OR c.provider_id = s.body_id))`
