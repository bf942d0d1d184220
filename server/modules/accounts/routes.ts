import * as contract from '../../../contracts/accounts/staff.ts'
import { sessionCookie } from '../../access/door.ts'
import { type Route, route } from '../../access/route.ts'
import { createAccount } from './actions/create-account.ts'
import { fetchPasswords } from './actions/fetch-passwords.ts'
import { changeOwnPassword, resetPassword } from './actions/passwords.ts'
import { closeAccount, grantRole, handOver, reopenAccount, revokeRole } from './actions/roles.ts'
import { setUp } from './actions/set-up.ts'
import { signIn } from './actions/sign-in.ts'
import { signOut } from './actions/sign-out.ts'
import { accountExport } from './exports.ts'
import { accounts } from './queries/accounts.ts'
import { installation } from './queries/installation.ts'
import { me, welcome } from './queries/me.ts'
import { waitingPasswords } from './queries/waiting-passwords.ts'
import type { Context } from '../../access/context.ts'

export interface AccountsOptions {
  demo: boolean
  /** The city at the root of the tree; made by organisations when it is first asked for. */
  cityId(ctx: Context): Promise<string>
}

/** A whole office may sit behind one address; a guesser gets no further than this. */
const guessable = { perMinute: 120 }

export function accountRoutes({ demo, cityId }: AccountsOptions): Route[] {
  return [
    route(
      contract.signIn,
      async ({ body, ctx, raw }) => {
        const { token } = await signIn(ctx, body.account, body.password)
        raw.setCookie(sessionCookie, token)
        return await welcome(ctx, token, demo)
      },
      guessable,
    ),
    route(contract.whoAmI, ({ ctx }) => me(ctx, demo), { evenOnHold: true }),
    route(
      contract.signOut,
      async ({ ctx, raw }) => {
        await signOut(ctx, raw.cookie(sessionCookie) ?? '')
        raw.clearCookie(sessionCookie)
        return { signedOut: true as const }
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
      { ...guessable, evenOnHold: true },
    ),
    route(contract.installation, ({ ctx }) => installation(ctx, demo)),
    route(
      contract.setUp,
      async ({ body, ctx, raw }) => {
        const token = await setUp(ctx, body, () => cityId(ctx))
        raw.setCookie(sessionCookie, token)
        return await welcome(ctx, token, demo)
      },
      guessable,
    ),
    route(contract.listAccounts, ({ query, ctx }) => accounts(ctx, query)),
    accountExport(demo),
    route(contract.createAccount, ({ body, perform }) => perform(createAccount, body)),
    route(contract.resetPassword, ({ params, perform }) => perform(resetPassword, params)),
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
