import type { App } from '../../server/app.ts'
import { markDone } from '../../server/platform/database/done-once.ts'
import { type Edition, edition, editionAt } from '../../server/rulebook/load.ts'
import { demoCity } from '../ground/demo-city.ts'
import type { Stage } from '../../contracts/evaluation/words.ts'
import { addDays } from '../../server/values/days.ts'
import type { DemoCity, Size } from '../ground/model.ts'
import { makeAccounts } from './accounts.ts'
import { evaluateYear } from './evaluate-year.ts'
import { keepDutyList } from './duty-list.ts'
import { claimCount, fileClaims } from './file-claims.ts'
import { handIn } from './hand-in.ts'
import { cityAccounts, localAccounts, type PlannedAccount } from './planned-accounts.ts'
import type { Progress } from './progress.ts'
import { groundStages, recordStages, type SheetStage } from './stages.ts'
import { type DemoState, demoState, marks } from './state.ts'
import { Steps } from './steps.ts'

/** Days since this year's round was opened: two terms of ten working days lie behind it, and it is being graded. */
const gradedSince = 38

/** Another seed is another city. */
const seed = 'gongzhi'

export interface Filling {
  app: Pick<App, 'context' | 'engine' | 'procedure' | 'modules' | 'petitions'>
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
  const { context } = filling.app
  const state = await demoState(context.db)
  if (state.complete) return
  const mark = (name: string) => markDone(context.db, name, context.clock.now().toISOString())
  const size = state.size ?? filling.size
  if (state.size === null) await mark(marks.begun(size))
  const today = state.today ?? context.clock.today()
  const demo = demoCity({ seed, size, today })
  await record({ filling, state, demo, today, mark })
  await mark(marks.complete)
}

interface Recording {
  filling: Filling
  state: DemoState
  demo: DemoCity
  today: string
  mark(name: string): Promise<void>
}

async function record({ filling, state, demo, today, mark }: Recording): Promise<void> {
  const { context } = filling.app
  const thisEdition = editionOf(filling, demo)
  const ground = groundStages(demo)
  const rounds = roundsOf(demo, today)
  const records = recordStages(demo, thisEdition, [rounds[0].openedOn, rounds[1].openedOn])
  const rowsOf = new Map([...ground, ...records].map((stage) => [stage, count(stage.rows())] as const))
  const claims = claimCount(demo)
  const steps = new Steps({
    ...filling,
    total: [...rowsOf.values()].reduce((sum, rows) => sum + rows, demo.years.length + claims),
    isDone: (name) => state.done.has(marks.step(name)),
    markDone: (name) => mark(marks.step(name)),
  })
  const sheet = async (stage: SheetStage) => {
    const work = (recorded: (rows: number) => void) =>
      handIn({ context, kind: kindOf(filling, stage), stage, stopped: filling.stopped, recorded })
    await steps.take({ ...stage, size: rowsOf.get(stage) ?? 0, unit: '条', work })
  }
  const accounts = (planned: PlannedAccount[]) =>
    makeAccounts({
      context,
      since: `${demo.years[0]}-12-01`,
      file: filling.accountsFile,
      planned,
      settled: (account) => state.done.has(marks.account(account)),
      settle: (account) => mark(marks.account(account)),
    })
  await accounts(cityAccounts())
  for (const stage of ground) await sheet(stage)
  await accounts(localAccounts(demo))
  filling.accountsReady()
  for (const stage of records) await sheet(stage)
  await filling.app.petitions.seed(context.db)
  await keepDutyList(context)
  await steps.take({
    name: 'claims',
    title: '诉求',
    size: claims,
    unit: '条',
    work: (recorded) => fileClaims({ app: filling.app, demo, stopped: filling.stopped, recorded }),
  })
  for (const { year, openedOn, until } of rounds) {
    const edition = thisEdition.scheme.id
    const work = () => evaluateYear({ app: filling.app, year, edition, openedOn, until })
    await steps.take({ name: `round-${year}`, title: `${year} 年度评价`, size: 1, unit: '轮', work })
  }
}

/** Last year's round began in the new year and lies in the archive; this year's is being graded. */
function roundsOf({ years, plan }: DemoCity, today: string) {
  const [past, current] = years
  // What is large is there to be measured: its rounds are scored, and wait.
  const walked = plan.size === 'small'
  const until = (stage: Stage): Stage => (walked ? stage : 'open')
  return [
    { year: past, openedOn: `${current}-01-05`, until: until('archived') },
    { year: current, openedOn: addDays(today, -gradedSince), until: until('grading') },
  ] as const
}

function editionOf({ app }: Filling, { years }: DemoCity): Edition {
  const end = `${years[1]}-12-31`
  const { shipped } = app.engine.editions
  return edition(shipped, editionAt(shipped, end), end)
}

function kindOf({ app }: Filling, { sheet }: SheetStage) {
  const kind = app.modules.flatMap((module) => module.sheets ?? []).find((one) => one.name === sheet)
  if (!kind) throw new Error(`no module takes the sheet ${sheet}`)
  return kind
}

function count(rows: Iterable<unknown>): number {
  let n = 0
  for (const _ of rows) n++
  return n
}
