import * as identity from '../../../contracts/accounts/identity.ts'
import * as mail from '../../../contracts/accounts/mail.ts'
import * as phone from '../../../contracts/accounts/phone.ts'
import * as second from '../../../contracts/accounts/second-factor.ts'
import * as sessions from '../../../contracts/accounts/sessions.ts'
import * as contract from '../../../contracts/accounts/staff.ts'
import { sessionCookie } from '../../access/door.ts'
import { type RawExchange, type Route, route } from '../../access/route.ts'
import { createAccount } from './actions/create-account.ts'
import { endOtherSessions, endOwnSession, endSessions } from './actions/end-sessions.ts'
import { fetchPasswords } from './actions/fetch-passwords.ts'
import { bindIdentity } from './actions/identity.ts'
import { setOwnMail } from './actions/own-mail.ts'
import { changeOwnPassword, resetPassword } from './actions/passwords.ts'
import { resetSecondFactor } from './actions/reset-second-factor.ts'
import { closeAccount, grantRole, handOver, reopenAccount, revokeRole } from './actions/roles.ts'
import { beginEnrolment, confirmEnrolment, enterCode, renewRecoveryCodes } from './actions/second-factor.ts'
import { setPhone } from './actions/set-phone.ts'
import { setUp } from './actions/set-up.ts'
import { signIn } from './actions/sign-in.ts'
import { signOut } from './actions/sign-out.ts'
import { accountExport } from './exports.ts'
import { IdentityProvider } from './identity-provider.ts'
import { identityRoutes } from './identity-routes.ts'
import { accounts } from './queries/accounts.ts'
import { installation } from './queries/installation.ts'
import { me, welcome } from './queries/me.ts'
import { ownMail } from './queries/own-mail.ts'
import { ownSessions, sessionsOfAccount } from './queries/sessions.ts'
import { waitingPasswords } from './queries/waiting-passwords.ts'
import type { Context } from '../../access/context.ts'
import type { IdentitySettings } from '../../platform/identity-settings.ts'

export interface AccountsOptions {
  demo: boolean
  /** Where people may sign in besides. */
  identity?: IdentitySettings
  /** The city at the root of the tree; made by organisations when it is first asked for. */
  cityId(ctx: Context): Promise<string>
}

/** A whole office may sit behind one address; a guesser gets no further than this. */
const guessable = { perMinute: 120 }

const tokenOf = (raw: RawExchange) => raw.cookie(sessionCookie) ?? ''
const entranceOf = ({ userAgent, address }: RawExchange) => ({ userAgent, address })
const onHold = { ...guessable, evenOnHold: true }

export function accountRoutes({ demo, cityId, identity: options }: AccountsOptions): Route[] {
  const provider = options && new IdentityProvider(options)
  return [
    route(
      contract.signIn,
      async ({ body, ctx, raw }) => {
        const token = await signIn(ctx, { ...body, entrance: entranceOf(raw) })
        raw.setCookie(sessionCookie, token)
        return await welcome(ctx, token, demo)
      },
      guessable,
    ),
    route(contract.whoAmI, ({ ctx }) => me(ctx, demo), { evenOnHold: true }),
    route(
      contract.signOut,
      async ({ ctx, raw }) => {
        const idToken = await signOut(ctx, tokenOf(raw))
        raw.clearCookie(sessionCookie)
        const back = new URL('/sign-in', raw.asked()).href
        const next = idToken && provider ? await provider.wayOut(idToken, back) : null
        return { signedOut: true as const, next }
      },
      { evenOnHold: true },
    ),
    route(
      contract.changePassword,
      async ({ body, ctx, raw }) => {
        const token = raw.cookie(sessionCookie)
        await changeOwnPassword(ctx, { ...body, ...(token ? { token } : {}) })
        return { changed: true as const }
      },
      onHold,
    ),
    route(mail.ownMail, ({ ctx }) => ownMail(ctx)),
    route(mail.setOwnMail, async ({ body, ctx }) => {
      await setOwnMail(ctx, body.address)
      return body
    }),
    route(contract.installation, ({ ctx }) => installation(ctx, demo, provider?.name ?? null)),
    route(
      contract.setUp,
      async ({ body, ctx, raw }) => {
        const token = await setUp(ctx, { ...body, entrance: entranceOf(raw) }, () => cityId(ctx))
        raw.setCookie(sessionCookie, token)
        return await welcome(ctx, token, demo)
      },
      guessable,
    ),
    ...secondFactorRoutes(demo),
    ...sessionRoutes(),
    ...identityRoutes(provider),
    route(contract.listAccounts, ({ query, ctx }) => accounts(ctx, query)),
    accountExport(demo),
    route(contract.createAccount, ({ body, perform }) => perform(createAccount, body)),
    route(contract.resetPassword, ({ params, perform }) => perform(resetPassword, params)),
    route(second.resetSecondFactor, ({ params, body, perform }) =>
      perform(resetSecondFactor, { ...params, ...body }),
    ),
    route(identity.bindIdentity, ({ params, body, perform }) =>
      perform(bindIdentity(provider?.issuer), { ...params, ...body }),
    ),
    route(phone.setPhone, ({ params, body, perform }) => perform(setPhone, { ...params, ...body })),
    route(contract.closeAccount, ({ params, body, perform }) =>
      perform(closeAccount, { ...params, ...body }),
    ),
    route(contract.reopenAccount, ({ params, body, perform }) =>
      perform(reopenAccount, { ...params, ...body }),
    ),
    route(contract.waitingPasswords, ({ ctx }) => waitingPasswords(ctx)),
    route(contract.fetchPasswords, ({ body, perform }) => perform(fetchPasswords, body)),
    route(contract.grantRole, ({ params, body, perform }) =>
      perform(grantRole, { accountId: params.id, ...body }),
    ),
    route(contract.revokeRole, ({ params, body, perform }) =>
      perform(revokeRole, { accountId: params.id, grantId: params.grantId, ...body }),
    ),
    route(contract.handOver, ({ params, body, perform }) => perform(handOver, { ...params, ...body })),
  ]
}

/** One's own authenticator. */
function secondFactorRoutes(demo: boolean): Route[] {
  return [
    route(second.beginEnrolment, ({ ctx }) => beginEnrolment(ctx), onHold),
    route(
      second.confirmEnrolment,
      async ({ body, ctx, raw }) => {
        const token = tokenOf(raw)
        const recoveryCodes = await confirmEnrolment(ctx, { ...body, token })
        return { recoveryCodes, me: await welcome(ctx, token, demo) }
      },
      onHold,
    ),
    route(
      second.enterCode,
      async ({ body, ctx, raw }) => {
        const token = tokenOf(raw)
        await enterCode(ctx, { ...body, token })
        return await welcome(ctx, token, demo)
      },
      onHold,
    ),
    route(second.renewRecoveryCodes, async ({ ctx }) => ({ recoveryCodes: await renewRecoveryCodes(ctx) })),
  ]
}

/** Where one, or somebody else, is signed in. */
function sessionRoutes(): Route[] {
  return [
    route(sessions.ownSessions, ({ ctx, raw }) => ownSessions(ctx, tokenOf(raw))),
    route(sessions.endOwnSession, async ({ params, ctx }) => {
      await endOwnSession(ctx, params.sessionId)
      return { ended: 1 }
    }),
    route(sessions.endOtherSessions, async ({ ctx, raw }) => ({
      ended: await endOtherSessions(ctx, tokenOf(raw)),
    })),
    route(sessions.sessionsOfAccount, ({ params, ctx, raw }) =>
      sessionsOfAccount(ctx, params.id, tokenOf(raw)),
    ),
    route(sessions.endSessions, ({ params, body, perform }) => perform(endSessions, { ...params, ...body })),
  ]
}
