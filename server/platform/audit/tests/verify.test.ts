import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fixedClock } from '../../clock/clock.ts'
import { type Database, openDatabase } from '../../database/database.ts'
import { type Keys, openKeys } from '../../keys/keys.ts'
import { type ScratchDatabase, scratchDatabase } from '../../testing/scratch.ts'
import { recordAudit } from '../record.ts'
import { sealAll } from '../sealer.ts'
import { verifyTrail } from '../verify.ts'

let scratch: ScratchDatabase
/** The owner of the tables, as an intruder with the database's password would be. */
let database: Database
let keys: Keys
let file: string
const clock = fixedClock('2026-11-23T09:00:00+08:00')
const warnings: string[] = []

beforeEach(async () => {
  scratch = await scratchDatabase()
  database = openDatabase(scratch.migratorUrl, 4)
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-audit-'))
  keys = openKeys(join(folder, 'keys.json'))
  file = join(folder, 'audit', 'last-seal.json')
  warnings.length = 0
  for (let batch = 0; batch < 4; batch++) {
    for (let n = 0; n < 3; n++) await record(`记录 ${batch}-${n}`)
    await seal()
  }
})
afterEach(async () => {
  await database.close()
  await scratch.drop()
})

const record = (summary: string) =>
  recordAudit(database.db, keys, {
    at: clock.now().toISOString(),
    actorId: null,
    verb: 'trial.write',
    line: {
      resource: 'trial',
      id: '1',
      summary,
      detail: { b: 1, a: [new Date(0), undefined], nested: { z: 1.5, y: '演示' } },
    },
  })
const seal = () => sealAll({ db: database.db, keys, clock, file, warn: (line) => warnings.push(line) })
const tamper = (text: string) => database.pool.query(text)
const found = async () =>
  (await verifyTrail(database.db, keys, file)).findings.map(({ kind, entry, seal: s }) => [kind, entry ?? s])

test('an untouched trail verifies: entries, seals, and the file outside agree', async () => {
  const result = await verifyTrail(database.db, keys, file)
  expect(result).toMatchObject({ ok: true, seals: 4, entries: 12, unsealed: { count: 0 }, findings: [] })
  expect(result.outside).toEqual(result.lastSeal)
})

test('what was committed since the last seal is stated as the window in which a removal cannot be told', async () => {
  await record('尚未封存')
  const result = await verifyTrail(database.db, keys, file)
  expect(result).toMatchObject({ ok: true, unsealed: { count: 1, oldestAt: clock.now().toISOString() } })
})

test.each([
  [
    'a changed sentence',
    `UPDATE platform.audit_entry SET summary = '别的' WHERE id = 5`,
    [['entry-changed', 5]],
  ],
  ['a changed detail', `UPDATE platform.audit_entry SET detail = '{}' WHERE id = 5`, [['entry-changed', 5]]],
  [
    'a changed actor',
    `UPDATE platform.audit_entry SET actor_id = gen_random_uuid() WHERE id = 2`,
    [['entry-changed', 2]],
  ],
  ['a removed entry', `DELETE FROM platform.audit_entry WHERE id = 7`, [['entry-removed', 7]]],
  [
    'an entry put in place of another with that one’s own MAC',
    `UPDATE platform.audit_entry a SET summary = b.summary, mac = b.mac FROM platform.audit_entry b WHERE a.id = 4 AND b.id = 9`,
    [['entry-changed', 4]],
  ],
  [
    'an inserted entry',
    `INSERT INTO platform.audit_entry (at, verb, resource, resource_id, summary, detail, mac) VALUES (now(), 'v', 'r', '1', 's', '{}', '\\x00')`,
    [['entry-inserted', 13]],
  ],
  [
    'an inserted entry that queues for the next seal',
    `WITH e AS (INSERT INTO platform.audit_entry (at, verb, resource, resource_id, summary, detail, mac)
      SELECT at, verb, resource, resource_id, '伪造', detail, mac FROM platform.audit_entry WHERE id = 1 RETURNING id)
      INSERT INTO platform.audit_unsealed SELECT id FROM e`,
    [['entry-changed', 13]],
  ],
  [
    'a changed seal',
    `UPDATE platform.audit_seal SET at = at + interval '1 day' WHERE number = 2`,
    [['seal-changed', 2]],
  ],
  [
    'a changed last seal',
    `UPDATE platform.audit_seal SET at = at + interval '1 day' WHERE number = 4`,
    [['seal-changed', 4]],
  ],
  [
    'a seal’s changed chain value',
    `UPDATE platform.audit_seal SET chained = '\\x00' WHERE number = 2`,
    [['seal-changed', 2]],
  ],
  [
    'a removed seal',
    `DELETE FROM platform.audit_seal WHERE number = 2`,
    [
      ['seal-removed', 2],
      ['entry-inserted', 4],
      ['entry-inserted', 5],
      ['entry-inserted', 6],
    ],
  ],
  [
    'an inserted seal',
    `INSERT INTO platform.audit_seal SELECT 5, at, entries, prints, '\\x0102', first_entry, last_entry FROM platform.audit_seal WHERE number = 4`,
    [['seal-forged', 5]],
  ],
  [
    'the last seal removed with its entries',
    `DELETE FROM platform.audit_entry WHERE id > 9; DELETE FROM platform.audit_seal WHERE number = 4`,
    [['rolled-back', 4]],
  ],
  ['everything removed', `TRUNCATE platform.audit_entry, platform.audit_seal`, [['rolled-back', 4]]],
])('%s is found and named', async (_what, attack, expected) => {
  await tamper(attack)
  expect(await found()).toEqual(expected)
})

test('a forged entry in the queue stays found after it has been sealed', async () => {
  await tamper(`WITH e AS (INSERT INTO platform.audit_entry (at, verb, resource, resource_id, summary, detail, mac)
    VALUES (now(), 'v', 'r', '1', 's', '{}', '\\x00') RETURNING id) INSERT INTO platform.audit_unsealed SELECT id FROM e`)
  await seal()
  expect(await found()).toEqual([['entry-changed', 13]])
})

test('an entry removed in the window is found when its place in the queue was left', async () => {
  await record('将被删除')
  await tamper(`DELETE FROM platform.audit_entry WHERE id = 13`)
  expect(await found()).toEqual([['entry-removed', 13]])
  await seal()
  expect(await found()).toEqual([['entry-removed', 13]])
})

test('a rolled-back database stays found after work went on: the file that knew better is put aside', async () => {
  await tamper(
    `DELETE FROM platform.audit_entry WHERE id > 9; DELETE FROM platform.audit_seal WHERE number = 4`,
  )
  await record('回退之后')
  await seal()
  await record('又一条')
  await seal()
  expect(warnings).toHaveLength(1)
  expect(await found()).toEqual([['rolled-back', 4]])
})

test('a missing or forged file outside is told', async () => {
  const text = readFileSync(file, 'utf8')
  rmSync(file)
  expect(await found()).toEqual([['outside-missing', undefined]])
  writeFileSync(file, text.replace('"number":4', '"number":9'))
  expect(await found()).toEqual([['rolled-back', 9]])
})

test('with another key file nothing verifies: nobody without the key can make a trail that does', async () => {
  const other = openKeys(join(mkdtempSync(join(tmpdir(), 'gongzhi-other-')), 'keys.json'))
  const result = await verifyTrail(database.db, other, file)
  expect(result.ok).toBe(false)
  expect(result.findings.filter((f) => f.kind === 'entry-changed')).toHaveLength(12)
})
