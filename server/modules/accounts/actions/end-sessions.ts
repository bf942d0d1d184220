import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import { account } from '../policy.ts'
import { refuse } from '../problems.ts'
import { endSessionById, endSessionsOf } from '../storage/sessions.ts'
import { trail } from './failed-attempts.ts'

/** One of one's own sessions, such as one left open in another office. @throws when it has ended already */
export async function endOwnSession(ctx: Context, sessionId: string): Promise<void> {
  const id = ctx.actor.id as string
  await ctx.db.transaction().execute(async (db) => {
    if (!(await endSessionById(db, id, sessionId))) throw refuse('session-gone')
    await trail({ ...ctx, db }, id, 'accounts.end-own-session', '结束自己的一个登录')
  })
}

/** All of one's own sessions but this one. @returns how many ended */
export async function endOtherSessions(ctx: Context, token: string): Promise<number> {
  const id = ctx.actor.id as string
  return await ctx.db.transaction().execute(async (db) => {
    const ended = await endSessionsOf(db, id, token)
    await trail({ ...ctx, db }, id, 'accounts.end-own-session', `结束自己的其他 ${ended} 个登录`)
    return ended
  })
}

/** An administrator ends one session of an account, or all of them. */
export const endSessions = defineAction({
  verb: 'accounts.end-sessions',
  on: (input: { id: string; sessionId?: string | undefined }) => ({ resource: account, id: input.id }),
  async run(ctx, { id, sessionId }) {
    const ended = sessionId
      ? Number(await endSessionById(ctx.db, id, sessionId))
      : await endSessionsOf(ctx.db, id)
    if (sessionId && ended === 0) throw refuse('session-gone')
    return {
      answer: { ended },
      audit: {
        resource: account.name,
        id,
        summary: sessionId ? '结束其一个登录' : `结束其全部 ${ended} 个登录`,
      },
    }
  },
})
