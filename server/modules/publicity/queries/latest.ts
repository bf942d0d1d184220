import { sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { maybe } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'

/** Id of what a round shows now. @throws 404 when it was never published */
export async function latestOf(ctx: Context, roundId: string): Promise<string> {
  const found = await maybe(
    ctx.db,
    sql<{
      id: string
    }>`SELECT id FROM publicity.publication WHERE round_id = ${roundId} ORDER BY version DESC LIMIT 1`,
  )
  if (!found) throw refuse('not-found')
  return found.id
}
