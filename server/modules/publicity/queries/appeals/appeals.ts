import { type RawBuilder, sql } from 'kysely'
import type { Received } from '../../../../../contracts/endpoint.ts'
import type { AppealRow, listAppeals } from '../../../../../contracts/publicity/appeals.ts'
import type { Context } from '../../../../access/context.ts'
import { rows } from '../../../../platform/database/database.ts'
import { limitTo } from '../../../../platform/database/limit-to.ts'
import { containing, paged, within } from '../../../organisations/index.ts'
import { appeal } from '../../policy.ts'

type Query = Received<typeof listAppeals>['query']

const verbs = ['publicity.assign-appeals', 'publicity.decide-appeals', 'publicity.withdraw-appeal']

/** Appeals in sight with what list and page show; those that wait first, the oldest first. The appellant is told no handler's name. */
export const appealSource = (ctx: Context, only: RawBuilder<boolean>): RawBuilder<unknown> => sql`SELECT
    concat_ws('_', (r.state <> 'open')::integer, to_char(r.filed_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'), r.id) AS key,
    r.id, r.number, r.round_id AS "roundId", round.name AS "roundName", r.subject_id AS "subjectId", s.kind, s.name AS "subjectName",
    s.district_name AS "districtName", coalesce(body.name, s.name) AS appellant,
    (SELECT array_agg(x.indicator ORDER BY x.indicator) FROM publicity.appeal_row x WHERE x.appeal_id = r.id) AS rows,
    r.state, r.outcome, CASE WHEN ${isOffice(ctx)} THEN r.assignee_id END AS "assigneeId",
    CASE WHEN ${isOffice(ctx)} THEN assignee.display_name END AS assignee,
    coalesce(r.assignee_id = ${ctx.actor.id}::uuid, false) AS mine, r.filed_at AS "filedAt",
    CASE WHEN round.state = 'appeals' THEN round.stage_due_on END AS "dueOn", r.decided_at AS "decidedAt",
    ${ctx.policy.can(ctx.actor, appeal, verbs)} AS can
  FROM publicity.appeal r JOIN evaluation.published_round round ON round.id = r.round_id
  JOIN evaluation.published_subject s ON s.id = r.subject_id
  LEFT JOIN organisations.published_body body ON body.id = r.body_id
  LEFT JOIN accounts.published_account assignee ON assignee.id = r.assignee_id
  WHERE ${ctx.policy.filter(ctx.actor, 'publicity.see-appeals', appeal)} AND ${only}`

const isOffice = (ctx: Context) =>
  sql<boolean>`${ctx.policy.mayAnywhere(ctx.actor, 'publicity.propose-corrections')}::boolean`

/** Appeals of the actor's places, or its own. */
export async function appeals(ctx: Context, query: Query) {
  const wanted = sql<boolean>`(true
    ${query.round ? sql`AND r.round_id = ${query.round}` : sql``}
    ${query.state ? sql`AND r.state = ${query.state}` : sql``}
    ${query.assigned === 'mine' ? sql`AND r.assignee_id = ${ctx.actor.id}::uuid` : sql``}
    ${query.assigned === 'none' ? sql`AND r.assignee_id IS NULL AND r.state = 'open'` : sql``}
    ${query.place ? sql`AND ${within('r.place_id', query.place)}` : sql``}
    ${query.text ? sql`AND (lower(s.name) LIKE ${containing(query.text)} OR lower(r.number) LIKE ${containing(query.text)})` : sql``})`
  const found = await rows(
    ctx.db,
    sql<AppealRow & { key: string }>`SELECT * FROM (${appealSource(ctx, wanted)}) listed
      ${query.after ? sql`WHERE key > ${query.after}` : sql``} ORDER BY key ${limitTo(query.limit + 1)}`,
  )
  const page = paged(found, query.limit, (row) => row.key)
  return { ...page, rows: page.rows.map(({ key: _, ...row }) => row) }
}
