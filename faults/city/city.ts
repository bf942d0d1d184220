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
import { openSecondPostgres } from './second-postgres.ts'
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
  /** Ends PostgreSQL without a word. */
  endDatabase(): Promise<void>
  /** Starts it again where that is not the server's own work. */
  bringDatabaseBack(): Promise<void>
  close(): Promise<void>
}

const fillingMs = 120_000

/** @param isOutside its PostgreSQL is somebody else's, named in DATABASE_URL, rather than the server's own */
export async function openCity(isOutside = false): Promise<City> {
  const outside = isOutside ? await openSecondPostgres() : undefined
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-faults-'))
  // PostgreSQL runs as another user where this runs as root.
  chmodSync(folder, 0o711)
  const environment = {
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
    GONGZHI_DATA: folder,
    DATABASE_URL: outside?.address.appUrl ?? '',
    DATABASE_MIGRATOR_URL: outside?.address.migratorUrl ?? '',
  }
  const server = new ServerProcess(environment)
  const close = async () => {
    await server.stop()
    await killPostgres(folder)
    await outside?.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
  try {
    await server.start()
    await filled(server)
    const { appUrl } = outside?.address ?? (await startDatabase({ dataFolder: folder }, { shared: true }))
    const accounts = readDemoAccounts(demoAccountsFile(folder))
    // Whoever has an authenticator keeps it: the same person comes again.
    const known = new Map<string, Person>()
    return {
      folder,
      environment,
      server,
      async person(account) {
        const password = accounts.find((one) => one.account === account)?.password ?? ''
        const kept = known.get(account)
        if (kept?.hasAuthenticator) return kept
        const person = await new Person(server, account).signIn(password)
        known.set(account, person)
        return person
      },
      sql: (text, values) => query(appUrl, text, values),
      endDatabase: outside?.kill ?? (() => killPostgres(folder)),
      bringDatabaseBack: outside?.startAgain ?? (() => Promise.resolve()),
      close,
    }
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
