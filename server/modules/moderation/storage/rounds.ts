import { sql } from 'kysely'
import { type Db, one } from '../../../platform/database/database.ts'

export interface ModeratedRound {
  id: string
  name: string
  state: string
  edition: string
  to: string
  currentRun: number | null
}

/** The caller has guarded that it is there. */
export const roundOf = (db: Db, id: string): Promise<ModeratedRound> =>
  one(
    db,
    sql<ModeratedRound>`SELECT id, name, state, edition, period_to AS "to", current_run AS "currentRun"
      FROM evaluation.published_round WHERE id = ${id}`,
  )
