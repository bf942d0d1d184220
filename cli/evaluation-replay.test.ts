import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FinishedCity, finishedCity } from '../server/modules/archives/tests/finished-city.ts'
import { restore } from '../server/platform/backup/restore.ts'
import { writeBackup } from '../server/platform/backup/write-backup.ts'
import { keyFileIn, openKeys } from '../server/platform/keys/keys.ts'
import { command } from './evaluation.ts'
import { run } from './testing.ts'

let folder: string
let dataFolder: string
let finished: FinishedCity
let archive: Buffer
let file: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongzhi-replay-'))
  chmodSync(folder, 0o711)
  dataFolder = join(folder, 'source')
  finished = await finishedCity('final', openKeys(keyFileIn(dataFolder)))
  const url = `/api/archives/rounds/${finished.roundId}/archives/1/file`
  archive = (await finished.fetch(url, finished.city.people.auditor)).bytes
  file = join(folder, 'archive.ndjson.gz')
  writeFileSync(file, archive)
})
afterAll(async () => {
  await finished.close()
  rmSync(folder, { recursive: true, force: true })
})

const replay = (...argv: string[]) => run(command, 'replay', ...argv)

test('6.8.2: the downloaded archive alone gives the same bytes again, without a database', async () => {
  const { code, out } = await replay('--file', file)
  expect(code).toBe(0)
  expect(out).toContain('8 个逐字节一致')
  expect(out).toContain('一致：凭归档重算得到完全相同的结果')
  const answer = JSON.parse((await replay('2026', '--file', file, '--json')).out)
  expect(answer).toMatchObject({ same: true, results: 8, equal: 8, different: [], file: { stated: null } })
  expect(answer.found).toBe(answer.stated)
})

test('one reading or one point changed by hand is found, and named', async () => {
  const lines = gunzipSync(archive).toString().split('\n')
  const changed = lines.map((line) =>
    line.startsWith('{"band":') ? line.replace('"points":"2"', '"points":"1"') : line,
  )
  const path = join(folder, 'tampered.ndjson.gz')
  writeFileSync(path, gzipSync(changed.join('\n')))
  const { code, out } = await replay('--file', path, '--json')
  const answer = JSON.parse(out)
  expect([code, answer.same]).toEqual([1, false])
  expect(answer.different.length).toBeGreaterThan(0)
  expect(answer.equal + answer.different.length).toBe(8)
})

test.each([
  [[], '请写明一个轮次'],
  [['--file', '/nowhere.gz'], '读不到文件'],
  [['--frob'], '参数写法不对'],
])('%j is answered in words', async (argv, words) => {
  const { code, err } = await replay(...argv)
  expect(code).toBe(2)
  expect(err).toContain(words)
})

test('a file of another round, and one that is no archive, are told apart from a difference', async () => {
  expect((await replay('2019', '--file', file)).err).toContain('是 2026/2026 年度 的归档')
  const path = join(folder, 'text.gz')
  writeFileSync(path, 'no archive')
  expect(await replay('--file', path)).toMatchObject({ code: 2, err: expect.stringContaining('已损坏') })
})

test('after a restore from backup the installation replays its archive by the round’s name', async () => {
  const { folder: from } = await writeBackup({
    url: finished.app.migratorUrl,
    dataFolder,
    keys: finished.app.context.keys,
    target: join(folder, 'backup'),
    withKeys: true,
    now: new Date(),
    progress: () => undefined,
  })
  const target = join(folder, 'restored')
  const { clock } = finished.app.context
  await restore({ from, dataFolder: target, clock, progress: () => undefined, quick: true })
  const { code, out, err } = await replay('2026/2026 年度', '--data', target, '--json')
  expect(err).toBe('')
  const answer = JSON.parse(out)
  expect([code, answer.same, answer.equal]).toEqual([0, true, 8])
  expect(answer.file.stated).toBe(answer.file.sha256)
  expect((await replay('2025', '--data', target)).err).toContain('没有“2025”这一轮评价')
  expect((await replay('2026', '--version', '2', '--data', target)).err).toContain('没有第 2 版归档')
})
