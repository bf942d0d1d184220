import { sql } from 'kysely'
import type { ImportRun, listRuns } from '../../../../contracts/imports/staff.ts'
import type { Received } from '../../../../contracts/endpoint.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import type { SheetKind } from '../../sheet-kind.ts'
import { run } from '../policy.ts'

type Stored = Omit<ImportRun, 'kindTitle'>

/** Imports by the newest first, with their counts and whether the same file had been imported before. */
async function select(
  ctx: Context,
  kinds: readonly SheetKind[],
  where: ReturnType<typeof sql>,
  limit: number,
): Promise<ImportRun[]> {
  const seen = ctx.policy.filter(ctx.actor, 'imports.see', run)
  const found = await rows(
    ctx.db,
    sql<Stored>`WITH shown AS (
        SELECT r.*, ${ctx.policy.can(ctx.actor, run, ['imports.confirm', 'imports.open-rows'])} AS can
        FROM imports.run r WHERE ${seen} AND ${where} ORDER BY r.id DESC ${limitTo(limit)})
      SELECT id, kind, file_name AS "fileName", file_bytes AS "fileBytes", state, uploaded_by AS "uploadedById",
        uploaded_by_name AS "uploadedByName", uploaded_at AS "uploadedAt", finished_at AS "finishedAt", rows_done AS "rowsDone",
        rows_total AS "rowsTotal", counts, skip_bad AS "skipBad", warnings, problem - 'cause' AS problem, can,
        (SELECT json_build_object('id', r.id, 'at', r.finished_at) FROM imports.run r
          WHERE r.file_hash = shown.file_hash AND r.kind = shown.kind AND r.state = 'imported' AND r.id < shown.id AND ${seen}
          ORDER BY r.id DESC LIMIT 1) AS earlier
      FROM shown ORDER BY id DESC`,
  )
  return found.map((row) => ({
    ...row,
    kindTitle: kinds.find((k) => k.name === row.kind)?.title ?? row.kind,
  }))
}

export async function importRuns(
  ctx: Context,
  kinds: readonly SheetKind[],
  query: Received<typeof listRuns>['query'],
) {
  const where = sql`true ${query.after ? sql`AND r.id < ${query.after}::uuid` : sql``}
    ${query.kind ? sql`AND r.kind = ${query.kind}` : sql``}
    ${query.state ? sql`AND r.state = ${query.state}` : sql``}
    ${query.mine === 'yes' ? sql`AND r.uploaded_by = ${ctx.actor.id}::uuid` : sql``}`
  const found = await select(ctx, kinds, where, query.limit + 1)
  const page = found.slice(0, query.limit)
  return { rows: page, next: found.length > query.limit ? (page.at(-1)?.id ?? null) : null }
}

/** @throws 404 when there is none, or it is not the asker's to see */
export async function importRunById(
  ctx: Context,
  kinds: readonly SheetKind[],
  id: string,
): Promise<ImportRun> {
  const [found] = await select(ctx, kinds, sql`r.id = ${id}`, 1)
  if (!found) throw refuse('not-found')
  return found
}
