import type { Context } from '../../../access/context.ts'
import { recordAudit } from '../../../platform/audit/record.ts'
import { endSession } from '../storage/sessions.ts'

/** Ends the session on the server, so that a copied cookie opens nothing either. */
export async function signOut(ctx: Context, token: string): Promise<void> {
  const id = ctx.actor.id as string
  await ctx.db.transaction().execute(async (db) => {
    await endSession(db, token)
    const at = ctx.clock.now().toISOString()
    const line = { resource: 'accounts.account', id, summary: '退出登录' }
    await recordAudit(db, ctx.keys, { at, actorId: id, verb: 'accounts.sign-out', line })
  })
}
