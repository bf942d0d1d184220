import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A demonstration account as the console shows it; role and place in Chinese. */
export interface DemoAccount {
  account: string
  password: string
  role: string
  place: string
}

/** Where an installation keeps its demonstration accounts (0600). */
export const demoAccountsFile = (dataFolder: string): string => join(dataFolder, 'demo-accounts.json')

export function readDemoAccounts(file: string): DemoAccount[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[]) : []
}

/** Whole or not at all, so that a kill leaves no half of a password behind. */
export function writeDemoAccounts(file: string, accounts: readonly DemoAccount[]): void {
  const draft = `${file}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, file)
}

/** Display width: a Chinese character takes two columns. */
const width = (text: string) =>
  [...text].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)
const padded = (text: string, to: number) => text + ' '.repeat(Math.max(0, to - width(text)))

/** The accounts as a table for the console. */
export function accountsTable(accounts: readonly DemoAccount[]): string {
  const head = { account: '账号', password: '密码', role: '角色', place: '管辖区域或单位' }
  const lines = [head, ...accounts]
  const widest = (key: keyof DemoAccount) => Math.max(...lines.map((line) => width(line[key])))
  const [a, p, r] = [widest('account'), widest('password'), widest('role')]
  return lines
    .map((l) => `  ${padded(l.account, a)}  ${padded(l.password, p)}  ${padded(l.role, r)}  ${l.place}`)
    .join('\n')
}

/** Told with the table: no demonstration account goes round the second factor. */
export const secondFactorNote =
  '系统、授权、审计三类管理员首次登录时要用手机验证器扫码绑定，以后每次登录再输 6 位验证码（演示也一样）。'
