import type { listOutcomes } from '../../../../contracts/imports/staff.ts'
import type { Received } from '../../../../contracts/endpoint.ts'
import type { Context } from '../../../access/context.ts'
import { outcomesOf } from '../storage/outcomes.ts'
import { openRows } from './findings.ts'

/** A page of what the rows add and change, by row number. @throws 404 when the rows are not the asker's to open */
export async function outcomes(ctx: Context, id: string, query: Received<typeof listOutcomes>['query']) {
  await openRows(ctx, id)
  const after = Number(query.after ?? 0) || 0
  const found = await outcomesOf(ctx.db, ctx.keys, id, {
    after,
    limit: query.limit + 1,
    outcome: query.outcome,
  })
  const page = found.slice(0, query.limit)
  return { rows: page, next: found.length > query.limit ? String(page.at(-1)?.row) : null }
}
