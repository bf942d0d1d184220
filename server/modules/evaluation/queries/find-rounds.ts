import { sql } from 'kysely'
import { type Db, rows } from '../../../platform/database/database.ts'

export interface FoundRound {
  id: string
  year: number
  name: string
  placeName: string
  edition: string
}

/** Rounds as a person names them at the console: by id, or by year with or without the name. The newest first. */
export const findRounds = (db: Db, by: { id: string } | { year: number; name?: string }) =>
  rows(
    db,
    sql<FoundRound>`SELECT r.id, r.year, r.name, r.edition, place.name AS "placeName" FROM evaluation.round r
      JOIN organisations.published_place place ON place.id = r.place_id
      WHERE ${'id' in by ? sql`r.id = ${by.id}` : sql`r.year = ${by.year} AND ${by.name === undefined ? sql`true` : sql`r.name = ${by.name}`}`}
      ORDER BY r.id DESC`,
  )
