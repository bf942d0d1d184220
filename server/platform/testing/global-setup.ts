import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../database/migrate.ts'
import { type RunningDatabase, startDatabase } from '../postgres/start-database.ts'
import { reasonOf } from '../start-fault.ts'
import { sweepKilledRuns } from './sweep.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's address of the run's PostgreSQL, whose database `gongzhi` is the migrated template. */
    postgres: string
    /** Why there is none; only the tests that ask for a database then fail, with this. */
    postgresFault: string
  }
}

const prefix = 'gongzhi-test-'

/** One PostgreSQL for the whole run, without fsync, with one migrated database that every test copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepKilledRuns(tmpdir(), prefix)
  const dataFolder = mkdtempSync(join(tmpdir(), prefix))
  chmodSync(dataFolder, 0o711)
  let database: RunningDatabase | undefined
  try {
    database = await startDatabase({ dataFolder }, { quick: true })
    await migrate({ url: database.migratorUrl })
    const admin = String(database.adminUrl)
    await sealTemplate(admin)
    project.provide('postgres', admin)
  } catch (fault) {
    project.provide('postgresFault', reasonOf(fault))
  }
  return async () => {
    await database?.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/** A template that somebody is connected to cannot be copied, so nobody may connect to it. */
async function sealTemplate(admin: string) {
  const client = new pg.Client({ connectionString: admin.replace('/gongzhi?', '/postgres?') })
  await client.connect()
  await client.query('ALTER DATABASE gongzhi WITH ALLOW_CONNECTIONS false IS_TEMPLATE true')
  await client.end()
}
