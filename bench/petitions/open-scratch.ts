import pg from 'pg'
import { type App, buildApp } from '../../server/app.ts'
import { systemClock } from '../../server/platform/clock/clock.ts'
import { type Database, openDatabase } from '../../server/platform/database/database.ts'
import { keyFileIn, openKeys } from '../../server/platform/keys/keys.ts'
import { startDatabase } from '../../server/platform/postgres/start-database.ts'

/** A scratch city that was left, opened again without a server: its clocks are looked at only when asked. */
export interface OpenedCity {
  app: App
  database: Database
  appUrl: string
  /** A connection of the superuser. */
  admin: pg.Client
  close(): Promise<void>
}

export const appOn = (folder: string, database: Database): Promise<App> =>
  buildApp({
    database,
    keys: openKeys(keyFileIn(folder)),
    clock: systemClock,
    demo: true,
    dataFolder: folder,
    sweepEveryMs: null,
  })

export async function openScratch(folder: string): Promise<OpenedCity> {
  const postgres = await startDatabase({ dataFolder: folder })
  const database = openDatabase(postgres.appUrl)
  const app = await appOn(folder, database)
  const admin = new pg.Client({ connectionString: String(postgres.adminUrl) })
  await admin.connect()
  return {
    app,
    database,
    appUrl: postgres.appUrl,
    admin,
    async close() {
      await admin.end()
      await app.http.close()
      await database.close()
      await postgres.close()
    },
  }
}
