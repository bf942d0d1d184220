import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { isAlive } from '../../process-identity.ts'

const program = fileURLToPath(new URL('holder.ts', import.meta.url))

/** A process that holds the database of a data folder. */
export interface Holder {
  process: ChildProcess
  /** The first line it printed: the application's address, or why it could not start. */
  said: string
  /** Its exit code, null when it was killed. */
  ended: Promise<number | null>
}

/** Starts a holder and waits for its first line. */
export async function hold(folder: string, ...flags: string[]): Promise<Holder> {
  const child = spawn(process.execPath, [program, folder, ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const lines = createInterface(child.stdout)
  const said = await new Promise<string>((resolve) =>
    lines.once('line', resolve).once('close', () => resolve('')),
  )
  return { process: child, said, ended }
}

/** A data folder below /tmp, open for the database's own user to pass through; the extra part makes its path long. */
export function dataFolder(extra = ''): string {
  const folder = mkdtempSync(join(tmpdir(), `gongzhi-launch-${extra}`))
  chmodSync(folder, 0o711)
  return folder
}

/** @returns the server's process id, or undefined when its folder says that none runs */
export function postmasterOf(folder: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
    return isAlive(pid) ? pid : undefined
  } catch {
    return undefined
  }
}

/** Ends a server that a killed holder left, and removes the folder. */
export function clear(folder: string): void {
  const pid = postmasterOf(folder)
  if (pid !== undefined) process.kill(pid, 'SIGQUIT')
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
}

export async function rowsOf(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}
