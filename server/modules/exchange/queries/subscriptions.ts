import { sql } from 'kysely'
import type { listSubscriptions, Subscription } from '../../../../contracts/exchange/staff.ts'
import type { Received } from '../../../../contracts/endpoint.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { manage, subscription } from '../policy.ts'

const columns = sql`r.id, r.name, r.url, r.events, r.state, r.created_at AS "createdAt",
  (SELECT count(*)::integer FROM exchange.delivery d WHERE d.subscription_id = r.id AND d.state = 'waiting') AS waiting,
  (SELECT count(*)::integer FROM exchange.delivery d WHERE d.subscription_id = r.id AND d.state = 'given-up') AS "givenUp",
  (SELECT max(d.delivered_at) FROM exchange.delivery d WHERE d.subscription_id = r.id) AS "lastDeliveredAt"`

/** Latest first. */
export async function subscriptions(ctx: Context, query: Received<typeof listSubscriptions>['query']) {
  const found = await rows(
    ctx.db,
    sql<Subscription>`SELECT ${columns} FROM exchange.subscription r
      WHERE ${ctx.policy.filter(ctx.actor, manage, subscription)}
      ${query.after ? sql`AND r.id::text < ${query.after}` : sql``}
      ORDER BY r.id::text DESC ${limitTo(query.limit + 1)}`,
  )
  const page = found.slice(0, query.limit)
  return { rows: page, next: found.length > query.limit ? (page.at(-1)?.id ?? null) : null }
}

/** @throws 404 when there is none */
export async function subscriptionOf(ctx: Context, id: string): Promise<Subscription> {
  const found = await maybe(
    ctx.db,
    sql<Subscription>`SELECT ${columns} FROM exchange.subscription r
      WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, manage, subscription)}`,
  )
  if (!found) throw refuse('not-found')
  return found
}
