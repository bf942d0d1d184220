import type { Clock } from '../../../platform/clock/clock.ts'
import { recordAudit } from '../../../platform/audit/record.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Keys } from '../../../platform/keys/keys.ts'
import { refuse } from '../problems.ts'
import { findByName } from '../storage/accounts.ts'
import { removeSecondFactor } from '../storage/second-factors.ts'
import { endSessionsOf } from '../storage/sessions.ts'
import { takeOneTimePasswords } from '../storage/one-time-passwords.ts'
import { issueOneTimePassword } from './passwords.ts'

interface Console {
  db: Db
  keys: Keys
  clock: Clock
}

/**
 * Whoever holds the server's console and key file may let a locked-out administrator in again; the trail keeps it.
 * @throws when there is no such account, or it is closed
 */
export async function resetAtConsole({ db, keys, clock }: Console, name: string): Promise<string> {
  return await db.transaction().execute(async (trx) => {
    const found = await findByName(trx, name)
    if (!found) throw refuse('account-unknown', { account: name })
    if (found.closedAt) throw refuse('account-closed', { account: name })
    const at = clock.now().toISOString()
    const password = await issueOneTimePassword(trx, found.id, at)
    const line = {
      resource: 'accounts.account',
      id: found.id,
      summary: '在服务器控制台重置密码，已退出其全部登录',
    }
    await recordAudit(trx, keys, { at, actorId: null, verb: 'accounts.reset-password', line })
    return password
  })
}

/**
 * The last administrator's telephone is lost, and the recovery codes with it.
 * @throws when there is no such account, or it has no authenticator
 */
export async function resetSecondFactorAtConsole({ db, keys, clock }: Console, name: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const found = await findByName(trx, name)
    if (!found) throw refuse('account-unknown', { account: name })
    if (!(await removeSecondFactor(trx, found.id))) throw refuse('second-factor-not-enrolled')
    await endSessionsOf(trx, found.id)
    const summary = '在服务器控制台解除验证器绑定，已退出其全部登录'
    const line = { resource: 'accounts.account', id: found.id, summary }
    const at = clock.now().toISOString()
    await recordAudit(trx, keys, { at, actorId: null, verb: 'accounts.reset-second-factor', line })
  })
}

/** One-time passwords of a sheet that was imported at the console, handed over once. */
export async function fetchAtConsole({
  db,
  keys,
  clock,
}: Console): Promise<{ account: string; oneTimePassword: string }[]> {
  return await db.transaction().execute(async (trx) => {
    const taken = await takeOneTimePasswords(trx, null)
    if (taken.length === 0) return []
    const detail = { accounts: taken.map((one) => one.account) }
    const line = {
      resource: 'accounts.account',
      id: 'many',
      summary: `在服务器控制台领取 ${taken.length} 个一次性密码`,
      detail,
    }
    await recordAudit(trx, keys, {
      at: clock.now().toISOString(),
      actorId: null,
      verb: 'accounts.create',
      line,
    })
    return taken.map(({ account, sealed }) => ({ account, oneTimePassword: keys.open(sealed) }))
  })
}
