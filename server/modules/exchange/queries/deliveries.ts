import { sql } from 'kysely'
import type { getDelivery, listDeliveries } from '../../../../contracts/exchange/staff.ts'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { delivery, manage } from '../policy.ts'

type Row = Answer<typeof listDeliveries>['rows'][number]
type Detailed = Answer<typeof getDelivery>

const columns = sql`r.id, r.event_id AS "eventId", e.name AS event, e.at AS "eventAt", r.subscription_id AS "subscriptionId",
  s.name AS subscription, r.state, coalesce(last.number, 0) AS attempts, last.at AS "lastAt", last.status AS "lastStatus",
  last.fault AS "lastFault", CASE r.state WHEN 'waiting' THEN r.next_at END AS "nextAt"`

const from = sql`exchange.delivery r JOIN exchange.event e ON e.id = r.event_id
  JOIN exchange.subscription s ON s.id = r.subscription_id
  LEFT JOIN LATERAL (SELECT a.number, a.at, a.status, a.fault FROM exchange.attempt a WHERE a.delivery_id = r.id
    ORDER BY a.number DESC LIMIT 1) last ON true`

/** Latest first. */
export async function deliveries(ctx: Context, query: Received<typeof listDeliveries>['query']) {
  const found = await rows(
    ctx.db,
    sql<Row>`SELECT ${columns} FROM ${from} WHERE ${ctx.policy.filter(ctx.actor, manage, delivery)}
      ${query.after ? sql`AND r.id < ${keyOf(query.after)}::uuid` : sql``}
      ${query.subscription ? sql`AND r.subscription_id = ${query.subscription}` : sql``}
      ${query.state ? sql`AND r.state = ${query.state}` : sql``}
      ${query.event ? sql`AND e.name = ${query.event}` : sql``}
      ORDER BY r.id DESC ${limitTo(query.limit + 1)}`,
  )
  const page = found.slice(0, query.limit)
  return { rows: page, next: found.length > query.limit ? (page.at(-1)?.id ?? null) : null }
}

const first = '00000000-0000-0000-0000-000000000000'
/** A key that is none of ours ends the list. */
const keyOf = (after: string) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after) ? after : first)

/** With the bytes that are sent and what came of each try. @throws 404 when there is none */
export async function deliveryOf(ctx: Context, id: string): Promise<Detailed> {
  const found = await maybe(
    ctx.db,
    sql<Detailed>`SELECT ${columns}, s.url, e.body, coalesce((SELECT json_agg(json_build_object('number', a.number,
        'at', to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'status', a.status, 'fault', a.fault,
        'answer', a.answer, 'milliseconds', a.milliseconds) ORDER BY a.number DESC)
      FROM exchange.attempt a WHERE a.delivery_id = r.id), '[]'::json) AS tries
      FROM ${from} WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, manage, delivery)}`,
  )
  if (!found) throw refuse('not-found')
  return found
}
