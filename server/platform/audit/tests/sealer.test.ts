import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../clock/clock.ts'
import { type Database, openDatabase, rows } from '../../database/database.ts'
import { type Keys, openKeys } from '../../keys/keys.ts'
import { type ScratchDatabase, scratchDatabase } from '../../testing/scratch.ts'
import { recordAudit } from '../record.ts'
import { startSealer } from '../sealer.ts'
import { verifyTrail } from '../verify.ts'

let scratch: ScratchDatabase
/** The application's own role, which may add to the trail and change nothing of it. */
let database: Database
let keys: Keys
let folder: string

beforeAll(async () => {
  scratch = await scratchDatabase()
  database = openDatabase(scratch.appUrl, 8)
  folder = mkdtempSync(join(tmpdir(), 'gongzhi-sealer-'))
  keys = openKeys(join(folder, 'keys.json'))
})
afterAll(async () => {
  await database.close()
  await scratch.drop()
})

const write = (db = database.db) =>
  recordAudit(db, keys, {
    at: systemClock.now().toISOString(),
    actorId: null,
    verb: 'trial.write',
    line: { resource: 'trial', id: '1', summary: '一条' },
  })
const sealer = (name: string) =>
  startSealer({
    db: database.db,
    keys,
    clock: systemClock,
    file: join(folder, name),
    everyMs: 10,
    warn: () => undefined,
  })

test('the application’s role can neither change nor remove entries or seals', async () => {
  await write()
  for (const text of [
    `UPDATE platform.audit_entry SET summary = ''`,
    'DELETE FROM platform.audit_entry',
    'TRUNCATE platform.audit_entry',
    'DELETE FROM platform.audit_seal',
    'UPDATE platform.audit_seal SET number = 1',
  ])
    await expect(sql.raw(text).execute(database.db)).rejects.toThrow('permission denied')
})

test('two servers seal side by side while entries arrive out of order: each entry once, the chain whole', async () => {
  const [one, two] = [sealer('one.json'), sealer('two.json')]
  // A long transaction takes an early number and commits last.
  const slow = database.db.transaction().execute(async (trx) => {
    await write(trx)
    await pause(150)
  })
  for (let n = 0; n < 40; n++) {
    await Promise.all([write(), write(), write()])
    await pause(3)
  }
  await slow
  await Promise.all([one.stop(), two.stop()])
  const [sealed] = await rows(
    database.db,
    sql<{ all: number; distinct: number }>`SELECT count(*) AS all, count(DISTINCT id) AS distinct
      FROM (SELECT unnest(entries) AS id FROM platform.audit_seal) s`,
  )
  expect(sealed).toEqual({ all: 122, distinct: 122 })
  const results = await Promise.all(
    ['one.json', 'two.json'].map((name) => verifyTrail(database.db, keys, join(folder, name))),
  )
  expect(results.map((r) => [r.ok, r.unsealed.count])).toEqual([
    [true, 0],
    [true, 0],
  ])
})

test('stopping seals what is committed', async () => {
  const running = sealer('three.json')
  await write()
  await running.stop()
  expect((await verifyTrail(database.db, keys, join(folder, 'three.json'))).unsealed.count).toBe(0)
})
