import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive } from '../../server/platform/process-identity.ts'

/** Ends the PostgreSQL of a data folder of ours, if one runs, without a word, as a power cut does. Its own processes follow. */
export async function killPostgres(folder: string): Promise<void> {
  const file = join(folder, 'postgres/postmaster.pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
  if (pid === 0 || !isAlive(pid)) return
  process.kill(pid, 'SIGKILL')
  while (isAlive(pid)) await pause(10)
}
