import { sql } from 'kysely'
import type { listNotices } from '../../../../contracts/notices/staff.ts'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { notice } from '../policy.ts'
import { type NoticeText, unreadOf } from '../storage/notices.ts'

type Row = Answer<typeof listNotices>['rows'][number]
type Stored = Omit<Row, keyof NoticeText> & { text: string }

/** Whether the last one shown was read, and its id. */
const key = /^([01])_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** One's own notices, unread first, then latest first. */
export async function notices(ctx: Context, query: Received<typeof listNotices>['query']) {
  const [, read, id] = key.exec(query.after ?? '') ?? []
  const found = await rows(
    ctx.db,
    sql<Stored>`SELECT r.id, r.text, r.link, r.due, r.at, r.read_at AS "readAt" FROM notices.notice r
      WHERE ${ctx.policy.filter(ctx.actor, 'notices.see', notice)}
      ${query.state ? sql`AND (r.read_at IS NOT NULL) = ${query.state === 'read'}` : sql``}
      ${id ? sql`AND ((r.read_at IS NOT NULL) > ${read === '1'} OR ((r.read_at IS NOT NULL) = ${read === '1'} AND r.id < ${id}::uuid))` : sql``}
      ORDER BY (r.read_at IS NOT NULL), r.id DESC ${limitTo(query.limit + 1)}`,
  )
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    rows: page.map(
      ({ text, ...rest }): Row => ({ ...rest, ...(JSON.parse(ctx.keys.open(text)) as NoticeText) }),
    ),
    next: found.length > query.limit && last ? `${last.readAt === null ? 0 : 1}_${last.id}` : null,
  }
}

export const countUnread = async ({ db, actor }: Context) => ({ unread: await unreadOf(db, actor.id) })
