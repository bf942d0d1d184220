import { type RawBuilder, sql } from 'kysely'
import { type Db, rows } from '../../../platform/database/database.ts'
import type { WorkDone } from '../../stage-room.ts'

/** How many of the rows have a fact, by district, over the given subjects of a pass. */
export const gatheredFacts = (
  db: Db,
  run: number | null,
  subjects: RawBuilder<unknown>,
  indicators: readonly string[],
) =>
  rows(
    db,
    sql<WorkDone>`SELECT s.district_id AS "districtId", s.district_name AS "districtName", 'district-official' AS role,
        '应归集的数据' AS zh, 'Facts to gather' AS en, count(*)::integer AS total,
        count(*) FILTER (WHERE row.state <> 'missing')::integer AS done
      FROM ${subjects} s JOIN evaluation.score_row row ON row.run_id = ${run} AND row.subject_id = s.id
        AND row.indicator = ANY(${[...indicators]}::text[])
      GROUP BY s.district_id, s.district_name ORDER BY s.district_name COLLATE "zh-x-icu"`,
  )
