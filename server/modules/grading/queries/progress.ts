import { type RawBuilder, sql } from 'kysely'
import { type Db, rows } from '../../../platform/database/database.ts'
import type { WorkDone } from '../../stage-room.ts'

/** Tasks handed in, by district and by the role that does them. */
export const taskProgress = (db: Db, roundId: string, subjects: RawBuilder<unknown>): Promise<WorkDone[]> =>
  rows(
    db,
    sql<WorkDone>`SELECT s.district_id AS "districtId", s.district_name AS "districtName",
        CASE r.grader WHEN '考核组' THEN 'evaluator' WHEN '业委会' THEN 'committee' WHEN '市物业主管部门' THEN 'city-official'
          WHEN '街道社区' THEN 'street-official' ELSE 'district-official' END AS role,
        '考核任务' AS zh, 'Grading tasks' AS en, count(*)::integer AS total,
        count(*) FILTER (WHERE r.state = 'submitted')::integer AS done
      FROM ${subjects} s JOIN grading.task r ON r.subject_id = s.id AND r.round_id = ${roundId}
      GROUP BY s.district_id, s.district_name, role ORDER BY s.district_name COLLATE "zh-x-icu", role`,
  )
