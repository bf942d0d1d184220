import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { perform } from '../../../access/action.ts'
import { buildApp } from '../../../app.ts'
import { keyFileIn, openKeys } from '../../../platform/keys/keys.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { recordPlacesAction } from '../../organisations/index.ts'
import { confirmRun } from '../actions/confirm.ts'
import { importRunById, importRuns } from '../queries/runs.ts'
import { compoundHead, compoundRow, ground } from './compound-rows.ts'
import { workbook } from './sheet-files.ts'

let app: TestApp
let city: Person

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  await perform(await city.ctx(), recordPlacesAction, ground)
})
afterAll(() => app.close())

const compounds = async () =>
  (await app.database.pool.query(`SELECT count(*)::integer AS n FROM organisations.compound`)).rows[0].n

/** Imports at the console and kills the process (-9) as soon as it says that it is importing. */
async function killedWhileImporting(dataFolder: string, file: string): Promise<string> {
  const main = new URL('../../../../cli/main.ts', import.meta.url).pathname
  const environment = { ...process.env, DATABASE_URL: app.migratorUrl, GONGZHI_DATA: dataFolder }
  const child = spawn(
    process.execPath,
    [main, 'import', file, '--as', 'compounds', '--account', city.account],
    { env: environment },
  )
  let said = ''
  child.stderr.on('data', (piece: Buffer) => {
    said += piece.toString()
    if (said.includes('正在导入')) child.kill('SIGKILL')
  })
  await new Promise((resolve) => child.once('exit', resolve))
  return said
}

test('a server killed in the middle of an import leaves nothing half-saved; after the restart it says 中断 and can be confirmed again', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'gongzhi-killed-'))
  const keys = openKeys(keyFileIn(dataFolder))
  const file = join(dataFolder, '小区.xlsx')
  const rows = Array.from({ length: 5_000 }, (_, i) => compoundRow(`击杀${i}苑`))
  writeFileSync(file, await workbook([compoundHead, ...rows]))
  expect(await killedWhileImporting(dataFolder, file)).not.toContain('已导入')
  expect(await compounds()).toBe(0)

  const { database } = app
  const restarted = await buildApp({ database, keys, clock: app.context.clock, demo: false, dataFolder })
  await restarted.http.ready()
  const ctx = { ...(await city.ctx()), keys }
  const { kinds, queue } = restarted.imports
  const id = (await importRuns(ctx, kinds, { limit: 50 })).rows[0]?.id ?? ''
  const state = async () => (await importRunById(ctx, kinds, id)).state
  await expect.poll(state, { timeout: 10_000 }).toBe('interrupted')
  expect(await importRunById(ctx, kinds, id)).toMatchObject({
    problem: { zh: '导入中途服务停止，未保存任何内容。可以重新确认。' },
    counts: { created: 5_000 },
  })
  expect(await compounds()).toBe(0)

  await perform(ctx, confirmRun, { id, skipBad: false, decisions: {} })
  queue.wake(ctx)
  await expect.poll(state, { timeout: 30_000 }).toBe('imported')
  expect(await compounds()).toBe(5_000)
  await restarted.http.close()
}, 90_000)

test('a server that is stopped while it imports breaks off between two batches and says so', async () => {
  const before = await compounds()
  const dataFolder = mkdtempSync(join(tmpdir(), 'gongzhi-stopped-'))
  const { database, keys } = { database: app.database, keys: app.context.keys }
  const stopped = await buildApp({ database, keys, clock: app.context.clock, demo: false, dataFolder })
  const ctx = await city.ctx()
  const { kinds, queue, uploads } = stopped.imports
  const { uploadSheet } = await import('../actions/upload.ts')
  const rows = Array.from({ length: 4_000 }, (_, i) =>
    compoundRow(`停止${i}苑`, { community: '150204001001' }),
  )
  const kind = kinds.find((k) => k.name === 'compounds')
  if (!kind) throw new Error('no compounds sheet')
  const bytes = await workbook([compoundHead, ...rows])
  const stream = (async function* () {
    yield bytes
  })()
  const id = await uploadSheet(ctx, uploads, {
    kind,
    name: 'x.xlsx',
    stream,
    perform: (action, input) => perform(ctx, action, input),
  })
  const state = async () => (await importRunById(ctx, kinds, id)).state
  queue.wake(ctx)
  await expect.poll(state, { timeout: 20_000 }).toBe('checked')
  await perform(ctx, confirmRun, { id, skipBad: false, decisions: {} })
  queue.wake(ctx)
  await expect.poll(state, { timeout: 10_000, interval: 5 }).toBe('importing')
  await stopped.http.close()
  expect(await state()).toBe('interrupted')
  expect(await compounds()).toBe(before)
}, 60_000)
