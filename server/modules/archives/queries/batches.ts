import { sql } from 'kysely'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getBatch } from '../../../../contracts/archives/staff.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { isCutOff } from '../storage/batches.ts'

type Batch = Answer<typeof getBatch>

const cutOff = '出件时系统重启，这一批没有完成。请重新出件。'
const columns = (ctx: Context) => sql`id, what, form, asked_at AS "askedAt", total, done,
  CASE WHEN ${isCutOff(ctx.clock.now().toISOString())} THEN touched_at ELSE finished_at END AS "finishedAt",
  CASE WHEN ${isCutOff(ctx.clock.now().toISOString())} THEN ${cutOff} ELSE failed_because END AS "failedBecause"`
const mostShown = 5

/** A batch is its asker's alone: it holds what that person may see. */
export const ownBatches = (ctx: Context, roundId: string) =>
  rows(
    ctx.db,
    sql<Batch>`SELECT ${columns(ctx)} FROM archives.batch WHERE asked_by = ${ctx.actor.id}::uuid AND round_id = ${roundId}
      ORDER BY asked_at DESC, id DESC LIMIT ${sql.lit(mostShown)}`,
  )

/** @throws 404 when it is nobody's, or another's */
export async function ownBatch(ctx: Context, id: string): Promise<Batch> {
  const found = await maybe(
    ctx.db,
    sql<Batch>`SELECT ${columns(ctx)} FROM archives.batch WHERE asked_by = ${ctx.actor.id}::uuid AND id = ${id}`,
  )
  if (!found) throw refuse('not-found')
  return found
}
