import { type RawBuilder, sql } from 'kysely'
import type { getEntry, listEntries } from '../../../../contracts/audit-trail/staff.ts'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { entry } from '../policy.ts'
import { askWholeCity } from '../storage/whole-city.ts'

type Row = Answer<typeof listEntries>['rows'][number]
type Detailed = Answer<typeof getEntry>

/** Seals hold neighbouring numbers, so the first that reaches up to an entry's is nearly always the one. */
const columns: RawBuilder<unknown> = sql`r.id, r.at, r.actor_id AS "actorId", a.account AS "actorAccount",
  a.display_name AS "actorName", r.verb, r.resource, r.resource_id AS "resourceId", r.summary,
  (SELECT s.number FROM platform.audit_seal s WHERE s.last_entry >= r.id AND s.first_entry <= r.id AND s.entries @> ARRAY[r.id]
    ORDER BY s.last_entry LIMIT 1) AS seal`

const from = sql`platform.audit_entry r LEFT JOIN accounts.published_account a ON a.id = r.actor_id`

/** The trail, latest first. */
export async function entries(ctx: Context, query: Received<typeof listEntries>['query']) {
  await askWholeCity(ctx.db, ctx.policy.filter(ctx.actor, 'audit-trail.see', entry))
  const found = await rows(
    ctx.db,
    sql<Row>`SELECT ${columns} FROM ${from}
      WHERE ${ctx.policy.filter(ctx.actor, 'audit-trail.see', entry)}
      ${query.after ? sql`AND r.id < ${Number(query.after) || 0}` : sql``}
      ${query.actor ? sql`AND r.actor_id = (SELECT id FROM accounts.published_account WHERE account = ${query.actor})` : sql``}
      ${query.verb ? sql`AND r.verb = ${query.verb}` : sql``}
      ${query.resource ? sql`AND r.resource = ${query.resource}` : sql``}
      ${query.resourceId ? sql`AND r.resource_id = ${query.resourceId}` : sql``}
      ${query.from ? sql`AND r.at >= ${`${query.from}T00:00:00+08:00`}` : sql``}
      ${query.to ? sql`AND r.at < ${`${query.to}T00:00:00+08:00`}::timestamptz + interval '1 day'` : sql``}
      ORDER BY r.id DESC ${limitTo(query.limit + 1)}`,
  )
  const page = found.slice(0, query.limit)
  return { rows: page, next: found.length > query.limit ? String(page.at(-1)?.id) : null }
}

/** @throws 404 when there is none */
export async function entryById(ctx: Context, id: number): Promise<Detailed> {
  await askWholeCity(ctx.db, ctx.policy.filter(ctx.actor, 'audit-trail.see', entry))
  const found = await maybe(
    ctx.db,
    sql<Detailed>`SELECT ${columns}, r.detail FROM ${from}
      WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, 'audit-trail.see', entry)}`,
  )
  if (!found) throw refuse('not-found')
  return { ...found, detail: hideSealed(found.detail) as Detailed['detail'] }
}

/** What `Keys.seal` makes: the key's name, then base64url of 28 bytes and the text. */
const sealed = /^k\d+\.[\w-]{38,}$/

/** A sealed field says that it is there; what it says is for whoever may reveal the record itself. */
function hideSealed(value: unknown): unknown {
  if (typeof value === 'string') return sealed.test(value) ? '（已加密）' : value
  if (Array.isArray(value)) return value.map(hideSealed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hideSealed(inner)]))
}
