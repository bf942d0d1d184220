import { randomBytes } from 'node:crypto'
import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import type { Identity, IdentityProvider, Pledge } from '../identity-provider.ts'
import { account } from '../policy.ts'
import { refuse } from '../problems.ts'
import { accountOfIdentity, bindTo, keepRequest, takeRequest } from '../storage/identities.ts'
import { endSessionsOf, type Entrance } from '../storage/sessions.ts'
import { trail } from './failed-attempts.ts'
import { enter } from './sign-in.ts'

/** How long somebody may take at the identity provider. */
const awayMinutes = 10

/** Why somebody came back without being let in; the sign-in page has a sentence for each. */
export type WhyNot = 'away' | 'expired' | 'denied' | 'mismatch' | 'unknown' | 'closed' | 'off'

/** Begins a sign-in at the identity provider. @returns where to send the browser and the secret that it must bring back */
export async function goToProvider(
  ctx: Context,
  provider: IdentityProvider,
  { callback, back }: { callback: string; back: string },
): Promise<{ address: string; browser: string } | { whyNot: WhyNot }> {
  const way = await provider.wayThere(callback).catch(whyNotOf)
  if (typeof way === 'string') return { whyNot: way }
  const browser = randomBytes(32).toString('base64url')
  const sealed = ctx.keys.seal(JSON.stringify(way.pledge))
  await keepRequest(ctx.db, { state: way.pledge.state, browser, sealed, back }, ctx.clock.now().toISOString())
  return { address: way.address, browser }
}

interface Return {
  /** The whole address that the browser was sent to. */
  address: string
  /** What the browser kept of {@link goToProvider}. */
  browser: string
  entrance: Entrance
}

/** Lets in whoever the identity provider vouches for, if an administrator has bound that identity to an open account. */
export async function comeBack(
  ctx: Context,
  provider: IdentityProvider,
  { address, browser, entrance }: Return,
): Promise<{ token: string; back: string } | { whyNot: WhyNot }> {
  const { searchParams } = new URL(address)
  const since = new Date(ctx.clock.now().getTime() - awayMinutes * 60_000).toISOString()
  const kept = await takeRequest(ctx.db, { state: searchParams.get('state') ?? '', browser }, since)
  if (!kept) return { whyNot: 'expired' }
  if (searchParams.has('error')) return { whyNot: 'denied' }
  const identity = await provider
    .whoCameBack(address, JSON.parse(ctx.keys.open(kept.sealed)) as Pledge)
    .catch(whyNotOf)
  if (typeof identity === 'string') return { whyNot: identity }
  return await ctx.db
    .transaction()
    .execute(async (db) => letIn({ ...ctx, db }, identity, { entrance, back: kept.back }))
}

async function letIn(
  ctx: Context,
  { issuer, subject, idToken, provedSecondFactor }: Identity,
  { entrance, back }: { entrance: Entrance; back: string },
): Promise<{ token: string; back: string } | { whyNot: WhyNot }> {
  const found = await accountOfIdentity(ctx.db, issuer, subject)
  if (!found || found.closed) {
    const summary = found ? '经统一身份认证登录，账号已停用' : '经统一身份认证登录，没有绑定的账号'
    await trail(ctx, found?.id, 'accounts.sign-in-failed', summary)
    return { whyNot: found ? 'closed' : 'unknown' }
  }
  const identity = { idToken: ctx.keys.seal(idToken), provedSecondFactor }
  return { token: await enter(ctx, found.id, { ...entrance, identity }), back }
}

/** The provider did not answer or broke down, or what came from it is not what it must be. */
function whyNotOf(fault: unknown): 'away' | 'mismatch' {
  const { code, cause } = fault as { code?: string; cause?: unknown }
  const names = [fault, cause].map((one) => (one instanceof Error ? one.name : ''))
  const status = cause instanceof Response ? cause.status : 0
  return code === 'OAUTH_TIMEOUT' || names.includes('TypeError') || status >= 500 ? 'away' : 'mismatch'
}

/** Binds an account to somebody at the identity provider, or takes the binding away; its sessions end. */
export const bindIdentity = (issuer: string | undefined) =>
  defineAction({
    verb: 'accounts.bind-identity',
    on: (input: { id: string; subject: string | null }) => ({ resource: account, id: input.id }),
    async run(ctx, { id, subject }) {
      if (id === ctx.actor.id) throw refuse('not-yourself')
      if (subject !== null && !issuer) throw refuse('identity-not-configured')
      await bindTo(ctx.db, id, subject === null || !issuer ? null : { issuer, subject })
      await endSessionsOf(ctx.db, id)
      const summary = subject === null ? '解除统一身份绑定' : '绑定统一身份'
      return {
        answer: { bound: subject !== null },
        audit: { resource: account.name, id, summary, detail: { issuer, subject } },
      }
    },
  })
