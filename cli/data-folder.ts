import { existsSync } from 'node:fs'
import { readConfig } from '../server/platform/config.ts'
import { type Database, openDatabase } from '../server/platform/database/database.ts'
import { type Keys, keyFileIn, openKeys } from '../server/platform/keys/keys.ts'
import { startDatabase } from '../server/platform/postgres/start-database.ts'
import { StartFault } from '../server/platform/start-fault.ts'

/** What the commands of the machine's own administrator work on: no account acts here. */
export interface OpenFolder {
  dataFolder: string
  database: Database
  keys: Keys
  /** The role that owns the tables. */
  migratorUrl: string
}

/** The configuration of GONGZHI_DATA and DATABASE_URL, or of `--data`. */
export const configOf = (data?: string) => readConfig(data ? ['--data', data] : [], process.env)

/** Whether there is an installation to work on. */
export const isInstalled = (data?: string): boolean => existsSync(keyFileIn(configOf(data).dataFolder))

/** @throws StartFault where nothing has been installed: a command must not make an empty installation by mistake */
export function existingFolder(data?: string): string {
  const { dataFolder } = configOf(data)
  if (existsSync(keyFileIn(dataFolder))) return dataFolder
  throw new StartFault(
    `${dataFolder} 里没有共治的数据。请先运行 npm start，或用 --data（或 GONGZHI_DATA）指到正在使用的数据目录。`,
    `There is no installation in ${dataFolder}: run npm start first, or name its folder with --data or GONGZHI_DATA.`,
  )
}

/** Opens what is installed for one command; a server that runs on it is left running. */
export async function withFolder<T>(
  data: string | undefined,
  work: (open: OpenFolder) => Promise<T>,
): Promise<T> {
  const dataFolder = existingFolder(data)
  const postgres = await startDatabase(configOf(data), { shared: true })
  try {
    const database = openDatabase(postgres.appUrl, 4)
    try {
      return await work({
        dataFolder,
        database,
        keys: openKeys(keyFileIn(dataFolder)),
        migratorUrl: postgres.migratorUrl,
      })
    } finally {
      await database.close()
    }
  } finally {
    await postgres.close()
  }
}
