import { sql } from 'kysely'
import type { ClaimLevel } from '../../../../contracts/petitions/words.ts'
import { type Db, rows } from '../../../platform/database/database.ts'
import { endOfDay } from '../../../values/working-days.ts'

/** What one handler has that runs out, or has run out. A firm's heads of project have a line for each compound. */
export interface RunningOut {
  level: ClaimLevel
  bodyId: string | null
  /** The office. */
  officeId: string | null
  /** Compounds that a firm serves, where it has any of these. */
  compounds: string[]
  today: number
  overdue: number
}

/** By handler: open claims whose term ends with the day (also 暂定), and those whose term is over. */
export const runningOut = (db: Db, today: string, now: string): Promise<RunningOut[]> =>
  rows(
    db,
    sql<RunningOut>`SELECT c.handler_level AS level, c.handler_body_id AS "bodyId", c.handler_place_id AS "officeId",
        coalesce(array_agg(DISTINCT c.place_id) FILTER (WHERE c.handler_body_id = c.provider_id), '{}') AS compounds,
        count(*) FILTER (WHERE NOT late)::integer AS today, count(*) FILTER (WHERE late)::integer AS overdue
      FROM (SELECT *, (is_overdue OR due_at < ${now}) AS late FROM petitions.claim
        WHERE state IN ('filed', 'accepted', 'dispatched', 'signed', 'handling') AND NOT is_suspended
          AND (handler_body_id IS NOT NULL OR handler_place_id IS NOT NULL)
          AND (is_overdue OR due_at <= ${endOfDay(today)} OR due_provisional <= ${today})) c
      GROUP BY 1, 2, 3`,
  )
