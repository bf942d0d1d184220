import { type RawBuilder, sql } from 'kysely'
import { type Db, rows } from '../../../platform/database/database.ts'
import type { WorkDone } from '../../stage-room.ts'
import { openQuestions } from '../storage/reviews.ts'

/**
 * Subjects confirmed as they stand now, and questions answered, by district. A subject without a review yet, or whose
 * score has changed since its confirmation, waits.
 */
export const moderationWork = (db: Db, roundId: string, subjects: RawBuilder<unknown>): Promise<WorkDone[]> =>
  rows(
    db,
    sql<WorkDone>`WITH work AS (
        SELECT s.district_id, s.district_name, (r.confirmed_hash IS NOT NULL AND r.confirmed_hash = standing.hash) IS TRUE AS confirmed,
          CASE WHEN r.id IS NULL THEN 0 ELSE ${openQuestions} END AS questions
        FROM ${subjects} s LEFT JOIN moderation.review r ON r.round_id = ${roundId} AND r.subject_id = s.id
        LEFT JOIN moderation.standing standing ON standing.review_id = r.id AND r.confirmed_hash IS NOT NULL
        WHERE s.not_assessed_reason IS NULL)
      SELECT district_id AS "districtId", district_name AS "districtName", 'district-official' AS role, '复核确认' AS zh,
        'Subjects confirmed' AS en, count(*)::integer AS total, count(*) FILTER (WHERE confirmed)::integer AS done
      FROM work GROUP BY district_id, district_name
      UNION ALL
      SELECT district_id, district_name, 'district-official', '复核提问的答复', 'Questions to be answered', sum(questions)::integer, 0
      FROM work GROUP BY district_id, district_name HAVING sum(questions) > 0
      ORDER BY 2, 4`,
  )
