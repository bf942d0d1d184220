import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertAccount } from '../server/modules/accounts/index.ts'
import { sealFileIn } from '../server/platform/audit/seal-file.ts'
import { sealAll } from '../server/platform/audit/sealer.ts'
import { systemClock } from '../server/platform/clock/clock.ts'
import { openDatabase } from '../server/platform/database/database.ts'
import { migrate } from '../server/platform/database/migrate.ts'
import { keyFileIn, openKeys } from '../server/platform/keys/keys.ts'
import { type RunningDatabase, startDatabase } from '../server/platform/postgres/start-database.ts'
import { command as accounts } from './accounts.ts'
import { command as audit } from './audit.ts'
import { command as backup } from './backup.ts'
import { command as keys } from './keys.ts'
import { command as restore } from './restore.ts'
import { run } from './testing.ts'

let folder: string
let data: string
/** A server that runs all the while: the commands work beside it. */
let running: RunningDatabase

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongzhi-console-'))
  chmodSync(folder, 0o711)
  data = join(folder, 'data')
  running = await startDatabase({ dataFolder: data }, { quick: true })
  await migrate({ url: running.migratorUrl })
  const { db, close } = openDatabase(running.appUrl, 1)
  const fresh = {
    account: 'first-admin',
    displayName: '演示',
    password: 'Correct-Horse-9',
    mustChangePassword: false,
  }
  await insertAccount(db, { ...fresh, homePlaceId: null }, systemClock.now().toISOString())
  openKeys(keyFileIn(data))
  await close()
})
afterAll(async () => {
  await running.close()
  rmSync(folder, { recursive: true, force: true })
})

const seal = async () => {
  const { db, close } = openDatabase(running.appUrl, 1)
  const file = sealFileIn(data)
  await sealAll({ db, keys: openKeys(keyFileIn(data)), clock: systemClock, file, warn: () => undefined })
  await close()
}

test('accounts reset answers a one-time password and is on the trail, which audit verify finds whole', async () => {
  const reset = await run(accounts, 'reset', 'first-admin', '--data', data)
  expect([reset.code, reset.out]).toEqual([0, expect.stringMatching(/一次性密码：\w{4}(-\w{4}){3}/)])
  const unknown = await run(accounts, 'reset', 'nobody-there', '--data', data)
  expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('没有账号')])
  const before = await run(audit, 'verify', '--data', data)
  expect([before.code, before.out]).toEqual([0, expect.stringContaining('1 条尚未封存')])
  await seal()
  const { code, out } = await run(audit, 'verify', '--json', '--data', data)
  expect([code, JSON.parse(out)]).toEqual([
    0,
    expect.objectContaining({ ok: true, entries: 1, unsealed: { count: 0, oldestAt: null } }),
  ])
})

test('a backup and its restore by command keep the trail whole; tampering then fails the command', async () => {
  expect((await run(backup, join(folder, 'backup'), '--data', data)).out).toContain('不在备份里')
  const target = join(folder, 'restored')
  const restored = await run(restore, join(folder, 'backup'), '--data', target, '--keys', keyFileIn(data))
  expect([restored.code, restored.out]).toEqual([0, expect.stringContaining('逐表核对一致')])
  expect((await run(audit, 'verify', '--data', target)).code).toBe(0)
  const server = await startDatabase({ dataFolder: target }, { quick: true })
  const { pool, close } = openDatabase(server.migratorUrl, 1)
  await pool.query(`UPDATE platform.audit_entry SET summary = '改过' WHERE verb = 'accounts.reset-password'`)
  await close()
  const found = await run(audit, 'verify', '--data', target)
  await server.close()
  expect([found.code, found.out]).toEqual([1, expect.stringContaining('第 1 条记录被改动或伪造')])
})

test('keys rotate keeps everything readable and says to restart and to keep a new copy', async () => {
  const before = openKeys(keyFileIn(data)).seal('旧文')
  const { code, out } = await run(keys, 'rotate', '--data', data)
  expect([code, out]).toEqual([0, expect.stringContaining('请重启服务')])
  expect(openKeys(keyFileIn(data)).open(before)).toBe('旧文')
})

test('accounts --demo prints the demonstration’s accounts from a file that nobody else may read', async () => {
  expect((await run(accounts, '--demo', '--data', data)).err).toContain('没有演示账号')
  const path = join(data, 'demo-accounts.json')
  writeFileSync(
    path,
    JSON.stringify([{ account: 'city', password: 'Ab2c-De3f', role: '市物业主管部门', place: '包头市' }]),
    { mode: 0o600 },
  )
  expect((await run(accounts, '--demo', '--data', data)).out).toMatch(
    /city\s+Ab2c-De3f\s+市物业主管部门（包头市）/,
  )
  chmodSync(path, 0o644)
  await expect(run(accounts, '--demo', '--data', data)).rejects.toThrow('chmod 600')
})

test('a folder without an installation, wrong words and unknown options each get a sentence, and nothing is made', async () => {
  const nowhere = join(folder, 'nowhere')
  await expect(run(audit, 'verify', '--data', nowhere)).rejects.toThrow('没有共治的数据')
  await expect(run(keys, 'rotate', '--data', nowhere)).rejects.toThrow('没有共治的数据')
  expect((await run(audit, 'check')).code).toBe(1)
  expect((await run(restore, 'x')).err).toContain('gongzhi restore')
  expect((await run(backup, '--with-everything')).err).toContain('参数写法不对')
})
