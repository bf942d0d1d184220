import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { demoAccountsFile } from '../demo-city/fill/accounts-file.ts'
import { fillDemoCity } from '../demo-city/fill/fill.ts'
import type { Size } from '../demo-city/ground/model.ts'
import { type App, buildApp } from '../server/app.ts'
import { systemClock } from '../server/platform/clock/clock.ts'
import { type Database, openDatabase } from '../server/platform/database/database.ts'
import { migrate } from '../server/platform/database/migrate.ts'
import { keyFileIn, openKeys } from '../server/platform/keys/keys.ts'
import { type RunningDatabase, startDatabase } from '../server/platform/postgres/start-database.ts'

/** A city in a database of its own on a PostgreSQL of its own, set as shipped (fsync on). */
export interface ScratchCity {
  folder: string
  app: App
  database: Database
  postgres: RunningDatabase
  /** A connection of the superuser, for what measures but is no part of the product. */
  admin: pg.Client
  /** Closes connections and server; the folder stays, for another program to take over. */
  leave(): Promise<void>
  drop(): Promise<void>
}

/** Loads a city of the size by the actions that users call. About half a minute for `city`. */
export async function scratchCity(size: Size, say: (line: string) => void): Promise<ScratchCity> {
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-bench-'))
  chmodSync(folder, 0o711)
  const postgres = await startDatabase({ dataFolder: folder })
  await migrate({ url: postgres.migratorUrl })
  const database = openDatabase(postgres.appUrl)
  const app = await buildApp({
    database,
    keys: openKeys(keyFileIn(folder)),
    clock: systemClock,
    demo: true,
    dataFolder: folder,
  })
  // What a server does before it takes its first request.
  await app.petitions.seed(database.db)
  const from = performance.now()
  say(`正在装入演示城市（${size}）…`)
  await fillDemoCity({
    app,
    size,
    accountsFile: demoAccountsFile(folder),
    stopped: new AbortController().signal,
    report: () => undefined,
    say,
    accountsReady: () => undefined,
  })
  const admin = new pg.Client({ connectionString: String(postgres.adminUrl) })
  await admin.connect()
  // What a server does on its own within minutes of such a load; else it would do so in the midst of the measuring.
  await admin.query('VACUUM (ANALYZE)')
  await admin.query('CHECKPOINT')
  say(`已装入，${((performance.now() - from) / 1000).toFixed(0)} 秒`)
  let isLeft = false
  const leave = async () => {
    if (isLeft) return
    isLeft = true
    await admin.end()
    await app.http.close()
    await database.close()
    await postgres.close()
  }
  return {
    folder,
    app,
    database,
    postgres,
    admin,
    leave,
    async drop() {
      await leave()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
