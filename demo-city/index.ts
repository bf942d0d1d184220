import type { App } from '../server/app.ts'
import { needsSetUp } from '../server/modules/accounts/index.ts'
import type { Config } from '../server/platform/config.ts'
import type { Db } from '../server/platform/database/database.ts'
import { dirname } from 'node:path'
import { accountsTable, demoAccountsFile, readDemoAccounts, secondFactorNote } from './fill/accounts-file.ts'
import { fillDemoCity } from './fill/fill.ts'
import { type Progress, ready } from './fill/progress.ts'
import { demoState } from './fill/state.ts'

/** The demonstration beside a running server. */
export interface Demonstration {
  /** What GET /healthz tells of it. */
  progress(): Progress
  /** Prints the accounts, and on the first start fills the city in the background. */
  start(app: App): void
  /** Stops filling after the batch at hand; the next start goes on. */
  stop(): Promise<void>
}

/**
 * The demonstration of an installation: undefined where it holds real work. That is so once accounts were made
 * without a demonstration having begun, and with --no-demo on an empty database.
 */
export async function openDemonstration(
  db: Db,
  config: Pick<Config, 'demo' | 'size' | 'dataFolder'>,
  say: (line: string) => void,
): Promise<Demonstration | undefined> {
  const state = await demoState(db)
  const wanted = state.size !== null || (config.demo && (await needsSetUp(db)))
  if (!wanted) return undefined
  const accountsFile = demoAccountsFile(config.dataFolder)
  const stopping = new AbortController()
  let progress: Progress = state.complete ? ready : { stage: 'waiting', done: 0, total: 1 }
  let filling: Promise<void> = Promise.resolve()
  const tellAccounts = () => say(accountsText(accountsFile))
  return {
    progress: () => progress,
    start(app) {
      if (state.complete) return tellAccounts()
      say('正在填充演示城市（后台进行，可先登录查看）：')
      const from = performance.now()
      filling = fillDemoCity({
        app,
        size: config.size,
        accountsFile,
        stopped: stopping.signal,
        report: (now) => (progress = now),
        say,
        accountsReady: tellAccounts,
      })
        .then(() => {
          progress = ready
          say(`演示城市已就绪（${((performance.now() - from) / 1000).toFixed(0)} 秒）。`)
        })
        .catch((fault: unknown) => {
          if (stopping.signal.aborted) return
          progress = { ...progress, stage: 'failed' }
          say(
            `演示城市没有填完：${fault instanceof Error ? fault.message : String(fault)}。重新启动会接着填。`,
          )
        })
    },
    async stop() {
      stopping.abort()
      await filling
    },
  }
}

function accountsText(file: string): string {
  const accounts = readDemoAccounts(file)
  if (accounts.length === 0)
    return `演示账号的密码文件 ${file} 不在了。可用 npx gongzhi accounts reset 账号${folderOption(file)} 重设其中一个账号的密码。`
  return `演示账号（密码只属于本机，也可用 npx gongzhi accounts --demo${folderOption(file)} 再看）：\n${accountsTable(accounts)}\n${secondFactorNote}`
}

/** Another shell does not know GONGZHI_DATA: the command is printed so that it finds this city from anywhere. */
const folderOption = (file: string): string =>
  process.env.GONGZHI_DATA || process.argv.includes('--data') ? ` --data ${dirname(file)}` : ''
