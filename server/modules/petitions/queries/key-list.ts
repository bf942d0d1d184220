import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { keyList } from '../../../../contracts/petitions/ledgers.ts'
import { type ClaimEventKind } from '../../../../contracts/petitions/words.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { paged, within } from '../../organisations/index.ts'
import { claim } from '../policy.ts'
import {
  afterOpened,
  claimColumns,
  claimTables,
  isOpenClaim,
  openedKey,
  shown,
  type StoredRow,
} from './claim-rows.ts'
import { checkedKey } from './key-of.ts'
import { eventNames } from '../rules/event-names.ts'

export type KeyRow = Answer<typeof keyList>['rows'][number]
type Tracked = { mark: { at: string; note: string }; last: { at: string; kind: ClaimEventKind } }

const happened = (what: ReturnType<typeof sql>, which: ReturnType<typeof sql>) =>
  sql`(SELECT json_build_object('at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ${what})
    FROM petitions.claim_event e WHERE e.claim_id = r.id AND ${which} ORDER BY e.seq DESC LIMIT 1)`

/** 重点难点清单: the newest first, with what was done last. */
export async function keyIssues(ctx: Context, query: Received<typeof keyList>['query']) {
  const after = checkedKey(query.after)
  const { level, place, open } = query
  const found = await rows(
    ctx.db,
    sql<StoredRow & Tracked>`SELECT ${claimColumns(ctx)},
        ${happened(sql`'note', coalesce(e.data ->> 'note', '')`, sql`e.kind = 'marked-key'`)} AS mark,
        ${happened(sql`'kind', e.kind`, sql`e.kind NOT IN ('warned', 'followed', 'term-moved')`)} AS last
      FROM ${claimTables} WHERE r.key_level IS NOT NULL AND ${ctx.policy.filter(ctx.actor, 'petitions.see', claim)}
        ${level ? sql`AND r.key_level = ${level}` : sql``} ${place ? sql`AND ${within('r.place_id', place)}` : sql``}
        ${open === undefined ? sql`` : open === 'yes' ? sql`AND ${isOpenClaim}` : sql`AND NOT ${isOpenClaim}`}
        ${after ? sql`AND ${afterOpened(after)}` : sql``}
      ORDER BY r.opened_at DESC, r.id DESC ${limitTo(query.limit + 1)}`,
  )
  const page = paged(found, query.limit, openedKey)
  return {
    ...page,
    rows: page.rows.map((row): KeyRow => {
      const { mark, last, ...rest } = shown(row)
      return {
        ...rest,
        markedAt: mark.at,
        markNote: mark.note,
        last: { at: last.at, ...eventNames[last.kind] },
      }
    }),
  }
}
