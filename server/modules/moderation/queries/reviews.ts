import { type RawBuilder, sql } from 'kysely'
import type { Received } from '../../../../contracts/endpoint.ts'
import type { listReviews, ReviewRow } from '../../../../contracts/moderation/staff.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { containing, paged, within } from '../../organisations/index.ts'
import { review } from '../policy.ts'
import { openQuestions, ownHand } from '../storage/reviews.ts'

type Query = Received<typeof listReviews>['query']

const verbs = ['moderation.confirm', 'moderation.ask', 'moderation.choose']

/** A review with what the list and its page show; `key` orders what waits first, the most flags first. */
export const reviewSource = (ctx: Context, only: RawBuilder<boolean>): RawBuilder<unknown> => sql`SELECT
    concat_ws('_', (shown.state = 'confirmed')::integer, lpad((9999 - least(shown."openFlags", 9999))::text, 4, '0'), shown.code, shown.id) AS key,
    shown.* FROM (SELECT r.id, r.round_id AS "roundId", round.name AS "roundName", round.state AS "roundState",
      r.subject_id AS "subjectId", s.kind, s.name, s.code, s.district_name AS "districtName",
      total.total::text, total.band, standing.hash, ${state} AS state,
      coalesce(flag.open, 0) AS "openFlags", coalesce(flag.all, 0) AS flags, coalesce(flag.kinds, '{}') AS "flagKinds",
      ${openQuestions} AS "openQuestions", account.display_name AS "confirmedBy", r.confirmed_at AS "confirmedAt",
      ${ownHand(ctx.actor.id)} AS "ownHand", ${ctx.policy.can(ctx.actor, review, verbs)} AS can
    FROM moderation.review r JOIN evaluation.published_round round ON round.id = r.round_id
    JOIN evaluation.published_subject s ON s.id = r.subject_id AND s.listed
    LEFT JOIN evaluation.published_total total ON total.run_id = round.current_run AND total.subject_id = r.subject_id
    LEFT JOIN moderation.standing standing ON standing.review_id = r.id
    LEFT JOIN accounts.published_account account ON account.id = r.confirmed_by
    LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE f.settled_at IS NULL)::integer AS open, count(*)::integer AS all,
        array_agg(DISTINCT f.kind) AS kinds FROM moderation.flag f WHERE f.review_id = r.id) flag ON true
    WHERE ${ctx.policy.filter(ctx.actor, 'moderation.see', review)} AND ${only}) shown`

/** Over `r` and its `standing`: a confirmation holds for the rows as they stood. */
const state = sql`CASE WHEN r.confirmed_hash IS NULL THEN 'open' WHEN r.confirmed_hash IS DISTINCT FROM standing.hash THEN 'changed'
  ELSE 'confirmed' END`

/** Reviews of the actor's places. */
export async function reviews(ctx: Context, query: Query) {
  const wanted = sql<boolean>`(true
    ${query.round ? sql`AND r.round_id = ${query.round}` : sql``}
    ${query.kind ? sql`AND s.kind = ${query.kind}` : sql``}
    ${query.place ? sql`AND ${within('r.place_id', query.place)}` : sql``}
    ${query.text ? sql`AND (lower(s.name) LIKE ${containing(query.text)} OR s.code LIKE ${containing(query.text)})` : sql``}
    ${query.flag ? sql`AND EXISTS (SELECT FROM moderation.flag f WHERE f.review_id = r.id AND f.kind = ${query.flag})` : sql``})`
  const found = await rows(
    ctx.db,
    sql<ReviewRow & { key: string }>`SELECT * FROM (${reviewSource(ctx, wanted)}) listed WHERE true
      ${query.state ? sql`AND state = ${query.state}` : sql``}
      ${query.questions ? sql`AND "openQuestions" > 0` : sql``}
      ${query.after ? sql`AND key > ${query.after}` : sql``} ORDER BY key ${limitTo(query.limit + 1)}`,
  )
  const page = paged(found, query.limit, (row) => row.key)
  return { ...page, rows: page.rows.map(({ key: _, ...row }) => row) }
}
