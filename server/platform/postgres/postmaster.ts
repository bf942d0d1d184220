import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { isAlive } from '../process-identity.ts'
import { StartFault } from '../start-fault.ts'
import type { Cluster } from './cluster.ts'
import { socketUrl } from './socket.ts'

const largestLog = 20 * 2 ** 20
/** Where nobody reaps the dead, a killed server counts as running for seconds. */
const patienceMs = 30_000
/** Replaying the log after a crash may take minutes; the server says so while it does. */
const recoveryMs = 15 * 60_000

/** As the superuser, on the database that is always there. */
export const adminUrl = (cluster: Cluster, database = 'postgres') =>
  socketUrl(cluster.socket, 'postgres', database)

/**
 * Starts the server, or attaches to the one that a killed program left running on this folder.
 * @throws StartFault with the server's own last words
 */
export async function startPostmaster(cluster: Cluster): Promise<void> {
  const giveUp = Date.now() + patienceMs
  const giveUpOnRecovery = Date.now() + recoveryMs
  for (;;) {
    const answer = await ask(cluster)
    if (answer === 'ready') return
    if (answer === 'busy' && Date.now() < giveUpOnRecovery) {
      await pause(50)
      continue
    }
    forgetDeadServer(cluster)
    const fault = await launch(cluster, giveUpOnRecovery)
    if (fault === undefined) return
    const taken = /lock file .* already exists|shared memory block/.test(fault)
    if (!taken || Date.now() > giveUp) throw unableToStart(cluster, fault)
    await pause(300)
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk when this returns. */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  const pid = postmasterPid(cluster)
  if (pid === undefined || !isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  const giveUp = Date.now() + patienceMs
  while (isAlive(pid) && postmasterPid(cluster) === pid) {
    if (Date.now() > giveUp) {
      process.kill(pid, 'SIGQUIT')
      return
    }
    await pause(20)
  }
}

/** Whether the server's process lives, be it only starting or recovering. */
export function isRunning(cluster: Cluster): boolean {
  const pid = postmasterPid(cluster)
  return pid !== undefined && isAlive(pid)
}

/** Whether the server at our socket takes connections: 'busy' while it starts, recovers or stops. */
async function ask(cluster: Cluster): Promise<'ready' | 'busy' | 'silent'> {
  if (!existsSync(join(cluster.socket, '.s.PGSQL.5432'))) return 'silent'
  const client = new pg.Client({ connectionString: adminUrl(cluster), connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return 'ready'
  } catch (fault) {
    // 57P03 cannot_connect_now, 53300 too_many_connections, 57P01 shutting down
    const { code } = fault as { code?: string }
    return code === '57P03' || code === '53300' || code === '57P01' ? 'busy' : 'silent'
  }
}

/** @returns undefined once the server takes connections, else the reason why it went away */
async function launch(cluster: Cluster, giveUp: number): Promise<string | undefined> {
  if ((statSync(cluster.log, { throwIfNoEntry: false })?.size ?? 0) > largestLog) {
    renameSync(cluster.log, `${cluster.log}.1`)
  }
  const log = openSync(cluster.log, 'a', 0o600)
  const from = statSync(cluster.log).size
  // Detached: a Ctrl-C in the terminal must reach the program, which then stops the server in its own order.
  const child = spawn(join(cluster.binaries, 'bin/postgres'), ['-D', cluster.data], {
    ...cluster.account,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin' },
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  let gone: string | undefined
  let hasExited = false
  child.once('error', (fault) => {
    gone = fault.message
  })
  // Read only here: when a server ends later, its folder may have been moved or removed already.
  child.once('exit', () => {
    hasExited = true
  })
  while (gone === undefined && !hasExited) {
    if ((await ask(cluster)) === 'ready') return undefined
    if (Date.now() > giveUp) return 'it does not answer'
    await pause(20)
  }
  return gone ?? lastWords(cluster, from)
}

function lastWords(cluster: Cluster, from: number): string {
  const said = readFileSync(cluster.log).subarray(from).toString()
  const fatal = said.split('\n').filter((line) => /FATAL|PANIC|error while loading/.test(line))
  return (
    fatal.map((line) => line.replace(/^.*?(FATAL|PANIC): */, '')).join('; ') ||
    said.trim().split('\n').at(-1) ||
    'it ended without a word'
  )
}

function postmasterPid(cluster: Cluster): number | undefined {
  return Number(textOf(join(cluster.data, 'postmaster.pid'))?.split('\n')[0]) || undefined
}

/**
 * A killed server's pid may be a zombie that nobody reaps, or another process's by now; PostgreSQL then refuses to
 * start for ever. Every process of a server works in its data folder, so when none does, its lock files are stale.
 */
function forgetDeadServer(cluster: Cluster) {
  if (process.platform !== 'linux') return
  for (const lock of [join(cluster.data, 'postmaster.pid'), join(cluster.socket, '.s.PGSQL.5432.lock')]) {
    const before = textOf(lock)
    // Looked at twice: another start may have put its own server's lock there meanwhile.
    if (before && !hasProcessIn(cluster.data) && textOf(lock) === before) rmSync(lock, { force: true })
  }
}

function hasProcessIn(folder: string): boolean {
  const isThere = (pid: string) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder
    } catch {
      return false
    }
  }
  return readdirSync('/proc').some((name) => /^\d+$/.test(name) && isThere(name))
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function unableToStart(cluster: Cluster, reason: string) {
  return new StartFault(
    `数据库启动不了：${reason}。详细情况见 ${cluster.log}。`,
    `The database does not start: ${reason}. Details in ${cluster.log}.`,
  )
}
