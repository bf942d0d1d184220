import { defineAction } from '../../../access/action.ts'
import { account } from '../policy.ts'
import { refuse } from '../problems.ts'
import { removeSecondFactor } from '../storage/second-factors.ts'
import { endSessionsOf } from '../storage/sessions.ts'

/** A lost telephone: the second factor goes, every session ends, and the owner enrols again at the next sign-in. */
export const resetSecondFactor = defineAction({
  verb: 'accounts.reset-second-factor',
  on: (input: { id: string; reason: string }) => ({ resource: account, id: input.id }),
  async run(ctx, { id, reason }) {
    if (id === ctx.actor.id) throw refuse('not-yourself')
    if (!(await removeSecondFactor(ctx.db, id))) throw refuse('second-factor-not-enrolled')
    await endSessionsOf(ctx.db, id)
    return {
      answer: { reset: true as const },
      audit: { resource: account.name, id, summary: '解除验证器绑定，已退出其全部登录', detail: { reason } },
    }
  },
})
