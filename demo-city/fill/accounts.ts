import { randomInt } from 'node:crypto'
import { roleNames } from '../../contracts/accounts/words.ts'
import { perform } from '../../server/access/action.ts'
import { visitor } from '../../server/access/actor.ts'
import type { Context } from '../../server/access/context.ts'
import { city } from '../../server/app.ts'
import {
  actorOfAccount,
  changeOwnPassword,
  issueSetUpToken,
  needsSetUp,
  recordAccountsAction,
  resetAtConsole,
  setOwnMail,
  setUp,
} from '../../server/modules/accounts/index.ts'
import { cityRoot } from '../../server/modules/organisations/index.ts'
import { type DemoAccount, readDemoAccounts, writeDemoAccounts } from './accounts-file.ts'
import { pastClock } from './past-clock.ts'
import type { PlannedAccount } from './planned-accounts.ts'

export type Surroundings = Omit<Context, 'actor'>

const alphabet = 'abcdefghjkmnpqrstuvwxyz'
/** A password of this installation's own (about 66 bits), to be read from a console without mistakes. */
function freshPassword(): string {
  const pick = (text: string) => text[randomInt(text.length)] as string
  const block = () => pick(alphabet.toUpperCase()) + pick(alphabet) + pick('23456789') + pick(alphabet)
  return [block(), block(), block(), block()].join('-')
}

/** Somebody with an account acts, with the rights of that account. */
export async function acting(context: Surroundings, account: string): Promise<Context> {
  const actor = await actorOfAccount(context.db, { account }, context.clock.today())
  if (!actor) throw new Error(`the demonstration's account ${account} is missing or closed`)
  return { ...context, actor }
}

/** Passwords of planned accounts: those on file, and fresh ones for the others, on file before they are used. */
export function planPasswords(file: string, planned: readonly PlannedAccount[]): DemoAccount[] {
  const kept = readDemoAccounts(file)
  const fresh = planned
    .filter(({ account }) => !kept.some((one) => one.account === account))
    .map(({ account, role, place }) => ({
      account,
      role: roleNames[role].zh,
      place,
      password: freshPassword(),
    }))
  const all = [...kept, ...fresh]
  if (fresh.length > 0) writeDemoAccounts(file, all)
  return all
}

const firstAdministrator = 'authorisation-admin'

/** The first administrator comes in by the set-up token, as on any installation. */
async function setUpFirst(
  context: Surroundings,
  passwords: readonly DemoAccount[],
  displayName: string,
): Promise<void> {
  const { db, clock } = context
  if (!(await needsSetUp(db))) return
  const token = await issueSetUpToken(db, clock.now().toISOString())
  const password = passwordOf(passwords, firstAdministrator)
  const entrance = { userAgent: '', address: '' }
  const ctx = { ...context, actor: visitor(clock.today()) }
  await setUp(ctx, { token, account: firstAdministrator, displayName, password, entrance }, () =>
    cityRoot(db, city),
  )
}

const passwordOf = (passwords: readonly DemoAccount[], account: string): string =>
  passwords.find((one) => one.account === account)?.password ?? ''

interface Making {
  /** The day from which their rights hold. */
  since: string
  context: Surroundings
  file: string
  planned: readonly PlannedAccount[]
  /** Accounts whose password on file is theirs already. */
  settled(account: string): boolean
  settle(account: string): Promise<void>
}

/**
 * Makes accounts as an administrator does: recorded by sheet, a one-time password each, which its owner then
 * replaces. A kill between these steps is made good by a fresh one-time password.
 */
export async function makeAccounts({
  context,
  since,
  file,
  planned,
  settled,
  settle,
}: Making): Promise<void> {
  const wasOnFile = new Set(readDemoAccounts(file).map((one) => one.account))
  const passwords = planPasswords(file, planned)
  const first = planned.find((one) => one.account === firstAdministrator)
  if (first) await setUpFirst(context, passwords, first.displayName)
  const administrator = await acting(context, firstAdministrator)
  const others = planned.filter((one) => one.account !== firstAdministrator)
  const rows = others.map(({ account, displayName, role, scope }, i) => ({
    row: i + 2,
    cells: { account, displayName, role, scope },
  }))
  // In office since before the rounds that the city remembers.
  await perform({ ...administrator, clock: pastClock(since) }, recordAccountsAction, rows)
  for (const { account } of others) {
    if (settled(account) && wasOnFile.has(account)) continue
    const current = await resetAtConsole(context, account)
    await changeOwnPassword(await acting(context, account), { current, next: passwordOf(passwords, account) })
    // What they are told by mail can be read in the demonstration's inbox; the address leads nowhere (RFC 2606).
    await setOwnMail(await acting(context, account), `${account}@demo.invalid`)
    await settle(account)
  }
}
