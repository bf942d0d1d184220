import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { workLedger } from '../../../../contracts/petitions/ledgers.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { paged } from '../../organisations/index.ts'
import { claim } from '../policy.ts'
import { afterOpened, claimColumns, claimTables, openedKey, shown, type StoredRow } from './claim-rows.ts'
import { asked } from './claims.ts'
import { checkedKey } from './key-of.ts'
import { nearOwnPlaces } from './where-held.ts'

export type LedgerRow = Answer<typeof workLedger>['rows'][number]
type Steps = Pick<LedgerRow, 'acceptedAt' | 'signedAt' | 'plan' | 'answer'>

const instant = (kind: string) =>
  sql`to_char(min(e.at) FILTER (WHERE e.kind = ${kind}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const last = (kind: string, field: string) =>
  sql`coalesce((array_agg(e.data ->> ${field} ORDER BY e.seq DESC) FILTER (WHERE e.kind = ${kind}))[1], '')`

/** Drawn for the rows of the page alone. */
const steps = sql`(SELECT json_build_object('acceptedAt', ${instant('accepted')}, 'signedAt', ${instant('signed')},
  'plan', ${last('handling', 'plan')}, 'answer', ${last('answered', 'answer')}) FROM petitions.claim_event e WHERE e.claim_id = r.id)`

/** 工作台账: the newest first, each with its steps. */
export async function ledger(ctx: Context, query: Received<typeof workLedger>['query']) {
  const after = checkedKey(query.after)
  const found = await rows(
    ctx.db,
    sql<
      StoredRow & Omit<LedgerRow, keyof Steps> & { steps: Steps }
    >`SELECT ${claimColumns(ctx, [])}, r.answered_at AS "answeredAt",
        r.visited_at AS "visitedAt", r.struck_off_at AS "struckOffAt", ${steps} AS steps
      FROM ${claimTables} WHERE ${ctx.policy.filter(ctx.actor, 'petitions.see', claim)} ${nearOwnPlaces(ctx)} ${asked(query)}
        ${after ? sql`AND ${afterOpened(after)}` : sql``}
      ORDER BY r.opened_at DESC, r.id DESC ${limitTo(query.limit + 1)}`,
  )
  const page = paged(found, query.limit, openedKey)
  return {
    ...page,
    rows: page.rows.map((row): LedgerRow => {
      const { steps: taken, ...rest } = shown(row)
      return { ...rest, ...taken }
    }),
  }
}
