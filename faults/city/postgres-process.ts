import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive } from '../../server/platform/process-identity.ts'

/** Ends the PostgreSQL of a data folder of ours without a word, as a power cut does. Its own processes follow. */
export async function killPostgres(folder: string): Promise<void> {
  const pid = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
  while (isAlive(pid)) await pause(10)
}
