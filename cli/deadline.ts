import { readFile } from 'node:fs/promises'
import { type TermRule, termRuleNames } from '../contracts/calendar/words.ts'
import { currentCalendar } from '../server/modules/calendar/index.ts'
import { answerTerm } from '../server/modules/calendar/rules/answer-term.ts'
import { Refusal } from '../server/platform/problems/refusal.ts'
import { loadRulebook } from '../server/rulebook/load.ts'
import { daysOfNotice } from '../server/values/holiday-notice.ts'
import { type Calendar, calendarOf, type Deadline } from '../server/values/working-days.ts'
import type { Command } from './command.ts'
import { CsvFault, decodeSheetText } from './csv.ts'
import { withFolder } from './data-folder.ts'
import { answerTerms, TermsFileFault, termsTable } from './terms-file.ts'
import { readOptions } from './options.ts'

const usage = `gongzhi deadline --from 2026-09-30T15:00 --working-days 5 [--json]
gongzhi deadline --from 2026-09-30 --calendar-days 15 [--json]   末日遇休息日顺延（民法典第二百零三条）
gongzhi deadline --from 2026-09-30T15:00 --hours 24 [--json]     昼夜连续计算
gongzhi deadline --before 2026-12-01 --days 15 [--json]          提前通知：倒算，不顺延
gongzhi deadline --file 文件.csv [--json]   列 rule,start,n；rule 为 working_days、calendar_days_art203、hours、notice_before
  --data     另用这套系统里已载入的放假通知；不写则只用随附的各年通知，不需要数据库
  起算当日不计；到期时刻是末日结束的零点，写作次日 00:00；超出已公布的年度时为 UNKNOWN，另给暂定日期`

const options = {
  from: { type: 'string' },
  before: { type: 'string' },
  'working-days': { type: 'string' },
  'calendar-days': { type: 'string' },
  hours: { type: 'string' },
  days: { type: 'string' },
  file: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

type Values = NonNullable<ReturnType<typeof readOptions<typeof options>>>['values']

/** Something the person who typed the command can put right. */
class UsageFault extends Error {}

export const command: Command = {
  summary: '按工作日历计算到期时刻，不需要数据库 (when a term is over, by the official working days)',
  usage,
  async run(argv, io) {
    const read = readOptions(argv.reduce(withNegatives, []), options, usage, io)
    if (!read) return 2
    const { values, words } = read
    try {
      if (words.length > 0) throw new UsageFault(`不认识“${words[0]}”`)
      const asked = values.file === undefined ? termOf(values) : await fileOf(values)
      const calendar = await calendarOfInstallation(values.data)
      if (typeof asked === 'string') {
        const rows = answerTerms(calendar, asked)
        io.out(values.json ? JSON.stringify(rows) : termsTable(rows))
      } else {
        const deadline = answerTerm(calendar, asked)
        io.out(values.json ? JSON.stringify(rowOf(asked, deadline)) : sentence(asked, deadline, calendar))
      }
      return 0
    } catch (fault) {
      const said = explained(fault)
      if (said === undefined) throw fault
      io.err(said)
      return 2
    }
  },
}

/** A value such as -5 is joined to its option, or it would be read as an option itself. */
function withNegatives(words: string[], word: string): string[] {
  const before = words.at(-1)
  const isValue = /^-\d/.test(word) && before?.startsWith('--') === true && !before.includes('=')
  return isValue ? [...words.slice(0, -1), `${before}=${word}`] : [...words, word]
}

function explained(fault: unknown): string | undefined {
  if (fault instanceof Refusal) return fault.zh
  if (fault instanceof UsageFault) return `${fault.message}。用法见 npx gongzhi help deadline`
  if (fault instanceof CsvFault) return `文件第 ${fault.line} 行不是 CSV：${fault.message}。`
  return fault instanceof TermsFileFault ? fault.message : undefined
}

interface Term {
  rule: TermRule
  start: string
  n: string
}

const lengths = [
  ['working-days', 'working_days', 'from'],
  ['calendar-days', 'calendar_days_art203', 'from'],
  ['hours', 'hours', 'from'],
  ['days', 'notice_before', 'before'],
] as const

/** The one term that the options name. */
function termOf(values: Values): Term {
  const given = lengths.filter(([option]) => values[option] !== undefined)
  const [only, another] = given
  if (!only || another)
    throw new UsageFault('请写明 --working-days、--calendar-days、--hours、--days 其中一种')
  const [option, rule, startOption] = only
  const start = values[startOption]
  if (start === undefined) throw new UsageFault(`--${option} 要与 --${startOption} 一起用`)
  if (values.from !== undefined && values.before !== undefined)
    throw new UsageFault('--from 与 --before 只能写一个')
  return { rule, start, n: values[option] ?? '' }
}

async function fileOf(values: Values): Promise<string> {
  const further = [...lengths.map(([option]) => option), 'from' as const, 'before' as const]
  if (further.some((option) => values[option] !== undefined))
    throw new UsageFault('--file 不能与其他期限选项一起用')
  try {
    return decodeSheetText(await readFile(values.file ?? ''))
  } catch {
    throw new UsageFault(`读不到文件“${values.file}”`)
  }
}

/** The shipped years, and with `--data` those that were loaded in that installation. */
async function calendarOfInstallation(data: string | undefined): Promise<Calendar> {
  const shipped = loadRulebook().calendars
  if (data === undefined) return calendarOf(shipped.map(daysOfNotice))
  return await withFolder(data, ({ database }) => currentCalendar(database.db, shipped))
}

const rowOf = ({ rule, start, n }: Term, { dueDate, dueAt, provisional }: Deadline) => ({
  rule,
  start,
  n: Number(n),
  due_date: dueDate,
  due_at: dueAt,
  provisional,
})

function sentence({ rule, start, n }: Term, deadline: Deadline, { years }: Calendar): string {
  const term = `${start} ${rule === 'notice_before' ? '的' : '起'} ${n} ${termRuleNames[rule].zh}`
  const { dueAt, provisional } = deadline
  if (rule === 'hours') return `${dueAt}  （${term}）`
  if (dueAt !== null) return `${dueAt}  （${term}：末日 ${deadline.dueDate}）`
  const known = [...years].sort((a, b) => a - b).join('、')
  const perhaps = provisional === null ? '也推算不出暂定日期' : `暂定末日 ${provisional}，以当年放假通知为准`
  return `UNKNOWN  （${term}：超出已有放假通知的年度 ${known}；${perhaps}）`
}
