import { sql } from 'kysely'
import { rows } from '../../platform/database/database.ts'
import type { Rulebook } from '../../rulebook/load.ts'
import type { StageRoom, WorkDone } from '../stage-room.ts'

/** Facts that come from records, surveys and other systems; grades and self-reports have stages of their own. */
const gathered = new Set(['computed', 'imported', 'surveyed'])

/** 数据归集: rows of the last pass whose fact should have come from somewhere and has not. */
export const factsRoom = (rulebook: Rulebook): StageRoom => ({
  stage: 'facts',
  link: (roundId) => `/evaluation/rounds/${roundId}/scores?kind=compound&state=incomplete`,
  async progress(ctx, round, subjects): Promise<WorkDone[]> {
    const all = Object.values(rulebook.rows[round.edition] ?? {}).flat()
    const awaited = all.filter((row) => gathered.has(rulebook.facts[row.fact ?? '']?.provenance ?? ''))
    return await rows(
      ctx.db,
      sql<WorkDone>`SELECT s.district_id AS "districtId", s.district_name AS "districtName", 'district-official' AS role,
          '应归集的数据' AS zh, 'Facts to gather' AS en, count(*)::integer AS total,
          count(*) FILTER (WHERE row.state <> 'missing')::integer AS done
        FROM ${subjects} s JOIN evaluation.score_row row ON row.run_id = ${round.currentRun} AND row.subject_id = s.id
          AND row.indicator = ANY(${awaited.map((row) => row.id)}::text[])
        GROUP BY s.district_id, s.district_name ORDER BY s.district_name COLLATE "zh-x-icu"`,
    )
  },
})
