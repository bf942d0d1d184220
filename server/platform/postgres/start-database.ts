import { join } from 'node:path'
import type { Config } from '../config.ts'
import { prepareDataFolder } from '../data-folder.ts'
import { lockFolder, runningServer } from '../folder-lock.ts'
import { accountForPostgres } from './account.ts'
import { postgresBinaries } from './binaries.ts'
import { type Cluster, prepareCluster } from './cluster.ts'
import { checkOutside } from './outside.ts'
import { keepRunning } from './keep-running.ts'
import { adminUrl, startPostmaster, stopPostmaster } from './postmaster.ts'
import { ensureRoles, isInUse } from './roles.ts'
import { socketFolder, socketUrl } from './socket.ts'

/** A PostgreSQL that answers. */
export interface RunningDatabase {
  /** The role that owns the database and may change the schema. */
  migratorUrl: string
  /** The role under which the application works. */
  appUrl: string
  /** The superuser, for backups; only of the embedded server. */
  adminUrl?: string
  embedded: boolean
  close(): Promise<void>
}

interface Options {
  /** Tests only: no fsync. */
  quick?: boolean
  /** For commands beside the server: no lock, and a database that others use is left running at the end. */
  shared?: boolean
  /** Told when the embedded server went away by itself, and when it has been started again. */
  warn?: (line: string) => void
}

/**
 * Starts the embedded PostgreSQL in the data folder, attaches to the one left there, or checks the one of DATABASE_URL.
 * Unless shared, this process becomes the folder's only server until `close`.
 * @throws StartFault with one sentence for the console
 */
export async function startDatabase(
  config: Pick<Config, 'dataFolder' | 'databaseUrl' | 'migratorUrl'>,
  options: Options = {},
): Promise<RunningDatabase> {
  const folder = prepareDataFolder(config.dataFolder)
  const release = options.shared ? () => undefined : await lockFolder(folder)
  try {
    if (config.databaseUrl)
      return await outside(config.databaseUrl, config.migratorUrl ?? config.databaseUrl, release)
    return await embedded(folder, options, release)
  } catch (fault) {
    release()
    throw fault
  }
}

async function outside(appUrl: string, migratorUrl: string, release: () => void): Promise<RunningDatabase> {
  await checkOutside(migratorUrl)
  if (appUrl !== migratorUrl) await checkOutside(appUrl)
  return { migratorUrl, appUrl, embedded: false, close: async () => release() }
}

async function embedded(folder: string, options: Options, release: () => void): Promise<RunningDatabase> {
  const data = join(folder, 'postgres')
  const account = accountForPostgres(data)
  const cluster: Cluster = {
    data,
    account,
    binaries: postgresBinaries(account),
    socket: socketFolder(folder, account),
    log: join(folder, 'postgres.log'),
    quick: options.quick ?? false,
  }
  prepareCluster(cluster)
  await startPostmaster(cluster)
  await ensureRoles(cluster)
  const kept = options.shared ? undefined : keepRunning(cluster, options.warn ?? (() => undefined))
  return {
    migratorUrl: socketUrl(cluster.socket, 'gongzhi_migrator', 'gongzhi'),
    appUrl: socketUrl(cluster.socket, 'gongzhi_app', 'gongzhi'),
    adminUrl: adminUrl(cluster, 'gongzhi'),
    embedded: true,
    async close() {
      await kept?.stop()
      const needed = options.shared && (runningServer(folder) !== undefined || (await isInUse(cluster)))
      if (!needed) await stopPostmaster(cluster)
      release()
    },
  }
}
