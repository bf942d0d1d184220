import { sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { maybe } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import type { EditionsAsked } from '../papers.ts'
import { report } from '../policy.ts'
import { prefilledSheet } from '../prefilled-sheet.ts'
import { reportById } from '../storage/reports.ts'
import { shownRows } from './report-page.ts'

/** @throws 404 when there is none, or it is not the actor's to fill in */
export async function reportSheetFile(ctx: Context, editions: EditionsAsked, id: string) {
  const found = await maybe(
    ctx.db,
    sql<{ name: string; year: number; code: string; district: string }>`SELECT s.name, round.year, s.code,
        CASE WHEN r.kind = 'enterprise' THEN place.code ELSE '' END AS district
      FROM self_reports.report r JOIN evaluation.published_round round ON round.id = r.round_id
      JOIN evaluation.published_subject s ON s.id = r.subject_id JOIN organisations.published_place place ON place.id = r.place_id
      WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, 'self-reports.report', report)}`,
  )
  if (!found) throw refuse('not-found')
  const rows = await shownRows(ctx, editions, await reportById(ctx.db, id), true)
  return { name: `${found.name}-${found.year}年自评申报.xlsx`, body: prefilledSheet(found, rows) }
}
