import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { listReports } from '../../../../contracts/self-reports/staff.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { containing, paged, within } from '../../organisations/index.ts'
import { report } from '../policy.ts'

export type ReportRow = Answer<typeof listReports>['rows'][number]

/** Somebody who holds a role today with which this report may be filled in. */
const hasReporter = (today: string) => sql`EXISTS (SELECT FROM access.grant_of_role g
  WHERE g.valid_from <= ${today}::date AND (g.valid_to IS NULL OR g.valid_to > ${today}::date)
    AND ((g.role = 'enterprise' AND g.body_id = r.body_id) OR (g.place_id = r.place_id AND g.role = CASE r.kind
      WHEN 'compound' THEN 'project-head' WHEN 'street' THEN 'street-official' WHEN 'community' THEN 'community-official'
      WHEN 'district' THEN 'district-official' END)))`

const isOverdue = (today: string) =>
  sql`(r.state = 'draft' AND round.stage_due_on < ${today}::date AND round.state = 'self-report')`

/** Over the alias `r`. */
export const reportColumns = (
  ctx: Context,
) => sql`r.id, r.round_id AS "roundId", round.name AS "roundName", round.year,
  round.state AS stage, round.stage_due_on AS "dueOn", r.subject_id AS "subjectId", r.kind, s.name, s.code,
  s.district_name AS "districtName", CASE WHEN r.kind = 'compound' THEN body.name END AS "bodyName", r.state, r.submitted_at AS "submittedAt",
  r.late, r.late_days AS "lateDays", coalesce(${isOverdue(ctx.clock.today())}, false) AS overdue,
  (SELECT count(*)::integer FROM self_reports.report_row w WHERE w.report_id = r.id AND w.stance IS NOT NULL) AS said,
  (SELECT count(*)::integer FROM self_reports.report_row w WHERE w.report_id = r.id AND w.stance = 'contest') AS contests,
  ${hasReporter(ctx.clock.today())} AS "hasReporter", ${ctx.policy.can(ctx.actor, report, ['self-reports.report'])} AS can`

export const reportSource = sql`self_reports.report r JOIN evaluation.published_round round ON round.id = r.round_id
  JOIN evaluation.published_subject s ON s.id = r.subject_id
  LEFT JOIN organisations.published_body body ON body.id = r.body_id`

const filters = (today: string) => ({
  draft: sql`r.state = 'draft'`,
  submitted: sql`r.state = 'submitted'`,
  overdue: isOverdue(today),
  late: sql`r.state = 'submitted' AND r.late`,
})

/** By district and name; the key of the next page is both with the id. */
export async function reports(ctx: Context, query: Received<typeof listReports>['query']) {
  const like = query.text ? containing(query.text) : null
  const key = sql`concat_ws('|', round.year::text, s.district_name, r.kind, s.name, r.id::text) COLLATE "C"`
  const found = await rows(
    ctx.db,
    sql<ReportRow & { key: string }>`SELECT ${reportColumns(ctx)}, ${key} AS key FROM ${reportSource}
      WHERE ${ctx.policy.filter(ctx.actor, 'self-reports.see', report)}
      ${query.round ? sql`AND r.round_id = ${query.round}` : sql``}
      ${query.kind ? sql`AND r.kind = ${query.kind}` : sql``}
      ${query.place ? sql`AND ${within('r.place_id', query.place)}` : sql``}
      ${query.state ? sql`AND ${filters(ctx.clock.today())[query.state]}` : sql``}
      ${like ? sql`AND (lower(s.name) LIKE ${like} OR lower(s.code) LIKE ${like} OR lower(body.name) LIKE ${like})` : sql``}
      ${query.after ? sql`AND ${key} < ${query.after}` : sql``}
      ORDER BY ${key} DESC ${limitTo(query.limit + 1)}`,
  )
  const page = paged(found, query.limit, (row) => row.key)
  return { ...page, rows: page.rows.map(({ key: _, ...row }): ReportRow => row) }
}
