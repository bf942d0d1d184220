import type { Context } from '../../../access/context.ts'
import { recordAudit } from '../../../platform/audit/record.ts'
import { endSession } from '../storage/sessions.ts'

/**
 * Ends the session on the server, so that a copied cookie opens nothing either.
 * @returns the identity provider's token, where the session came from there
 */
export async function signOut(ctx: Context, token: string): Promise<string | null> {
  const id = ctx.actor.id as string
  return await ctx.db.transaction().execute(async (db) => {
    const sealed = await endSession(db, token)
    const at = ctx.clock.now().toISOString()
    const line = { resource: 'accounts.account', id, summary: '退出登录' }
    await recordAudit(db, ctx.keys, { at, actorId: id, verb: 'accounts.sign-out', line })
    return sealed === null ? null : ctx.keys.open(sealed)
  })
}
