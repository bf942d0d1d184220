import type { Context } from '../../../access/context.ts'
import { recordAudit } from '../../../platform/audit/record.ts'
import { account } from '../policy.ts'
import { keepMail } from '../storage/mail.ts'

/** Anyone chooses where their own notices go besides the application; null for nowhere. The trail does not name it. */
export async function setOwnMail(ctx: Context, address: string | null): Promise<void> {
  const id = ctx.actor.id as string
  await ctx.db.transaction().execute(async (trx) => {
    await keepMail(trx, id, address === null ? null : ctx.keys.seal(address))
    const summary = address === null ? '停用本人的通知邮箱' : '设置本人的通知邮箱'
    const at = ctx.clock.now().toISOString()
    const line = { resource: account.name, id, summary }
    await recordAudit(trx, ctx.keys, { at, actorId: id, verb: 'accounts.set-mail', line })
  })
}
