import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { getIncident, listIncidents } from '../../../../contracts/findings/staff.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import type { Rulebook } from '../../../rulebook/load.ts'
import { documentsOf } from '../../documents/index.ts'
import { containing, paged, within } from '../../organisations/index.ts'
import { incident, statementResource } from '../policy.ts'

type Row = Answer<typeof listIncidents>['rows'][number]
type One = Answer<typeof getIncident>

const verb = 'findings.see-incidents'

const columns = (ctx: Context) => sql`r.id, r.year, r.indicator AS row, r.number, r.place_id AS "districtId",
  place.name AS "districtName", r.body_id AS "enterpriseId", body.name AS "enterpriseName", project.name AS "projectName",
  r.severity, trim_scale(r.points)::text AS points, r.issuer, r.document_number AS "documentNumber", r.found_on AS "foundOn",
  r.summary, r.state, r.recorded_at AS "recordedAt", account.display_name AS "recordedBy", r.statement IS NOT NULL AS answered,
  r.version, ${ctx.policy.can(ctx.actor, incident, ['findings.change-incident', 'findings.state-on-incident'])} AS can`
const named = sql`findings.incident r JOIN organisations.published_place place ON place.id = r.place_id
  JOIN organisations.published_body body ON body.id = r.body_id
  LEFT JOIN organisations.published_place project ON project.id = r.project_id
  LEFT JOIN accounts.published_account account ON account.id = r.recorded_by`

const titles = (rulebook: Rulebook): Map<string, string> =>
  new Map(
    Object.values(rulebook.rows)
      .flatMap((tables) => Object.values(tables).flat())
      .map((row) => [row.id, row.indicator]),
  )

/** The newest first. */
export async function incidents(
  ctx: Context,
  rulebook: Rulebook,
  query: Received<typeof listIncidents>['query'],
) {
  const like = query.text ? containing(query.text) : null
  const found = await rows(
    ctx.db,
    sql<Row>`SELECT ${columns(ctx)} FROM ${named} WHERE ${ctx.policy.filter(ctx.actor, verb, incident)}
      ${query.after ? sql`AND r.id::text < ${query.after}` : sql``}
      ${query.year ? sql`AND r.year = ${query.year}` : sql``}
      ${query.row ? sql`AND r.indicator = ${query.row}` : sql``}
      ${query.place ? sql`AND ${within('r.place_id', query.place)}` : sql``}
      ${query.state ? sql`AND r.state = ${query.state}` : sql``}
      ${like ? sql`AND (lower(body.name) LIKE ${like} OR lower(r.number) LIKE ${like} OR lower(r.document_number) LIKE ${like})` : sql``}
      ORDER BY r.id::text DESC ${limitTo(query.limit + 1)}`,
  )
  const titled = titles(rulebook)
  const page = paged(found, query.limit, (row) => row.id)
  return { ...page, rows: page.rows.map((row) => ({ ...row, rowTitle: titled.get(row.row) ?? row.row })) }
}

type Kept = Omit<One, 'evidence' | 'statement' | 'rowTitle'> & {
  statement: { text: string; at: string; by: string | null } | null
}

/** @throws 404 when there is none, or out of sight */
export async function incidentPage(ctx: Context, rulebook: Rulebook, id: string): Promise<One> {
  const found = await maybe(
    ctx.db,
    sql<Kept>`SELECT ${columns(ctx)}, r.reason,
        CASE WHEN r.statement IS NOT NULL THEN json_build_object('text', r.statement, 'at', r.stated_at, 'by', teller.display_name) END AS statement,
        coalesce((SELECT json_agg(json_build_object('severity', v.severity, 'documentNumber', v.document_number, 'summary', v.summary,
            'reason', v.reason, 'at', v.recorded_at, 'by', who.display_name) ORDER BY v.version DESC)
          FROM findings.incident_version v LEFT JOIN accounts.published_account who ON who.id = v.recorded_by
          WHERE v.incident_id = r.id), '[]'::json) AS earlier,
        coalesce((SELECT json_agg(json_build_object('id', o.id, 'row', o.indicator, 'severity', o.severity) ORDER BY o.indicator)
          FROM findings.incident o WHERE o.year = r.year AND o.place_id = r.place_id AND o.body_id = r.body_id
            AND o.number = r.number AND o.id <> r.id AND o.state = 'standing'), '[]'::json) AS "alsoIn"
      FROM ${named} LEFT JOIN accounts.published_account teller ON teller.id = r.stated_by
      WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, verb, incident)}`,
  )
  if (!found) throw refuse('not-found')
  const [evidence, stated] = await Promise.all([
    documentsOf(ctx.db, incident.name, [id]),
    documentsOf(ctx.db, statementResource, [id]),
  ])
  return {
    ...found,
    rowTitle: titles(rulebook).get(found.row) ?? found.row,
    evidence,
    statement: found.statement && { ...found.statement, evidence: stated },
  }
}
