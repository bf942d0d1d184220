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

/** In moderation: tasks that were taken back and not handed in again, and work by somebody who is bound to its subject now. */
export const takenBackProgress = (
  db: Db,
  roundId: string,
  subjects: RawBuilder<unknown>,
): Promise<WorkDone[]> =>
  rows(
    db,
    sql<WorkDone>`WITH taken AS (
        SELECT r.subject_id, r.state = 'submitted' AS done FROM grading.task r
        WHERE r.round_id = ${roundId} AND r.state <> 'open' AND EXISTS (SELECT FROM grading.recusal x WHERE x.task_id = r.id)
        UNION ALL
        SELECT work.subject_id, false FROM grading.barred_work work WHERE work.round_id = ${roundId})
      SELECT s.district_id AS "districtId", s.district_name AS "districtName", 'district-official' AS role,
        '因回避重评的任务' AS zh, 'Graded anew, a grader being bound' AS en, count(*)::integer AS total,
        count(*) FILTER (WHERE taken.done)::integer AS done
      FROM ${subjects} s JOIN taken ON taken.subject_id = s.id
      GROUP BY s.district_id, s.district_name ORDER BY s.district_name COLLATE "zh-x-icu"`,
  )
