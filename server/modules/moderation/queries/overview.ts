import { sql } from 'kysely'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getModeration } from '../../../../contracts/moderation/staff.ts'
import type { Context } from '../../../access/context.ts'
import { maybe } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { roundResource } from '../../evaluation/index.ts'
import { review } from '../policy.ts'
import { openQuestions } from '../storage/reviews.ts'

type Overview = Answer<typeof getModeration>

/** How far the moderation of a round is, over what the asker may see. @throws 404 when the round is out of sight */
export async function moderationOf(ctx: Context, id: string): Promise<Overview> {
  const found = await maybe(
    ctx.db,
    sql<Overview>`WITH mine AS (
        SELECT r.id, r.confirmed_hash, standing.hash, ${openQuestions} AS questions FROM moderation.review r
        JOIN evaluation.published_subject s ON s.id = r.subject_id AND s.listed
        LEFT JOIN moderation.standing standing ON standing.review_id = r.id
        WHERE r.round_id = ${id} AND ${ctx.policy.filter(ctx.actor, 'moderation.see', review)}),
      flag AS (SELECT f.* FROM moderation.flag f JOIN mine ON mine.id = f.review_id)
      SELECT (SELECT count(*)::integer FROM mine) AS subjects,
        (SELECT count(*)::integer FROM mine WHERE confirmed_hash = hash) AS confirmed,
        (SELECT count(*)::integer FROM mine WHERE confirmed_hash IS DISTINCT FROM hash AND confirmed_hash IS NOT NULL) AS changed,
        (SELECT count(DISTINCT review_id)::integer FROM flag WHERE settled_at IS NULL) AS flagged,
        (SELECT coalesce(sum(questions), 0)::integer FROM mine) AS "openQuestions",
        coalesce((SELECT json_agg(json_build_object('kind', kind, 'open', open, 'all', every) ORDER BY every DESC, kind) FROM (
          SELECT kind, count(*) FILTER (WHERE settled_at IS NULL)::integer AS open, count(*)::integer AS every
          FROM flag GROUP BY kind) counted), '[]') AS "byKind",
        examination.at AS "examinedAt",
        (examination.run_id IS DISTINCT FROM r.current_run OR EXISTS (SELECT FROM grading.published_grade g
          WHERE g.round_id = r.id AND g.recorded_at > examination.at)) AS outdated,
        ${ctx.policy.can(ctx.actor, roundResource, ['moderation.examine', 'evaluation.evaluate'])} AS can
      FROM evaluation.published_round r LEFT JOIN moderation.examination examination ON examination.round_id = r.id
      WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, 'evaluation.see-rounds', roundResource)}`,
  )
  if (!found) throw refuse('not-found')
  return found
}
