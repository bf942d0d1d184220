import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../../access/context.ts'
import { maybe, one, rows } from '../../../platform/database/database.ts'
import { type TestApp, testApp } from '../../../platform/testing/app.ts'
import { generateCity } from '../../party-organisations/tests/generated-city.ts'
import { importFile } from '../../imports/index.ts'
import { foldEvents } from '../rules/fold.ts'
import { historyOf } from '../storage/claims.ts'
import { project } from '../storage/project.ts'
import { reading } from './random-past.ts'

let app: TestApp
let ctx: Context
let place: { code: string; name: string; id: string; providerId: string }
const folder = mkdtempSync(join(tmpdir(), 'gongzhi-history-'))
const heading =
  '编号,小区或地点,类别,反映时间,签收时间,答复时间,办结时间,目标期限,时限（小时）,结果,回访满意,来源渠道,内容'

beforeAll(async () => {
  app = await testApp()
  await app.http.ready()
  await generateCity(app, { districts: 1, compoundsEach: 4, enterprises: 2 })
  place = await one(
    app.database.db,
    sql`SELECT p.code, p.name, p.id, k.provider_id AS "providerId" FROM organisations.place p
      JOIN organisations.service_contract k ON k.compound_id = p.id AND k.valid_from <= '2025-01-01' AND k.valid_to IS NULL
      WHERE p.kind = 'compound' ORDER BY p.code LIMIT 1`,
  )
  ctx = await (await app.person({ role: 'city-official', placeId: app.cityId })).ctx()
}, 60_000)
afterAll(() => app.close())

let files = 0
async function hand(lines: string[], head = heading) {
  const path = join(folder, `history-${++files}.csv`)
  writeFileSync(path, [head, ...lines].join('\n'))
  return await importFile(ctx, app.imports, {
    path,
    kind: 'petitions',
    dryRun: false,
    skipBad: false,
    progress: () => undefined,
  })
}

const claimOf = (number: string) =>
  maybe(
    app.database.db,
    sql<Record<string, string | boolean | null>>`SELECT * FROM petitions.claim WHERE number = ${number}`,
  )

describe('replayed through the clocks of its own day', () => {
  test('every step with its own date; in time by the working days of that year, over Qingming 2025', async () => {
    // 2025-03-28 is a Friday: with Qingming (04-04) and the weekends the fifth working day is 04-07.
    const { run } = await hand([
      `老-1,${place.code},楼道门窗、玻璃损坏,2025-03-28 10:00,2025-03-28 11:00,2025-04-03 23:00,2025-04-08,,,已解决,满意,12345 转办,一单元`,
      `老-2,${place.name},0103,2025-03-28 10:00,2025-04-01 09:00,2025-04-08 08:00,2025-04-09,,,部分解决,未能回访,,`,
      `老-3,${place.code},0103,2025-03-28 10:00,,2025-04-09,,,,,,,`,
    ])
    expect([run.state, run.counts.created, run.counts.refused]).toEqual(['imported', 3, 0])
    expect(await claimOf('老-1')).toMatchObject({
      state: 'closed',
      channel: 'hotline-12345',
      signed_in_time: true,
      answered_in_time: true,
      outcome: 'solved',
      rated_satisfied: true,
      handler_body_id: place.providerId,
      provider_id: place.providerId,
      opened_at: '2025-03-28T02:00:00.000Z',
      closed_at: '2025-04-08T15:59:59.000Z',
      next_at: null,
    })
    expect(await claimOf('老-2')).toMatchObject({
      channel: 'import',
      signed_in_time: false,
      answered_in_time: false,
      visit_result: 'unreached',
    })
    expect(await claimOf('老-3')).toMatchObject({
      state: 'answered',
      outcome: 'unknown',
      signed_in_time: null,
    })
  })

  test('the row’s own target goes before the limits of the category', async () => {
    await hand([
      `限-1,${place.code},0103,2025-03-28 10:00,,2025-03-28 13:00,2025-03-28 13:00,2025-03-28 12:00,,已解决,,,`,
      `限-2,${place.code},0103,2025-03-28 10:00,,2025-05-28 13:00,2025-05-28 13:00,,2000,已解决,,,`,
      `限-3,${place.code},0103,2008-07-08 09:56:04+00:00,,,2008-07-09 09:00:00+00:00,,24,,,,`,
    ])
    expect((await claimOf('限-1'))?.answered_in_time).toBe(false)
    expect((await claimOf('限-2'))?.answered_in_time).toBe(true)
    expect(await claimOf('限-3')).toMatchObject({
      answered_in_time: true,
      opened_at: '2008-07-08T09:56:04.000Z',
    })
  })

  test('before the known calendar working days cannot be told, and nothing is said', async () => {
    await hand([`远-1,${place.code},0103,2008-07-08 09:56,,,2008-07-09,,,已解决,,,`])
    expect(await claimOf('远-1')).toMatchObject({ answered_in_time: null, state: 'closed' })
  })

  test('every row is what its events add up to', async () => {
    const stored = await rows(
      app.database.db,
      sql<{ id: string } & Record<string, unknown>>`SELECT * FROM petitions.claim`,
    )
    const histories = await historyOf(
      app.database.db,
      stored.map(({ id }) => id),
    )
    for (const row of stored) {
      const kept = (histories.get(row.id) ?? []).map((event) => ({
        ...event,
        at: new Date(event.at).toISOString(),
      }))
      expect(row).toMatchObject(project(foldEvents(kept, reading.limits), reading))
    }
  })
})

test('what cannot be is named by row and cell, and is not counted; the rest is', async () => {
  const { run, findings } = await hand([
    `坏-1,${place.code},0103,2025-03-05,,,2025-03-04,,,,,,`,
    `坏-2,${place.code},0103,2025-03-05 10:00,2025-03-05 09:00,,2025-03-06,,,,,,`,
    `坏-3,${place.code},0103,2027-01-01,,,,,,,,,`,
    `坏-4,${place.code},0103,2025-02-30,,,,,,,,,`,
    `坏-5,${place.code},0103,昨天,,,,,,,,,`,
    `坏-6,没有的小区,没有的类别,2025-03-05,,,,,,,,,`,
    `坏-7,${place.code},0103,2025-03-05,,,,2025-03-06,24,,,,`,
    `坏-8,${place.code},0103,2025-03-05 10:00,,,,2025-03-05 09:00,,,,,`,
    `好-1,${place.code},0103,2025-03-05,,,2025-03-06,,,已解决,,,`,
  ])
  expect([run.state, run.counts.created, run.counts.refused]).toEqual(['imported', 1, 8])
  expect(findings.flatMap((f) => f.faults.map(({ cell }) => cell))).toEqual([
    'G2',
    'E3',
    'D4',
    'D5',
    'D6',
    'C7',
    'B7',
    'I8',
    'H9',
  ])
  expect(findings[0]?.faults[0]?.zh).toBe('办结时间 2025-03-04 早于反映时间 2025-03-05。')
  expect(await claimOf('坏-1')).toBeUndefined()
})

describe('the same number once', () => {
  const open = `续-1,${place?.code},0103,2026-11-20 09:00,,,,,,,,,`
  test('the same file again changes nothing; a later export closes what was open; other dates are refused', async () => {
    const row = open.replace('undefined', place.code)
    expect((await hand([row])).run.counts.created).toBe(1)
    expect((await hand([row])).run.counts).toMatchObject({ created: 0, unchanged: 1 })
    expect(await claimOf('续-1')).toMatchObject({ state: 'dispatched', closed_at: null })
    const closed = `续-1,${place.code},0103,2026-11-20 09:00,,2026-11-22 10:00,2026-11-22 12:00,,,已解决,,,`
    expect((await hand([closed])).run.counts).toMatchObject({ changed: 1 })
    expect(await claimOf('续-1')).toMatchObject({
      state: 'closed',
      outcome: 'solved',
      answered_in_time: true,
    })
    const other = `续-1,${place.code},0103,2026-11-19 09:00,,2026-11-22 10:00,2026-11-22 12:00,,,已解决,,,`
    expect((await hand([other])).findings[0]?.faults[0]?.zh).toMatch('已导入，日期或结果不同')
  })
})

test('columns that nobody knew may be left out, headings may be English', async () => {
  const { run } = await hand(
    [`英-1,${place.code},0103,2025-03-05 10:00,2025-03-06 10:00`],
    'Number,Place,Category,Opened,Closed',
  )
  expect(run.counts.created).toBe(1)
})

test('who has no such jurisdiction imports nothing', async () => {
  const street = await one(
    app.database.db,
    sql<{ id: string }>`SELECT id FROM organisations.place WHERE kind = 'street' LIMIT 1`,
  )
  const official = await app.person({ role: 'street-official', placeId: street.id })
  const mine = ctx
  ctx = await official.ctx()
  await expect(hand([`无-1,${place.code},0103,2025-03-05,,,,,,,,,`])).rejects.toThrow('not-allowed')
  ctx = mine
})

test('thousands of rows go in with bounded memory, set by set (HISTORY_ROWS=100000 for the whole)', {
  timeout: 240_000,
}, async () => {
  const lines = Array.from({ length: Number(process.env.HISTORY_ROWS ?? 3000) }, (_, i) => {
    const day = new Date(Date.UTC(2025, 0, 2) + (i % 600) * 86_400_000).toISOString().slice(0, 10)
    return `量-${i},${place.code},${['0103', '0105', '0501', '1301'][i % 4]},${day} 09:00,${day} 10:00,${day} 15:00,${day} 17:00,,,已解决,满意,,`
  })
  const before = process.memoryUsage().rss
  const from = performance.now()
  const { run } = await hand(lines)
  const seconds = (performance.now() - from) / 1000
  expect(run.counts.created).toBe(lines.length)
  // A row at a time would take twenty times as long; the machine may be busy.
  expect(seconds).toBeLessThan(lines.length / 100)
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(600)
  process.stderr.write(`${lines.length} rows of history: ${seconds.toFixed(1)} s\n`)
})
