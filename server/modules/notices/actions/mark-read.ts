import { defineAction } from '../../../access/action.ts'
import { notice } from '../policy.ts'
import { markNoticeRead, markReadUpTo, unreadOf } from '../storage/notices.ts'

export const markRead = defineAction({
  verb: 'notices.mark-read',
  on: ({ id }: { id: string }) => ({ resource: notice, id }),
  async run(ctx, { id }) {
    await markNoticeRead(ctx.db, id, ctx.clock.now().toISOString())
    return {
      answer: { unread: await unreadOf(ctx.db, ctx.actor.id) },
      audit: { resource: notice.name, id, summary: '阅读一条通知' },
    }
  },
})

/** All that the person had in sight. */
export const markAllRead = defineAction({
  verb: 'notices.mark-read',
  on: () => 'anywhere' as const,
  async run(ctx, { upTo }: { upTo: string }) {
    const id = ctx.actor.id as string
    const count = await markReadUpTo(ctx.db, id, upTo, ctx.clock.now().toISOString())
    return {
      answer: { unread: await unreadOf(ctx.db, id) },
      audit: { resource: notice.name, id: upTo, summary: `把 ${count} 条通知标为已读` },
    }
  },
})
