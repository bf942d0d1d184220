import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, rmdirSync } from 'node:fs'
import { copyFile, cp } from 'node:fs/promises'
import { dirname } from 'node:path'
import pg from 'pg'
import { recordAudit } from '../audit/record.ts'
import { lastSeal } from '../audit/seal.ts'
import { sealFileIn, writeSealFile } from '../audit/seal-file.ts'
import type { Clock } from '../clock/clock.ts'
import { prepareDataFolder } from '../data-folder.ts'
import { openDatabase } from '../database/database.ts'
import { allMigrations, migrate } from '../database/migrate.ts'
import { proofOf } from '../keys/key-proof.ts'
import { keyFileIn, openKeys } from '../keys/keys.ts'
import { startDatabase } from '../postgres/start-database.ts'
import { StartFault } from '../start-fault.ts'
import { restoreFiles } from './copy-files.ts'
import { loadRows } from './load-rows.ts'
import { keysIn, type Manifest, openBackup, uploadsIn } from './manifest.ts'

export interface RestoreOptions {
  from: string
  /** Must not exist, or be empty. */
  dataFolder: string
  /** An empty database instead of a fresh embedded one. */
  databaseUrl?: string
  migratorUrl?: string
  /** The key file, where the backup does not hold it. */
  keyFile?: string
  clock: Clock
  progress(line: string): void
  /** Tests only: no fsync. */
  quick?: boolean
}

/**
 * Builds a new installation from a backup. The data folder appears under its name only when everything is in it.
 * @throws StartFault in one sentence; the target is then as empty as before
 */
export async function restore(options: RestoreOptions): Promise<Manifest> {
  const manifest = await openBackup(options.from)
  checkVersion(manifest)
  const keyFile = options.keyFile ?? keysIn(options.from)
  checkKeys(keyFile, manifest)
  checkEmpty(options.dataFolder)
  const draft = prepareDataFolder(`${options.dataFolder}.restoring-${process.pid}`)
  mkdirSync(dirname(keyFileIn(draft)), { recursive: true, mode: 0o700 })
  try {
    await copyFile(keyFile, keyFileIn(draft))
    await fill(options, draft, manifest)
    if (existsSync(uploadsIn(options.from)))
      await cp(uploadsIn(options.from), uploadsIn(draft), { recursive: true })
    await restoreFiles(options.from, draft, manifest)
    if (existsSync(options.dataFolder)) rmdirSync(options.dataFolder)
    renameSync(draft, options.dataFolder)
    return manifest
  } catch (fault) {
    rmSync(draft, { recursive: true, force: true })
    throw fault
  }
}

async function fill(options: RestoreOptions, draft: string, manifest: Manifest) {
  const { databaseUrl, migratorUrl, quick } = options
  const database = await startDatabase(
    { dataFolder: draft, ...(databaseUrl ? { databaseUrl, migratorUrl: migratorUrl ?? databaseUrl } : {}) },
    { quick: quick ?? false },
  )
  try {
    const url = database.migratorUrl
    await checkEmptyDatabase(url)
    try {
      await migrate({ url, only: manifest.migrations.map((m) => m.name) })
      await loadRows(url, options.from, manifest, options.progress)
      await migrate({ url })
    } catch (fault) {
      if (!database.embedded) await clear(url)
      throw fault
    }
    await tell(database.appUrl, options, draft, manifest)
  } finally {
    await database.close()
  }
}

/** The trail says that from here on it continues a restored state; the seal file starts at that state's last seal. */
async function tell(appUrl: string, { clock }: RestoreOptions, draft: string, manifest: Manifest) {
  const { db, close } = openDatabase(appUrl, 1)
  try {
    const last = await lastSeal(db)
    if (last) writeSealFile(sealFileIn(draft), last)
    const line = {
      resource: 'platform.backup',
      id: manifest.madeAt,
      summary: `从 ${manifest.madeAt} 的备份恢复`,
    }
    const at = clock.now().toISOString()
    await recordAudit(db, openKeys(keyFileIn(draft)), { at, actorId: null, verb: 'platform.restore', line })
  } finally {
    await close()
  }
}

function checkVersion({ migrations }: Manifest) {
  const ours = new Map(allMigrations().map((m) => [m.name, m.hash]))
  const foreign = migrations.find((m) => ours.get(m.name) !== m.hash)
  if (!foreign) return
  throw new StartFault(
    `备份里的数据库结构（${foreign.name}）与本版共治不符：备份可能来自更新的版本。请用不早于它的版本恢复。`,
    `The backup's schema (${foreign.name}) does not fit this version: restore with one that is not older.`,
  )
}

function checkKeys(path: string, { keyProof }: Manifest) {
  if (!existsSync(path))
    throw new StartFault(
      '这份备份不含密钥。请用 --keys 指明原来的 keys.json；没有它，加密的个人信息和审计记录都无法使用。',
      'This backup holds no keys: name the original keys.json with --keys.',
    )
  if (proofOf(openKeys(path)).toString('hex') === keyProof) return
  throw new StartFault(
    `密钥文件 ${path} 不是这份备份的。请找到备份时 keys/keys.json 的副本。`,
    `The key file ${path} does not belong to this backup.`,
  )
}

function checkEmpty(folder: string) {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return
  throw new StartFault(
    `${folder} 里已有内容，恢复只写入新的数据目录。请另指一个不存在的目录，确认无误后再换用。`,
    `${folder} is not empty: restore into a new folder, then start with that one.`,
  )
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function checkEmptyDatabase(url: string) {
  const found = await withClient(url, (client) =>
    client.query("SELECT to_regnamespace('platform') IS NOT NULL AS used"),
  )
  if (!found.rows[0]?.used) return
  throw new StartFault(
    'DATABASE_URL 指定的数据库里已有共治的数据。请新建一个空库，恢复到那里。',
    'The database of DATABASE_URL already holds data: create an empty one and restore into that.',
  )
}

/** An empty database given by its owner is given back empty. */
async function clear(url: string) {
  await withClient(url, async (client) => {
    const found = await client.query<{ name: string }>(
      `SELECT quote_ident(nspname) AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')`,
    )
    for (const { name } of found.rows) await client.query(`DROP SCHEMA ${name} CASCADE`)
  })
}
