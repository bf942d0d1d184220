import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { runningServer } from '../folder-lock.ts'
import { isAlive } from '../process-identity.ts'

/** Ends the databases of test runs that were killed, and removes their folders: nobody else would. */
export async function sweepKilledRuns(temporary: string, prefix: string): Promise<void> {
  for (const name of readdirSync(temporary).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(temporary, name)
    // A run that has not taken its lock yet has just begun.
    if (!existsSync(join(folder, 'server.lock')) || runningServer(folder) !== undefined) continue
    try {
      const pidFile = join(folder, 'postgres/postmaster.pid')
      const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0
      if (pid > 0 && isAlive(pid)) process.kill(pid, 'SIGQUIT')
      while (pid > 0 && isAlive(pid)) await pause(20)
      rmSync(folder, { recursive: true, force: true })
    } catch (fault) {
      // Another user's run: theirs to sweep.
      if (!['EACCES', 'EPERM'].includes(String((fault as NodeJS.ErrnoException).code))) throw fault
    }
  }
}
