import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  chmodSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { perform } from '../../../access/action.ts'
import { recordCompoundsAction, recordPlacesAction } from '../../../modules/organisations/index.ts'
import { sealFileIn } from '../../audit/seal-file.ts'
import { sealAll } from '../../audit/sealer.ts'
import { verifyTrail } from '../../audit/verify.ts'
import { openDatabase } from '../../database/database.ts'
import { keyFileIn, openKeys, rotateKeys } from '../../keys/keys.ts'
import { startDatabase } from '../../postgres/start-database.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { contentsOf, sameTexts, sequencesOf, tablesOf } from '../catalog.ts'
import { restore } from '../restore.ts'
import { writeBackup } from '../write-backup.ts'

let app: TestApp
let folder: string
let dataFolder: string
const evidence = join('files', '5f', '019aae2c-0000-7000-8000-00000000005f')
const now = new Date('2026-11-23T01:00:00Z')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongzhi-backup-'))
  chmodSync(folder, 0o711)
  dataFolder = join(folder, 'source')
  app = await testApp({ keys: openKeys(keyFileIn(dataFolder)) })
  const city = await app.person({ role: 'city-official', placeId: app.cityId })
  const place = (row: number, code: string, name: string, kind: string, parent: string) => ({
    row,
    cells: { code, name, kind, parent, inBuiltUpArea: true, validFrom: '2020-01-01' },
  })
  await perform(await city.ctx(), recordPlacesAction, [
    place(2, '150203000000', '昆都仑区', 'district', '150200000000'),
    place(3, '150203001000', '少先路街道', 'street', '150203000000'),
    place(4, '150203001001', '换行\n和制表\t符\\社区', 'community', '150203001000'),
  ])
  const compound = (n: number) => ({
    row: n + 2,
    cells: {
      community: '150203001001',
      name: `演示小区${n}`,
      code: null,
      type: 'existing',
      managementMode: 'enterprise',
      households: 300,
      buildings: 6,
      area: '30000.00',
      enclosure: 'closed',
      renovatedOn: null,
      committeeImpossible: null,
      validFrom: '2020-01-01',
      distinct: true,
    },
  })
  await perform(
    await city.ctx(),
    recordCompoundsAction,
    Array.from({ length: 50 }, (_, n) => compound(n)),
  )
  await sealAll({
    db: app.database.db,
    keys: app.context.keys,
    clock: app.context.clock,
    file: sealFileIn(dataFolder),
    warn: () => undefined,
  })
  mkdirSync(join(dataFolder, 'uploads', '2026'), { recursive: true })
  writeFileSync(join(dataFolder, 'uploads', '2026', 'evidence'), '证明材料')
  mkdirSync(join(dataFolder, 'files', '5f'), { recursive: true })
  writeFileSync(join(dataFolder, evidence), '现场照片')
  writeFileSync(join(dataFolder, 'files', '5f', '.draft-being-written'), '半')
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const backup = (name: string, withKeys = false) =>
  writeBackup({
    url: app.migratorUrl,
    dataFolder,
    keys: app.context.keys,
    target: join(folder, name),
    withKeys,
    now,
    progress: () => undefined,
  })

/** Every table's rows and hash, and every sequence. */
async function wholeOf(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('BEGIN')
  await client.query(sameTexts)
  const whole = new Map<string, unknown>()
  for (const table of await tablesOf(client))
    whole.set(`${table.schema}.${table.name}`, await contentsOf(client, table))
  for (const { schema, name, last } of await sequencesOf(client))
    whole.set(`${schema}.${name} sequence`, last)
  const keys = await client.query(
    `SELECT conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE contype = 'f' ORDER BY 1`,
  )
  whole.set('foreign keys', keys.rows)
  await client.end()
  return whole
}

/** The restored state but for the one entry that tells of the restoring. */
async function withoutTelling(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    `DELETE FROM platform.audit_entry WHERE verb = 'platform.restore' RETURNING id`,
  )
  await client.query('DELETE FROM platform.audit_unsealed WHERE entry_id = $1', [rows[0].id])
  await client.query(`SELECT setval('platform.audit_entry_id_seq', $1)`, [rows[0].id - 1])
  await client.end()
  return await wholeOf(url)
}

test('a backup taken while the server works restores to equal rows, hashes, sequences and keys of every table', async () => {
  const before = await wholeOf(app.migratorUrl)
  const { folder: from, manifest } = await backup('one', true)
  const target = join(folder, 'restored')
  await restore({
    from,
    dataFolder: target,
    clock: app.context.clock,
    progress: () => undefined,
    quick: true,
  })
  const running = await startDatabase({ dataFolder: target }, { quick: true })
  try {
    const { db, close } = openDatabase(running.appUrl, 2)
    const verified = await verifyTrail(db, openKeys(keyFileIn(target)), sealFileIn(target))
    await close()
    expect(verified).toMatchObject({ ok: true, unsealed: { count: 1 } })
    expect(await withoutTelling(running.migratorUrl)).toEqual(before)
  } finally {
    await running.close()
  }
  expect(before.get('organisations.compound')).toMatchObject({ rows: 50 })
  expect(manifest.tables.length).toBeGreaterThan(20)
  expect(readFileSync(join(target, 'uploads', '2026', 'evidence'), 'utf8')).toBe('证明材料')
  expect(manifest.files).toEqual([
    { file: evidence, bytes: 12, sha256: createHash('sha256').update('现场照片').digest('hex') },
  ])
  expect(readFileSync(join(target, evidence), 'utf8')).toBe('现场照片')
  expect(readdirSync(join(target, 'files', '5f'))).toHaveLength(1)
  expect(readdirSync(folder).filter((name) => /partial|restoring/.test(name))).toEqual([])
})

test('the key file is not in a backup unless asked for; without it nothing is restored', async () => {
  const { folder: from } = await backup('two')
  expect(existsSync(join(from, 'keys.json'))).toBe(false)
  const target = join(folder, 'never')
  const tryWith = (keyFile?: string) =>
    restore({
      from,
      dataFolder: target,
      clock: app.context.clock,
      progress: () => undefined,
      quick: true,
      ...(keyFile ? { keyFile } : {}),
    })
  await expect(tryWith()).rejects.toThrow('--keys')
  const foreign = join(folder, 'foreign.json')
  openKeys(foreign)
  await expect(tryWith(foreign)).rejects.toThrow('不是这份备份的')
  expect(existsSync(target)).toBe(false)
})

test('into an empty database of DATABASE_URL likewise, with a key file that was rotated since', async () => {
  const { folder: from } = await backup('three')
  rotateKeys(keyFileIn(dataFolder))
  const admin = inject('postgres')
  const name = `restored_${process.pid}_${Date.now()}`
  const as = (user: string, database: string) =>
    admin.replace('//postgres@', `//${user}@`).replace('/gongzhi?', `/${database}?`)
  const client = new pg.Client({ connectionString: as('postgres', 'postgres') })
  await client.connect()
  await client.query(`CREATE DATABASE ${name} OWNER gongzhi_migrator`)
  try {
    const outside = { databaseUrl: as('gongzhi_app', name), migratorUrl: as('gongzhi_migrator', name) }
    const options = {
      from,
      keyFile: keyFileIn(dataFolder),
      clock: app.context.clock,
      progress: () => undefined,
      ...outside,
    }
    await restore({ ...options, dataFolder: join(folder, 'outside') })
    expect(await withoutTelling(outside.migratorUrl)).toEqual(await wholeOf(app.migratorUrl))
    await expect(restore({ ...options, dataFolder: join(folder, 'again') })).rejects.toThrow('已有共治的数据')
  } finally {
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await client.end()
  }
})

test('a damaged file, a folder that is no backup and a target that is not empty are each told in one sentence', async () => {
  const { folder: from, manifest } = await backup('four', true)
  const options = { clock: app.context.clock, progress: () => undefined, quick: true }
  await expect(restore({ ...options, from, dataFolder: folder })).rejects.toThrow('已有内容')
  await expect(restore({ ...options, from: folder, dataFolder: join(folder, 'x') })).rejects.toThrow(
    '不是一份完整的备份',
  )
  const file = manifest.tables.find((table) => table.name === 'place')?.file as string
  appendFileSync(join(from, file), 'x')
  await expect(restore({ ...options, from, dataFolder: join(folder, 'x') })).rejects.toThrow(file)
  const { folder: second } = await backup('five', true)
  writeFileSync(join(second, evidence), '别的照片')
  await expect(restore({ ...options, from: second, dataFolder: join(folder, 'x') })).rejects.toThrow(evidence)
  expect(existsSync(join(folder, 'x'))).toBe(false)
})

test('a folder that exists gets a dated backup inside; a backup shows no name in the clear that the database seals', async () => {
  mkdirSync(join(folder, 'many'))
  writeFileSync(join(folder, 'many', 'note'), '')
  const { folder: made, manifest } = await backup('many')
  expect(made).toBe(join(folder, 'many', 'gongzhi-2026-11-23-090000'))
  const sessions = manifest.tables.find((table) => table.name === 'account')?.file as string
  expect(gunzipSync(readFileSync(join(made, sessions))).toString()).toContain('$argon2id$')
})
