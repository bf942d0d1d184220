import type { Context } from '../../access/context.ts'
import type { Refusal } from '../../platform/problems/refusal.ts'
import { whyBarred } from '../grading/index.ts'
import { appeal, correction } from './policy.ts'
import { refuse } from './problems.ts'
import { ownHandInAppeal, ownHandInCorrection } from './storage/appeals/own-hand.ts'

const askedBy = ({ actor, policy }: Context, resource: typeof appeal | typeof correction, seen: string) => ({
  accountId: actor.id,
  inSight: policy.filter(actor, seen, resource),
})

/** Why the actor does not judge an appeal that he sees: bound to it, or his own work (A.1.4). */
export const whyNotAppeal =
  (id: string) =>
  async (ctx: Context): Promise<Refusal | undefined> => {
    const seen = 'publicity.see-appeals'
    const bound = await whyBarred(appeal, seen, id)(ctx)
    if (bound) return bound
    const own = await ownHandInAppeal(ctx.db, { id, ...askedBy(ctx, appeal, seen) })
    return own && refuse('own-work', own, { clause: 'A.1.4' })
  }

/** Why the actor does not decide a correction that he sees. */
export const whyNotCorrection =
  (id: string) =>
  async (ctx: Context): Promise<Refusal | undefined> => {
    const seen = 'publicity.see-corrections'
    const bound = await whyBarred(correction, seen, id)(ctx)
    if (bound) return bound
    const own = await ownHandInCorrection(ctx.db, { id, ...askedBy(ctx, correction, seen) })
    return own && refuse('own-work', own, { clause: 'A.1.4' })
  }
