import { sql } from 'kysely'
import type { listDemoInbox } from '../../../../contracts/notices/staff.ts'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { demoMail } from '../policy.ts'

type Row = Answer<typeof listDemoInbox>['rows'][number]

/** What the demonstration would have sent, latest first. */
export async function demoInbox(ctx: Context, query: Received<typeof listDemoInbox>['query']) {
  const found = await rows(
    ctx.db,
    sql<Row>`SELECT r.id, r.at, r.address, r.name, r.subject, r.text, r.kind FROM notices.demo_inbox r
      WHERE ${ctx.policy.filter(ctx.actor, 'notices.see-demo-inbox', demoMail)}
      ${query.after ? sql`AND r.id::text < ${query.after}` : sql``}
      ORDER BY r.id::text DESC ${limitTo(query.limit + 1)}`,
  )
  const page = found.slice(0, query.limit)
  return { rows: page, next: found.length > query.limit ? (page.at(-1)?.id ?? null) : null }
}
