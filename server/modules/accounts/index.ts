import type { Module } from '../module.ts'
import { policy } from './policy.ts'
import { type AccountsOptions, accountRoutes } from './routes.ts'

export { createAccount } from './actions/create-account.ts'
export { issueSetUpToken, needsSetUp } from './actions/set-up.ts'
export { sweepIdleSessions } from './actions/sign-in.ts'
export { actorOf } from './storage/sessions.ts'

/** Who may sign in, with which roles: accounts, sessions, passwords, handover. */
export const accountsModule = (options: AccountsOptions): Module => ({
  name: 'accounts',
  uses: ['organisations'],
  policy,
  routes: accountRoutes(options),
})
