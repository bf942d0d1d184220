import { type RawBuilder, sql } from 'kysely'
import type { Received } from '../../../../contracts/endpoint.ts'
import type { ClaimRow } from '../../../../contracts/petitions/shapes.ts'
import type { exportProblemList, listClaims } from '../../../../contracts/petitions/staff.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { containing, paged, within } from '../../organisations/index.ts'
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
import { nearOwnPlaces } from './where-held.ts'

export type ClaimFilter = Received<typeof exportProblemList>['query']
type Query = Received<typeof listClaims>['query']

const yesNo = (said: 'yes' | 'no' | undefined, condition: RawBuilder<boolean>) =>
  said === undefined ? sql`` : said === 'yes' ? sql`AND ${condition}` : sql`AND NOT (${condition})`

/** A number or its beginning is looked up as one; other words are sought in names of places and spots. */
function sought(text: string): RawBuilder<unknown> {
  const upper = text.toUpperCase()
  if (/^[A-Z0-9-]{4,}$/.test(upper)) return sql`AND r.number LIKE ${`${upper}%`}`
  const like = containing(text)
  return sql`AND (lower(place.name) LIKE ${like} OR lower(r.spot) LIKE ${like})`
}

/** What a filter of claims asks, over `claimTables`. */
export const asked = (f: ClaimFilter): RawBuilder<unknown> => sql`
  ${f.state ? sql`AND r.state = ${f.state}` : sql``}
  ${yesNo(f.open, isOpenClaim)}
  ${f.category ? sql`AND starts_with(r.category, ${f.category})` : sql``}
  ${f.limitClass ? sql`AND r.limit_class = ${f.limitClass}` : sql``}
  ${f.place ? sql`AND ${within('r.place_id', f.place)}` : sql``}
  ${f.level ? sql`AND r.level = ${f.level}` : sql``}
  ${f.channel ? sql`AND r.channel = ${f.channel}` : sql``}
  ${f.from ? sql`AND r.opened_at >= ${`${f.from}T00:00:00+08:00`}::timestamptz` : sql``}
  ${f.to ? sql`AND r.opened_at < ${`${f.to}T00:00:00+08:00`}::timestamptz + interval '1 day'` : sql``}
  ${yesNo(f.overdue, sql<boolean>`r.is_overdue`)}
  ${yesNo(f.key, sql<boolean>`r.key_level IS NOT NULL`)}
  ${f.excluded ? sql`AND r.excluded = ${f.excluded}` : sql``}
  ${f.outcome ? sql`AND r.outcome = ${f.outcome}` : sql``}
  ${f.handler ? sql`AND (r.handler_body_id = ${f.handler} OR r.handler_place_id = ${f.handler})` : sql``}
  ${f.text ? sought(f.text) : sql``}`

/** The newest first. */
export async function claims(ctx: Context, query: Query): Promise<{ rows: ClaimRow[]; next: string | null }> {
  const after = checkedKey(query.after)
  const found = await rows(
    ctx.db,
    sql<StoredRow>`SELECT ${claimColumns(ctx)} FROM ${claimTables}
      WHERE ${ctx.policy.filter(ctx.actor, 'petitions.see', claim)} ${nearOwnPlaces(ctx)} ${asked(query)}
        ${after ? sql`AND ${afterOpened(after)}` : sql``}
      ORDER BY r.opened_at DESC, r.id DESC ${limitTo(query.limit + 1)}`,
  )
  const page = paged(found, query.limit, openedKey)
  return { ...page, rows: page.rows.map(shown) }
}
