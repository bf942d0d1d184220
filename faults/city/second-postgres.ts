import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningDatabase, startDatabase } from '../../server/platform/postgres/start-database.ts'
import { killPostgres } from './postgres-process.ts'

/** A PostgreSQL of its own, as an office would name it in DATABASE_URL. */
export interface SecondPostgres {
  address: Pick<RunningDatabase, 'appUrl' | 'migratorUrl'>
  kill(): Promise<void>
  startAgain(): Promise<void>
  close(): Promise<void>
}

export async function openSecondPostgres(): Promise<SecondPostgres> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'gongzhi-faults-pg-'))
  chmodSync(dataFolder, 0o711)
  let running = await startDatabase({ dataFolder })
  return {
    address: running,
    kill: () => killPostgres(dataFolder),
    async startAgain() {
      await running.close()
      running = await startDatabase({ dataFolder })
    },
    async close() {
      await running.close()
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}
