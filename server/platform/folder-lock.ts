import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { processIdentity } from './process-identity.ts'
import { StartFault } from './start-fault.ts'

/** A server that was told to stop a moment ago still holds the folder for as long as its last requests take. */
const patienceMs = 4000

interface Holder {
  pid: number
  identity: string
}

const lockPath = (folder: string) => join(folder, 'server.lock')

/** The server that runs on a data folder, or undefined when none does or it was killed. */
export function runningServer(folder: string): number | undefined {
  try {
    const holder = JSON.parse(readFileSync(lockPath(folder), 'utf8')) as Holder
    return processIdentity(holder.pid) === holder.identity ? holder.pid : undefined
  } catch {
    return undefined
  }
}

/**
 * Makes this process the one server of a data folder, until it ends: a lock left by a killed process does not count.
 * @returns the release
 * @throws StartFault when another server runs on it
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const mine = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) })
  const draft = join(folder, `server.lock.${process.pid}`)
  writeFileSync(draft, mine)
  try {
    const giveUp = Date.now() + patienceMs
    while (!acquire(draft, folder)) {
      const other = runningServer(folder)
      if (other === undefined) forgetStale(folder)
      else if (Date.now() < giveUp) await pause(100)
      else throw alreadyRunning(folder, other)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return () => {
    if (readFileSync(lockPath(folder), 'utf8') === mine) rmSync(lockPath(folder), { force: true })
  }
}

/** A link appears whole or not at all, so no reader ever sees an empty lock. */
function acquire(draft: string, folder: string): boolean {
  try {
    linkSync(draft, lockPath(folder))
    return true
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw fault
  }
}

/** Moved aside before it is judged once more: a lock that another start took in the meantime is put back. */
function forgetStale(folder: string) {
  const aside = join(folder, `server.lock.stale-${process.pid}`)
  try {
    renameSync(lockPath(folder), aside)
  } catch {
    return
  }
  const holder = JSON.parse(readFileSync(aside, 'utf8')) as Holder
  if (processIdentity(holder.pid) === holder.identity) acquire(aside, folder)
  rmSync(aside, { force: true })
}

function alreadyRunning(folder: string, pid: number) {
  return new StartFault(
    `共治已经在数据目录 ${folder} 上运行（进程 ${pid}）。请先停掉它（Ctrl-C），或用 GONGZHI_DATA 和 PORT 另起一套。`,
    `共治 Gongzhi already runs on ${folder} (process ${pid}): stop it first, or start another with its own GONGZHI_DATA and PORT.`,
  )
}
