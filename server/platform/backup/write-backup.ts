import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { cp, copyFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { proofOf } from '../keys/key-proof.ts'
import { keyFileIn, type Keys } from '../keys/keys.ts'
import {
  columnsOf,
  contentsOf,
  sameTexts,
  sequencesOf,
  type TableName,
  tableOf,
  tablesOf,
} from './catalog.ts'
import { copyFiles } from './copy-files.ts'
import { keysIn, type Manifest, manifestIn, sha256Of, uploadsIn } from './manifest.ts'

export interface BackupOptions {
  /** The role that owns the tables. */
  url: string
  dataFolder: string
  keys: Keys
  /** A folder to be made, or one that exists, in which a dated one is made. */
  target: string
  /** Also the key file: whoever has such a backup can read everything. */
  withKeys: boolean
  now: Date
  /** Hears of each table when it is done. */
  progress(line: string): void
}

/**
 * Copies every row on one snapshot while the server goes on, then the files (which are never changed).
 * Rows travel as COPY text, so that a backup restores into any PostgreSQL that the program runs on.
 * @returns the folder, which appears under its name only when it is whole
 */
export async function writeBackup(options: BackupOptions): Promise<{ folder: string; manifest: Manifest }> {
  const folder = nameOf(options.target, options.now)
  const draft = `${folder}.partial-${process.pid}`
  mkdirSync(join(draft, 'tables'), { recursive: true, mode: 0o700 })
  try {
    const rows = await copyDatabase(options, draft)
    const manifest = { ...rows, files: await copyFiles(options.dataFolder, draft) }
    options.progress(`佐证材料文件：${manifest.files.length} 份`)
    const uploads = uploadsIn(options.dataFolder)
    if (existsSync(uploads)) await cp(uploads, uploadsIn(draft), { recursive: true })
    if (options.withKeys) await copyFile(keyFileIn(options.dataFolder), keysIn(draft))
    writeFileSync(manifestIn(draft), JSON.stringify(manifest, null, 1), { mode: 0o600 })
    renameSync(draft, folder)
    return { folder, manifest }
  } catch (fault) {
    rmSync(draft, { recursive: true, force: true })
    throw fault
  }
}

function nameOf(target: string, now: Date): string {
  const wanted = resolve(target)
  if (!existsSync(wanted)) return wanted
  if (readdirSync(wanted).length === 0) {
    rmSync(wanted, { recursive: true })
    return wanted
  }
  const shanghai = new Date(now.getTime() + 8 * 3_600_000).toISOString()
  return join(wanted, `gongzhi-${shanghai.slice(0, 10)}-${shanghai.slice(11, 19).replaceAll(':', '')}`)
}

async function copyDatabase(
  { url, keys, withKeys, now, progress }: BackupOptions,
  draft: string,
): Promise<Manifest> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query(sameTexts)
    const tables: Manifest['tables'] = []
    for (const table of await tablesOf(client)) {
      const contents = await contentsOf(client, table)
      const file = join('tables', `${table.schema}.${table.name}.copy.gz`)
      await copyTable(client, table, join(draft, file))
      tables.push({ ...table, ...contents, file, sha256: await sha256Of(join(draft, file)) })
      progress(`${table.schema}.${table.name}：${contents.rows} 行`)
    }
    const migrations = await client.query<{ name: string; hash: string }>(
      'SELECT name, hash FROM platform.migration ORDER BY name',
    )
    const version = await client.query<{ server_version: string }>('SHOW server_version')
    const keyProof = proofOf(keys).toString('hex')
    return {
      format: 1,
      madeAt: now.toISOString(),
      postgres: version.rows[0]?.server_version ?? '',
      migrations: migrations.rows,
      tables,
      sequences: await sequencesOf(client),
      keyProof,
      withKeys,
    }
  } finally {
    await client.end()
  }
}

async function copyTable(client: pg.Client, table: TableName, path: string) {
  // A partitioned table gives its rows only to a query.
  const rows = client.query(copyTo(`COPY (SELECT ${columnsOf(table)} FROM ${tableOf(table)}) TO STDOUT`))
  await pipeline(rows, createGzip({ level: 6 }), createWriteStream(path, { mode: 0o600 }))
}
