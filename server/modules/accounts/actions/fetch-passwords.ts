import { defineAction } from '../../../access/action.ts'
import { takeOneTimePasswords } from '../storage/one-time-passwords.ts'

/** Hands the one-time passwords of imported accounts to whoever imported them, once. */
export const fetchPasswords = defineAction({
  verb: 'accounts.create',
  on: () => 'anywhere' as const,
  async run(ctx, _input: object) {
    const taken = await takeOneTimePasswords(ctx.db, ctx.actor.id)
    const passwords = taken.map(({ sealed, ...rest }) => ({
      ...rest,
      oneTimePassword: ctx.keys.open(sealed),
    }))
    const detail = { accounts: taken.map((one) => one.account) }
    const audit = {
      resource: 'accounts.account',
      id: 'many',
      summary: `领取 ${taken.length} 个一次性密码`,
      detail,
    }
    return { answer: { passwords }, audit }
  },
})
