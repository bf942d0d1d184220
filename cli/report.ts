import { readFile } from 'node:fs/promises'
import { currentCalendar } from '../server/modules/calendar/index.ts'
import { claimsAt, remembered, type Verdict } from '../server/modules/petitions/index.ts'
import { limitAt, loadRulebook } from '../server/rulebook/load.ts'
import { readStart } from '../server/values/working-days.ts'
import type { Command } from './command.ts'
import { decodeSheetText } from './csv.ts'
import { withFolder } from './data-folder.ts'
import { misused, readOptions } from './options.ts'
import { fields, type NotCounted, OverdueFileFault, overdueInFile } from './overdue-file.ts'

const usage = `gongzhi report overdue --at 2026-06-30T18:00 [--json] [--data 目录]
gongzhi report overdue --at 时刻 --file 文件.csv --limits Emergency=2,Urgent=24,Routine=72 [--columns number=列名,opened=列名] [--json]
  按当时已发生的事件重算：那一时刻有多少件未办结、多少件超期，逐件列出期限和超期小时数
  --file     直接读 CSV，不需要数据库；每件按自己的目标期限或时限小时，否则按优先级的小时数
  --limits   优先级=小时，用逗号隔开；优先级列里含有这个词即算
  --columns  列名与内部名不同时指明，内部名：${fields.join('、')}`

const options = {
  at: { type: 'string' },
  file: { type: 'string' },
  limits: { type: 'string' },
  columns: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

interface CaseShown extends Verdict {
  number: string
  openedAt: string
}

export const command: Command = {
  summary: '诉求在任一时刻的未办结和超期件数 (claims open and overdue at an instant)',
  usage,
  async run(argv, io) {
    const read = readOptions(argv, options, usage, io)
    if (!read) return 2
    const { values, words } = read
    const start = readStart(values.at ?? '')
    if (words[0] !== 'overdue' || words.length > 1 || start === undefined) return misused(io, usage)
    const at = (start instanceof Date ? start : new Date(`${start}T00:00:00+08:00`)).toISOString()
    try {
      const { cases, notCounted } =
        values.file === undefined ? await ofInstallation(at, values.data) : await ofFile(at, values)
      const open = cases.filter((one) => one.isOpen)
      const overdue = open.filter((one) => one.isOverdue)
      const counts = {
        at,
        filed: cases.length,
        open: open.length,
        overdue: overdue.length,
        not_counted: notCounted.length,
      }
      if (values.json)
        io.out(JSON.stringify({ ...counts, cases: cases.map(shown), not_counted_rows: notCounted }))
      else {
        for (const { row, column, why } of notCounted) io.err(`第 ${row} 行（${column}）：${why}，不计。`)
        for (const { number, dueAt, overdueHours } of overdue)
          io.out(`${number}  期限 ${dueAt}  超期 ${overdueHours} 小时`)
        io.out(`${at}：已反映 ${counts.filed} 件，未办结 ${counts.open} 件，其中超期 ${counts.overdue} 件。`)
      }
      return 0
    } catch (fault) {
      if (!(fault instanceof OverdueFileFault)) throw fault
      io.err(`${fault.message}。`)
      return 2
    }
  },
}

const shown = ({ number, state, isOpen, openedAt, dueAt, isOverdue, overdueHours }: CaseShown) => ({
  number,
  state,
  open: isOpen,
  opened_at: openedAt,
  due_at: dueAt,
  overdue: isOverdue,
  overdue_hours: overdueHours,
})

interface Found {
  cases: CaseShown[]
  notCounted: NotCounted[]
}

const ofInstallation = (at: string, data: string | undefined): Promise<Found> =>
  withFolder(data, async ({ database: { db } }) => {
    const rulebook = loadRulebook()
    const limits = remembered((id, day) => limitAt(rulebook, id, day).value.toString())
    const calendar = await currentCalendar(db, rulebook.calendars)
    const cases: CaseShown[] = []
    for await (const one of claimsAt(db, at, { calendar, limits })) cases.push(one)
    return { cases, notCounted: [] }
  })

async function ofFile(
  at: string,
  { file = '', limits, columns }: { file?: string; limits?: string; columns?: string },
): Promise<Found> {
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) throw new OverdueFileFault(`读不到文件“${file}”`)
  const hours = new Map(pairs(limits).map(([name, value]) => [name, Number(value)]))
  const wrong = [...hours].find(([, value]) => !(value > 0))
  if (wrong) throw new OverdueFileFault(`--limits 里“${wrong[0]}”的小时数不对`)
  return overdueInFile(decodeSheetText(bytes), {
    at,
    now: new Date(),
    limits: hours,
    columns: Object.fromEntries(pairs(columns)),
  })
}

const pairs = (text = ''): [string, string][] =>
  text.split(',').flatMap((pair) => {
    const [name = '', value = ''] = pair.split('=').map((part) => part.trim())
    return name === '' ? [] : [[name, value] as [string, string]]
  })
