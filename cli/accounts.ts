import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { secondFactorNote } from '../demo-city/fill/accounts-file.ts'
import {
  fetchAtConsole,
  resetAtConsole,
  resetSecondFactorAtConsole,
} from '../server/modules/accounts/index.ts'
import { systemClock } from '../server/platform/clock/clock.ts'
import { Refusal } from '../server/platform/problems/refusal.ts'
import { StartFault } from '../server/platform/start-fault.ts'
import type { Command, Io } from './command.ts'
import { existingFolder, withFolder } from './data-folder.ts'
import { misused, readOptions } from './options.ts'

const usage = `gongzhi accounts --demo          再次显示演示账号及其随机密码
gongzhi accounts reset 账号      重置密码并解除锁定（管理员都进不去时用），其全部登录随即退出
gongzhi accounts unbind 账号     解除验证器绑定（手机和恢复码都丢了时用），下次登录重新绑定
gongzhi accounts passwords       领取在控制台导入的账号的一次性密码（只显示一次）
                                 --data 数据目录`

export const command: Command = {
  summary: '演示账号、控制台重置密码 (demonstration accounts, reset at the console)',
  usage,
  async run(argv, io) {
    const read = readOptions(
      argv,
      { demo: { type: 'boolean' }, data: { type: 'string' } } as const,
      usage,
      io,
    )
    if (!read) return 1
    const { demo, data } = read.values
    const [verb, name, extra] = read.words
    if (demo && !verb) return showDemo(existingFolder(data), io)
    if (verb === 'reset' && name && !extra) return await reset(name, data, io)
    if (verb === 'unbind' && name && !extra) return await unbind(name, data, io)
    if (verb === 'passwords' && !name) return await passwords(data, io)
    return misused(io, usage)
  },
}

interface DemoAccount {
  account: string
  password: string
  role: string
  place: string
}

function showDemo(folder: string, io: Io): number {
  const path = join(folder, 'demo-accounts.json')
  const made = statSync(path, { throwIfNoEntry: false })
  if (!made) {
    io.err(
      '这里没有演示账号：演示城市还没有装入，或以 --no-demo 启动。\nThere are no demonstration accounts here.',
    )
    return 1
  }
  if ((made.mode & 0o077) !== 0)
    throw new StartFault(
      `${path} 其他用户也能读，不再可信。请执行 chmod 600 ${path}，并考虑重新装入演示城市。`,
      `${path} can be read by others: chmod 600 it.`,
    )
  const accounts = JSON.parse(readFileSync(path, 'utf8')) as DemoAccount[]
  io.out('演示账号（仅用于演示数据；密码为本机随机生成）')
  for (const { account, password, role, place } of accounts)
    io.out(`  ${account.padEnd(20)} ${password}  ${role}（${place}）`)
  io.out(secondFactorNote)
  return 0
}

async function reset(name: string, data: string | undefined, io: Io): Promise<number> {
  return await orRefused(io, async () => {
    const password = await withFolder(data, ({ database, keys }) =>
      resetAtConsole({ db: database.db, keys, clock: systemClock }, name),
    )
    io.out(`账号 ${name} 的一次性密码：${password}\n登录后须立即修改。此次重置已记入审计。`)
  })
}

async function unbind(name: string, data: string | undefined, io: Io): Promise<number> {
  return await orRefused(io, async () => {
    await withFolder(data, ({ database, keys }) =>
      resetSecondFactorAtConsole({ db: database.db, keys, clock: systemClock }, name),
    )
    io.out(`账号 ${name} 的验证器绑定已解除，下次登录时重新绑定。已记入审计。`)
  })
}

/** @returns 0, or 1 with the sentence of the refusal */
async function orRefused(io: Io, work: () => Promise<void>): Promise<number> {
  try {
    await work()
    return 0
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    io.err(`${refusal.zh}\n${refusal.en}`)
    return 1
  }
}

async function passwords(data: string | undefined, io: Io): Promise<number> {
  const taken = await withFolder(data, ({ database, keys }) =>
    fetchAtConsole({ db: database.db, keys, clock: systemClock }),
  )
  for (const { account, oneTimePassword } of taken) io.out(`${account.padEnd(32)} ${oneTimePassword}`)
  if (taken.length === 0) io.out('没有待领取的一次性密码。')
  return 0
}
