import { defineAction } from '../../../access/action.ts'
import { endGrants, grantsOf, insertGrants, type NewGrant } from '../../../access/grants.ts'
import { permitted } from '../../../access/guard.ts'
import { account } from '../policy.ts'
import { refuse } from '../problems.ts'
import { findById, markClosed } from '../storage/accounts.ts'
import { checkGrants } from '../storage/scopes.ts'
import { endSessionsOf } from '../storage/sessions.ts'

/** Adds a role to an account, inside the administrator's own jurisdiction. */
export const grantRole = defineAction({
  verb: 'accounts.grant',
  on: (input: NewGrant & { accountId: string }) => ({ resource: account, id: input.accountId }),
  async run(ctx, { accountId, ...grant }) {
    if (accountId === ctx.actor.id) throw refuse('not-yourself')
    await checkGrants(ctx, [grant], accountId)
    const [id = ''] = await insertGrants(ctx.db, accountId, [grant], ctx.actor.id, ctx.clock.today())
    return {
      answer: { id },
      audit: { resource: account.name, id: accountId, summary: '授予角色', detail: { grant } },
    }
  },
})

/** Takes a role back from today on. */
export const revokeRole = defineAction({
  verb: 'accounts.grant',
  on: (input: { accountId: string; grantId: string; reason: string }) => ({
    resource: account,
    id: input.accountId,
  }),
  async run(ctx, { accountId, grantId, reason }) {
    if (accountId === ctx.actor.id) throw refuse('not-yourself')
    const held = (await grantsOf(ctx.db, accountId, ctx.clock.today())).find((g) => g.id === grantId)
    if (!held) throw refuse('grant-gone')
    await endGrants(ctx.db, [grantId], ctx.clock.today())
    const detail = { grant: { ...held }, reason }
    return {
      answer: { revoked: true as const },
      audit: { resource: account.name, id: accountId, summary: '收回角色', detail },
    }
  },
})

/** Closes an account: it signs in nowhere, its past stays in the trail. */
export const closeAccount = defineAction({
  verb: 'accounts.close',
  on: (input: { id: string; reason: string }) => ({ resource: account, id: input.id }),
  async run(ctx, { id, reason }) {
    if (id === ctx.actor.id) throw refuse('not-yourself')
    await markClosed(ctx.db, id, ctx.clock.now().toISOString())
    await endSessionsOf(ctx.db, id)
    return {
      answer: { closed: true as const },
      audit: { resource: account.name, id, summary: '停用账号', detail: { reason } },
    }
  },
})

/** Opens a closed account again, with the roles it holds and the password it had. */
export const reopenAccount = defineAction({
  verb: 'accounts.close',
  on: (input: { id: string; reason: string }) => ({ resource: account, id: input.id }),
  async run(ctx, { id, reason }) {
    await markClosed(ctx.db, id, null)
    return {
      answer: { closed: false as const },
      audit: { resource: account.name, id, summary: '恢复账号', detail: { reason } },
    }
  },
})

/** 工作交接: every role of the leaver passes to the successor on one day, and with the roles the work they open. */
export const handOver = defineAction({
  verb: 'accounts.hand-over',
  on: (input: { id: string; successorId: string; on: string; reason: string }) => ({
    resource: account,
    id: input.id,
  }),
  async run(ctx, { id, successorId, on, reason }) {
    if (on < ctx.clock.today()) throw refuse('day-past', { day: on }, { field: 'on' })
    if (successorId === ctx.actor.id) throw refuse('not-yourself', {}, { field: 'successorId' })
    if (id === successorId) throw refuse('successor-same', {}, { field: 'successorId' })
    const successor = await findById(ctx.db, successorId)
    if (!successor || successor.closedAt) throw refuse('successor-closed', {}, { field: 'successorId' })
    // To receive roles is to be granted them: the successor must be as much in reach as the leaver.
    if (!(await permitted(ctx, 'accounts.grant', account, [successorId])).has(successorId))
      throw refuse('account-elsewhere', { account: successor.account }, { field: 'successorId' })
    const held = await grantsOf(ctx.db, id, on)
    await checkGrants(ctx, held, successorId)
    await endGrants(
      ctx.db,
      held.map((g) => g.id),
      on,
    )
    await insertGrants(ctx.db, successorId, held, ctx.actor.id, on)
    const detail = { successorId, on, reason, grants: held }
    return {
      answer: { grants: held.length },
      audit: { resource: account.name, id, summary: '工作交接', detail },
    }
  },
})
