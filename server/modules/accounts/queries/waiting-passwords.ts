import type { Context } from '../../../access/context.ts'
import { countOneTimePasswords } from '../storage/one-time-passwords.ts'

/** One-time passwords that this administrator's imports made and nobody has fetched yet. */
export const waitingPasswords = async (ctx: Context) => ({
  waiting: await countOneTimePasswords(ctx.db, ctx.actor.id),
})
