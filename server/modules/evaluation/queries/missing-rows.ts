import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { listMissingRows } from '../../../../contracts/evaluation/staff.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import type { Editions } from '../../../rulebook/load.ts'
import { papersOf } from '../papers-of-round.ts'
import { subject } from '../policy.ts'
import { rowsBroughtBy } from '../rules/evaluators.ts'
import { roundInSight } from './scores.ts'

type Page = Answer<typeof listMissingRows>
type Found = Pick<Page['rows'][number], 'subjectId' | 'name' | 'code' | 'districtName' | 'row'>

/** Rows of subjects that still lack data, one a line, perhaps only those that the actor's own roles bring. */
export async function missingRows(
  ctx: Context,
  editions: Editions,
  id: string,
  query: Received<typeof listMissingRows>['query'],
): Promise<Page> {
  const seen = await roundInSight(ctx, id)
  const { edition } = await papersOf({ editions }, seen)
  const all = Object.values(edition.tables).flatMap((table) => table.rows)
  const byId = new Map(all.map((row) => [row.id, row]))
  const asked = query.whose === 'mine' ? rowsBroughtBy(ctx.actor.grants, all) : all
  const wanted = asked.filter((row) => row.id.startsWith(query.row?.trim() ?? '')).map((row) => row.id)
  const [afterSubject, afterRow] = query.after?.split('_') ?? []
  const among = sql`FROM evaluation.score_row gap JOIN evaluation.subject r ON r.id = gap.subject_id AND r.kind = ${query.kind}
    WHERE gap.run_id = ${seen.currentRun} AND gap.state = 'missing' AND gap.indicator = ANY(${wanted}::text[])
      AND ${ctx.policy.filter(ctx.actor, 'evaluation.see-scores', subject)}
      ${query.place ? sql`AND r.place_id IN (SELECT place_id FROM access.place_reach WHERE ancestor_id = ${query.place}::uuid)` : sql``}`
  const [found, counted] = await Promise.all([
    rows(
      ctx.db,
      sql<Found>`SELECT r.id AS "subjectId", r.name, r.code, r.district_name AS "districtName", gap.indicator AS row ${among}
        ${afterRow ? sql`AND (r.id, gap.indicator) > (${afterSubject}::uuid, ${afterRow})` : sql``}
        ORDER BY r.id, gap.indicator ${limitTo(query.limit + 1)}`,
    ),
    rows(ctx.db, sql<{ total: number }>`SELECT count(*)::integer AS total ${among}`),
  ])
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    rows: page.map((one) => {
      const row = byId.get(one.row)
      return {
        ...one,
        indicator: row?.indicator ?? one.row,
        indicatorEn: row?.indicatorEn ?? one.row,
        evaluator: row?.evaluator ?? '',
        computed: row?.factDefinition?.provenance === 'computed',
      }
    }),
    next: found.length > query.limit && last ? `${last.subjectId}_${last.row}` : null,
    total: counted[0]?.total ?? 0,
  }
}
