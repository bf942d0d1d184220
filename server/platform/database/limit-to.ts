import { type RawBuilder, sql } from 'kysely'

/**
 * LIMIT with its figure in the text. Statements are prepared once and planned for any figure sent apart: PostgreSQL
 * then assumes a tenth of the table and reads whole tables to dress a page of fifty.
 */
export const limitTo = (most: number): RawBuilder<unknown> => sql`LIMIT ${sql.lit(Math.trunc(most))}`
