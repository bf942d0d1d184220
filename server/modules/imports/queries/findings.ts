import { sql } from 'kysely'
import type { listFindings } from '../../../../contracts/imports/staff.ts'
import type { Received } from '../../../../contracts/endpoint.ts'
import type { Context } from '../../../access/context.ts'
import { maybe } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { run } from '../policy.ts'
import { findingsOf } from '../storage/findings.ts'

/** A page of the rows to correct or decide on, by row number. @throws 404 when the rows are not the asker's to open */
export async function findings(ctx: Context, id: string, query: Received<typeof listFindings>['query']) {
  await openRows(ctx, id)
  const after = Number(query.after ?? 0) || 0
  const found = await findingsOf(ctx.db, ctx.keys, id, {
    after,
    limit: query.limit + 1,
    outcome: query.outcome,
  })
  const page = found.slice(0, query.limit)
  return { rows: page, next: found.length > query.limit ? String(page.at(-1)?.row) : null }
}

/** @returns kind and name of a file whose rows the asker may open */
export async function openRows(ctx: Context, id: string): Promise<{ kind: string; fileName: string }> {
  const found = await maybe(
    ctx.db,
    sql<{ kind: string; fileName: string }>`SELECT r.kind, r.file_name AS "fileName" FROM imports.run r
      WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, 'imports.open-rows', run)}`,
  )
  if (!found) throw refuse('not-found')
  return found
}
