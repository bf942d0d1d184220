import { sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import type { WorkDone } from '../../stage-room.ts'

/** Objections of a round by whose officials answer them; one to the round as a whole is the city's. */
export const objectionWork = (ctx: Context, roundId: string): Promise<WorkDone[]> =>
  rows(
    ctx.db,
    sql<WorkDone>`SELECT CASE WHEN place.kind = 'district' THEN place.id END AS "districtId",
        CASE WHEN place.kind = 'district' THEN place.name END AS "districtName",
        CASE WHEN place.kind = 'district' THEN 'district-official' ELSE 'city-official' END AS role,
        '公示异议答复' AS zh, 'Objections answered' AS en, count(*)::integer AS total, count(o.answered_at)::integer AS done
      FROM publicity.objection o JOIN organisations.published_place place ON place.id = o.place_id
      WHERE o.round_id = ${roundId} GROUP BY place.id, place.kind, place.name ORDER BY place.name`,
  )
