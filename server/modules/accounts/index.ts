import { standingAccounts } from './queries/standing-accounts.ts'
import type { Module } from '../module.ts'
import { accountSheet } from './actions/record-accounts.ts'
import { policy } from './policy.ts'
import { type AccountsOptions, accountRoutes } from './routes.ts'

export { setOwnMail } from './actions/own-mail.ts'
export { changeOwnPassword } from './actions/passwords.ts'
export { recordAccountsAction } from './actions/record-accounts.ts'
export { fetchAtConsole, resetAtConsole, resetSecondFactorAtConsole } from './actions/reset-at-console.ts'
export { issueSetUpToken, setUp } from './actions/set-up.ts'
export { actorOfAccount, firstAccountWith } from './storage/actor-of-account.ts'
export { insertAccount } from './storage/accounts.ts'
export { needsSetUp } from './storage/set-up-tokens.ts'
export { needsSecondFactor } from './rules/second-factor-rules.ts'
export { actorOf } from './storage/sessions.ts'

/** Who may sign in, with which roles: accounts, sessions, passwords, handover. */
export const accountsModule = (options: AccountsOptions): Module => ({
  name: 'accounts',
  uses: ['organisations'],
  policy,
  sheets: [{ ...accountSheet, standing: standingAccounts }],
  routes: accountRoutes(options),
})
