import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { BatchContent, PaperForm } from '../../../contracts/archives/words.ts'
import type { Context } from '../../access/context.ts'
import type { Clock } from '../../platform/clock/clock.ts'
import { type ZipEntry, zipOf } from '../../platform/printing/zip-writer.ts'
import { shanghaiDay } from '../../values/days.ts'
import { subjectScore } from '../evaluation/index.ts'
import { refuse } from './problems.ts'
import type { Printing } from './papers/paper-data.ts'
import { fileNameOf, printPaper } from './papers/print-paper.ts'
import { printScoreTable } from './papers/score-table.ts'
import { countPapers, papersOfRound, scoredSubjects } from './queries/paper.ts'
import { countDone, endBatch } from './storage/batches.ts'

export interface BatchOrder {
  id: string
  roundId: string
  what: BatchContent
  form: PaperForm
}

/** Finished files are kept for a week: they can be made again at any time. */
const keptDays = 7
const countEvery = 20
const tableFolders: Record<string, string> = {
  'A.1': '表A.1 物业项目',
  'A.2': '表A.2 物业服务企业',
  'A.3': '表A.3 街道社区',
  'A.4': '表A.4 区',
}

/** Makes papers of whole rounds in the background, one zip file each. */
export class Batches {
  readonly #folder: string
  readonly #making = new Set<Promise<void>>()
  #stopped = false

  constructor(folder: string) {
    this.#folder = folder
  }

  /** After a start: files that are old, and halves that a stopped server left, go. */
  sweep(clock: Clock): void {
    if (!existsSync(this.#folder)) return
    const now = clock.now().getTime()
    for (const name of readdirSync(this.#folder)) {
      const age = now - statSync(join(this.#folder, name)).mtimeMs
      if (age > (name.endsWith('.part') ? 1 : keptDays) * 86_400_000) rmSync(join(this.#folder, name))
    }
  }

  /** Begins; the answer goes out while papers are made. Progress and failure stand in the batch. */
  start(ctx: Context, printing: Printing, order: BatchOrder): void {
    const making = this.#make(ctx, printing, order).catch(() => undefined)
    this.#making.add(making)
    void making.then(() => this.#making.delete(making))
  }

  /** Ends with the paper that is being made; what is unfinished is told as cut off. */
  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#making)
  }

  open(id: string): Readable {
    const path = this.#path(id)
    if (!existsSync(path)) throw refuse('batch-gone')
    return createReadStream(path)
  }

  #path(id: string): string {
    return join(this.#folder, `${id}.zip`)
  }

  async #make(ctx: Context, printing: Printing, order: BatchOrder): Promise<void> {
    const whole = this.#path(order.id)
    const part = `${whole}.part`
    try {
      mkdirSync(this.#folder, { recursive: true })
      const entries = this.#counted(ctx, order.id, entriesOf(ctx, printing, order))
      await pipeline(Readable.from(zipOf(entries, ctx.clock.now())), createWriteStream(part))
      await rename(part, whole)
      await endBatch(ctx.db, order.id, { at: ctx.clock.now().toISOString(), failedBecause: null })
    } catch (fault) {
      await rm(part, { force: true })
      if (this.#stopped) return
      const failedBecause = `出件中断：${fault instanceof Error ? fault.message.slice(0, 200) : '未知原因'}`
      await endBatch(ctx.db, order.id, { at: ctx.clock.now().toISOString(), failedBecause })
    }
  }

  async *#counted(ctx: Context, id: string, entries: AsyncIterable<ZipEntry>): AsyncGenerator<ZipEntry> {
    let done = 0
    for await (const entry of entries) {
      if (this.#stopped) throw new Error('stopped')
      yield entry
      if (++done % countEvery === 0) await countDone(ctx.db, id, done, ctx.clock.now().toISOString())
    }
  }
}

/** How many papers a batch would hold for the asker. */
export async function sizeOf(
  ctx: Context,
  { roundId, what }: Omit<BatchOrder, 'id' | 'form'>,
): Promise<number> {
  if (what === 'table') return (await scoredSubjects(ctx, roundId)).length
  return await countPapers(ctx, roundId, what)
}

async function* entriesOf(
  ctx: Context,
  printing: Printing,
  { roundId, what, form }: BatchOrder,
): AsyncGenerator<ZipEntry> {
  if (what === 'table') {
    yield* tableEntries(ctx, printing, roundId)
    return
  }
  for await (const paper of papersOfRound(ctx, roundId, what)) {
    const { body } = await printPaper(paper, form, printing)
    const number = String(paper.number).padStart(4, '0')
    yield {
      name: `${tableFolders[paper.tableId] ?? paper.tableId}/${fileNameOf(`${number} ${paper.districtName} ${paper.name}`)}.${form}`,
      bytes: body,
    }
  }
}

async function* tableEntries(
  ctx: Context,
  { editions, demo }: Printing,
  roundId: string,
): AsyncGenerator<ZipEntry> {
  const today = shanghaiDay(ctx.clock.now())
  for (const [at, { id, tableId, name, districtName }] of (await scoredSubjects(ctx, roundId)).entries()) {
    const page = await subjectScore(ctx, editions, roundId, id)
    const { body } = await printScoreTable(page, { demo, today })
    const number = String(at + 1).padStart(4, '0')
    yield {
      name: `${tableFolders[tableId] ?? tableId}/${fileNameOf(`${number} ${districtName} ${name}`)}.pdf`,
      bytes: body,
    }
  }
}
