import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ImportRun } from '../contracts/imports/staff.ts'
import type { RunState } from '../contracts/imports/words.ts'
import type { Context } from '../server/access/context.ts'
import { actorOfAccount, firstAccountWith } from '../server/modules/accounts/index.ts'
import { importFile } from '../server/modules/imports/index.ts'
import { type ExportColumn, exportSheet } from '../server/platform/spreadsheet/export-sheet.ts'
import type { Bench } from './bench.ts'
import { type ScratchCity, scratchCity } from './scratch-city.ts'

const rowCount = 100_000
const mebibyte = 1024 * 1024
const sampleMs = 50

/** A compounds sheet of 100,000 rows through upload, check and import: seconds of each, and what memory grows by. */
export const imports: Bench = async (say) => {
  const city = await scratchCity('small', say)
  try {
    const path = join(city.folder, 'compounds.xlsx')
    await writeSheet(city, path)
    const before = process.memoryUsage.rss()
    let peak = before
    const sampler = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss())
    }, sampleMs)
    const first = await timed(city, path, say)
    clearInterval(sampler)
    say('同一文件再导入一次…')
    const again = await timed(city, path, say)
    return {
      rows: rowCount,
      created: first.run.counts.created,
      check_s: first.seconds('checking'),
      import_s: first.seconds('importing'),
      again_unchanged: again.run.counts.unchanged,
      again_s: again.seconds('checking') + again.seconds('importing'),
      start_mb: Math.round(before / mebibyte),
      growth_mb: Math.round((peak - before) / mebibyte),
    }
  } finally {
    await city.drop()
  }
}

/** Rows spread over every community, so that each batch meets all of them. */
async function writeSheet({ app, database }: ScratchCity, path: string): Promise<void> {
  const kind = app.imports.kinds.find((one) => one.name === 'compounds')
  const found = await database.pool.query<{ code: string }>(
    `SELECT code FROM organisations.place WHERE kind = 'community' AND ended_on IS NULL ORDER BY code`,
  )
  const communities = found.rows.map((row) => row.code)
  const columns = (kind?.columns ?? []).map(
    ({ key, header, kind: shape, example }): ExportColumn<number> => ({
      header,
      value: (row) => {
        if (key === 'community') return communities[row % communities.length]
        if (key === 'name') return `演示${row}号苑（演示数据）`
        if (key === 'distinct') return '是'
        return shape === 'integer' || shape === 'decimal' ? Number(example) : example
      },
    }),
  )
  const rows = Array.from({ length: rowCount }, (_, i) => i)
  await pipeline(exportSheet({ title: '小区档案', columns, rows }), createWriteStream(path))
}

async function timed({ app }: ScratchCity, path: string, say: (line: string) => void) {
  const { context } = app
  const today = context.clock.today()
  const account = await firstAccountWith(context.db, 'city-official', today)
  const actor = account && (await actorOfAccount(context.db, { account }, today))
  if (!actor) throw new Error('the city has no official')
  const ctx: Context = { ...context, actor }
  const spans = new Map<RunState, { from: number; to: number }>()
  const progress = ({ state }: ImportRun) => {
    const now = performance.now()
    const span = spans.get(state)
    if (span) span.to = now
    else {
      spans.set(state, { from: now, to: now })
      say(`  ${state}`)
    }
  }
  const { run } = await importFile(ctx, app.imports, {
    path,
    kind: 'compounds',
    dryRun: false,
    skipBad: false,
    progress,
  })
  return {
    run,
    seconds(state: RunState) {
      const span = spans.get(state)
      return span ? Number(((span.to - span.from) / 1000).toFixed(1)) : 0
    },
  }
}
