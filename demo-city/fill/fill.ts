import type { App } from '../../server/app.ts'
import { doneOnce, markDone } from '../../server/platform/database/done-once.ts'
import { edition, editionAt } from '../../server/rulebook/load.ts'
import { shanghaiDay } from '../../server/values/days.ts'
import { demoCity } from '../ground/demo-city.ts'
import type { Size } from '../ground/model.ts'
import { makeAccounts } from './accounts.ts'
import { handIn } from './hand-in.ts'
import { evaluateYear } from './evaluate-year.ts'
import { cityAccounts, localAccounts, type PlannedAccount } from './planned-accounts.ts'
import type { Progress } from './progress.ts'
import { groundStages, recordStages, type SheetStage } from './stages.ts'

const seed = 'gongzhi'
const prefix = 'demo-city'
const begun = (size: Size) => `${prefix} ${size} begun`
const complete = `${prefix} complete`

/** What an installation's demonstration is: none yet, of a size and cut short, or whole. */
export interface DemoState {
  size: Size | null
  /** The day on which it was begun: it decides the years, also when it is finished on a later one. */
  today: string | null
  complete: boolean
  marks: ReadonlySet<string>
}

export async function demoState(db: App['context']['db']): Promise<DemoState> {
  const marks = await doneOnce(db, prefix)
  const size = (['small', 'city'] as const).find((one) => marks.has(begun(one))) ?? null
  const at = size && marks.get(begun(size))
  return { size, today: at ? shanghaiDay(new Date(at)) : null, complete: marks.has(complete), marks: new Set(marks.keys()) }
}

export interface Filling {
  app: Pick<App, 'context' | 'engine' | 'modules'>
  size: Size
  accountsFile: string
  stopped: AbortSignal
  report(progress: Progress): void
  /** Told after each stage. */
  say(line: string): void
  /** Told once every account can sign in. */
  accountsReady(): void
}

/**
 * Fills an empty installation with the demonstration city by the actions that users call, as accounts with roles.
 * What was cut short goes on where it stopped; what is complete is left alone.
 * @throws the abort reason when it was told to stop
 */
export async function fillDemoCity(filling: Filling): Promise<void> {
  const { app, stopped } = filling
  const { context, engine } = app
  const before = await demoState(context.db)
  if (before.complete) return
  const size = before.size ?? filling.size
  const mark = (name: string) => markDone(context.db, name, context.clock.now().toISOString())
  if (before.size === null) await mark(begun(size))
  const demo = demoCity({ seed, size, today: before.today ?? context.clock.today() })
  const [pastYear, thisYear] = demo.years
  const editionId = editionAt(engine.rulebook, `${thisYear}-12-31`)
  const ground = groundStages(demo)
  const records = recordStages(demo, edition(engine.rulebook, editionId, `${thisYear}-12-31`))
  const rounds = demo.years.length
  const total = [...ground, ...records].reduce<number>((sum, stage) => sum + count(stage.rows()), rounds)
  let done = 0
  const step = async (name: string, title: string, size: number, work: () => Promise<void>) => {
    stopped.throwIfAborted()
    const at = done
    filling.report({ stage: name, done, total })
    if (!before.marks.has(`${prefix} ${name}`)) {
      const from = performance.now()
      await work()
      await mark(`${prefix} ${name}`)
      filling.say(`  演示数据 ${title}：${size} 条，${((performance.now() - from) / 1000).toFixed(1)} 秒`)
    }
    done = at + size
  }
  const sheet = (stage: SheetStage) => {
    const kind = app.modules.flatMap((module) => module.sheets ?? []).find((one) => one.name === stage.sheet)
    if (!kind) throw new Error(`no module takes the sheet ${stage.sheet}`)
    const recorded = (rows: number) => {
      done += rows
      filling.report({ stage: stage.name, done, total })
    }
    return step(stage.name, stage.title, count(stage.rows()), () => handIn({ context, kind, stage, stopped, recorded }))
  }
  const accounts = (planned: PlannedAccount[]) =>
    makeAccounts({
      context,
      file: filling.accountsFile,
      planned,
      settled: (account) => before.marks.has(`${prefix} account ${account}`),
      settle: (account) => mark(`${prefix} account ${account}`),
    })
  await accounts(cityAccounts())
  for (const stage of ground) await sheet(stage)
  await accounts(localAccounts(demo))
  filling.accountsReady()
  for (const stage of records) await sheet(stage)
  for (const year of [pastYear, thisYear])
    await step(`round-${year}`, `${year} 年度评价`, 1, () => evaluateYear({ context, engine, year, edition: editionId }))
  await mark(complete)
}

function count(rows: Iterable<unknown>): number {
  let n = 0
  for (const _ of rows) n++
  return n
}
