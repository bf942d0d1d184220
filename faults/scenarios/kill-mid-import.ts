import { setTimeout as pause } from 'node:timers/promises'
import { confirmRun, getRun, type ImportRun } from '../../contracts/imports/staff.ts'
import type { RunState } from '../../contracts/imports/words.ts'
import type { City } from '../city/city.ts'
import type { Person } from '../city/person.ts'
import { must, mustEqual, type Scenario, someTime } from '../scenario.ts'
import { communityCode, marker } from './places.ts'

const size = 5_000
const settled: readonly RunState[] = ['checked', 'unreadable', 'imported', 'interrupted', 'discarded']

/** kill -9 during the check and during the recording of 5,000 rows. */
export const killMidImport: Scenario = {
  name: 'kill-mid-import',
  title: '导入 5000 行中途断电',
  async once(city, time) {
    const person = await city.person('city')
    const name = marker('导入', time)
    const sheet = compounds(await communityCode(city, time), name)
    const [run, checkMs] = await timed(() => uploaded(person, sheet, name))
    await discard(city, run.id)
    const checked = await killedWhileChecking(city, person, sheet, name, checkMs)
    mustEqual(await kept(city, name), 0, 'a check saves nothing')
    mustEqual(checked.counts.created, size, 'the check goes on by itself after the restart')
    const isInterrupted = await killedWhileImporting(city, person, checked.id, checkMs, name)
    const twice = await uploaded(person, sheet, name)
    mustEqual(
      [twice.counts.created, twice.counts.changed, twice.counts.unchanged],
      [0, 0, size],
      'the same file again changes nothing',
    )
    const before = await versions(city, name)
    await person.call(confirmRun, { params: { id: twice.id }, body: {} })
    mustEqual((await ended(person, twice.id)).state, 'imported', 'the same file is taken again')
    mustEqual(await versions(city, name), before, 'and leaves every record as it was')
    const entries = await city.sql(
      "SELECT 1 FROM platform.audit_entry WHERE resource = 'sheet.compounds' AND resource_id = $1",
      [checked.id],
    )
    mustEqual(entries.length, 1, 'the import has exactly one audit entry')
    return { 'imports cut short': isInterrupted ? 1 : 0, rows: size }
  },
}

/** @returns the run, checked again after the restart */
async function killedWhileChecking(city: City, person: Person, sheet: string, name: string, checkMs: number) {
  const { body } = await person.upload('/api/imports/runs?kind=compounds', `${name}.csv`, sheet)
  await pause(someTime(checkMs))
  await city.server.kill()
  await city.server.start()
  return await ended(person, (body as ImportRun).id)
}

/** @returns whether the kill came before the end */
async function killedWhileImporting(city: City, person: Person, id: string, checkMs: number, name: string) {
  await person.call(confirmRun, { params: { id }, body: {} })
  await pause(someTime(checkMs * 0.9))
  await city.server.kill()
  await city.server.start()
  const rows = await kept(city, name)
  const run = await ended(person, id)
  must(rows === 0 || rows === size, `all rows or none: ${rows} of ${size} were kept`)
  if (run.state === 'interrupted') {
    mustEqual(rows, 0, 'an import shown as interrupted saved nothing')
    must(run.problem?.zh.includes('重新确认') === true, 'it says that it can be confirmed again')
    const { status, text } = await person.call(confirmRun, { params: { id }, body: {} })
    must(status === 200, `an interrupted import can be confirmed again: ${text}`)
  }
  const last = await ended(person, id)
  mustEqual([last.state, last.counts.created], ['imported', size], 'the import ends with all rows')
  mustEqual(await kept(city, name), size, 'all rows are there')
  return run.state === 'interrupted'
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const from = performance.now()
  return [await work(), performance.now() - from]
}

async function uploaded(person: Person, sheet: string, name: string): Promise<ImportRun> {
  const { status, text, body } = await person.upload('/api/imports/runs?kind=compounds', `${name}.csv`, sheet)
  must(status === 200, `the sheet is taken: ${text}`)
  return await ended(person, (body as ImportRun).id)
}

/** Waits until the import rests. */
async function ended(person: Person, id: string): Promise<ImportRun> {
  const giveUp = Date.now() + 60_000
  for (;;) {
    const { body } = await person.call(getRun, { params: { id } })
    if (settled.includes(body.state)) return body
    must(Date.now() < giveUp, `the import rests at ${body.state} for ever`)
    await pause(25)
  }
}

const discard = (city: City, id: string) =>
  city.sql("UPDATE imports.run SET state = 'discarded' WHERE id = $1", [id])

const kept = async (city: City, name: string): Promise<number> =>
  (await city.sql('SELECT 1 FROM organisations.place WHERE name LIKE $1', [`${name}%`])).length

const versions = (city: City, name: string) =>
  city.sql(
    `SELECT c.* FROM organisations.compound c JOIN organisations.place p ON p.id = c.place_id WHERE p.name LIKE $1 ORDER BY p.code`,
    [`${name}%`],
  )

function compounds(community: string, name: string): string {
  const head =
    '所属社区代码,小区名称,小区代码,小区类型,管理方式,户数,楼栋数,建筑面积（平方米）,封闭情况,改造完成日期,暂不能成立业委会的原因,建档起始日,确认是新小区'
  const line = (n: number) =>
    `${community},${name}${n}号,,既有民用建筑,物业服务企业,${300 + (n % 500)},6,65800.00,封闭,,,2020-01-01,是`
  return [head, ...Array.from({ length: size }, (_, n) => line(n))].join('\n')
}
