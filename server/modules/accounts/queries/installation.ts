import type { Context } from '../../../access/context.ts'
import { needsSetUp } from '../storage/set-up-tokens.ts'

/** What somebody who has not signed in may know of this installation. */
export const installation = async (ctx: Context, demo: boolean, identityProvider: string | null) => ({
  needsSetUp: await needsSetUp(ctx.db),
  demo,
  identityProvider,
})
