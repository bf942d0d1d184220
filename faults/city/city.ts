import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { demoAccountsFile, readDemoAccounts } from '../../demo-city/fill/accounts-file.ts'
import { startDatabase } from '../../server/platform/postgres/start-database.ts'
import { freePort } from './free-port.ts'
import { Person } from './person.ts'
import { killPostgres } from './postgres-process.ts'
import { ServerProcess } from './server-process.ts'

/** A small demonstration city in a folder of its own, served by a real process, looked into past the server. */
export interface City {
  folder: string
  /** What makes a command work on this installation. */
  environment: Record<string, string>
  server: ServerProcess
  /** A demonstration account, signed in. */
  person(account: string): Promise<Person>
  /** Straight to the database: what is really kept, whatever the server says. */
  sql<T>(text: string, values?: unknown[]): Promise<T[]>
  close(): Promise<void>
}

interface Outside {
  appUrl: string
  migratorUrl: string
}

const fillingMs = 120_000

/** @param outside a PostgreSQL beside the one that the server would bring itself */
export async function openCity(outside?: Outside): Promise<City> {
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-faults-'))
  // PostgreSQL runs as another user where this runs as root.
  chmodSync(folder, 0o711)
  const environment = {
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
    GONGZHI_DATA: folder,
    DATABASE_URL: outside?.appUrl ?? '',
    DATABASE_MIGRATOR_URL: outside?.migratorUrl ?? '',
  }
  const server = new ServerProcess(environment)
  const close = async () => {
    await server.stop()
    await killPostgres(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
  try {
    await server.start()
    await filled(server)
    const { appUrl } = outside ?? (await startDatabase({ dataFolder: folder }, { shared: true }))
    const accounts = readDemoAccounts(demoAccountsFile(folder))
    const person = async (account: string) => {
      const password = accounts.find((one) => one.account === account)?.password ?? ''
      return await new Person(server, account).signIn(password)
    }
    return { folder, environment, server, person, sql: (text, values) => query(appUrl, text, values), close }
  } catch (fault) {
    await close()
    throw fault
  }
}

async function filled(server: ServerProcess): Promise<void> {
  const giveUp = Date.now() + fillingMs
  for (;;) {
    const stage = (await server.health())?.demo?.stage
    if (stage === 'ready') return
    if (stage === 'failed' || Date.now() > giveUp)
      throw new Error(`the city was not filled: ${server.lastWords}`)
    await pause(100)
  }
}

/** A connection of its own each time: whatever happens to the server in between does not matter. */
async function query<T>(url: string, text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(text, values)).rows as T[]
  } finally {
    await client.end()
  }
}
