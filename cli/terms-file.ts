import { termRules } from '../contracts/calendar/words.ts'
import { answerTerm } from '../server/modules/calendar/rules/answer-term.ts'
import { Refusal } from '../server/platform/problems/refusal.ts'
import type { Calendar } from '../server/values/working-days.ts'
import { type CsvRecord, parseCsv } from './csv.ts'

/** One line of a file of terms with its answer. */
export interface TermRow {
  rule: string
  start: string
  n: number
  due_date: string
  /** The midnight that ends the last day (for hours the moment itself), +08:00; null for UNKNOWN. */
  due_at: string | null
}

/** Says in one sentence what is wrong with the file, and on which line. */
export class TermsFileFault extends Error {}

const columns = ['rule', 'start', 'n'] as const

/**
 * Answers a CSV file whose first line names the columns rule, start and n, in any order; others are left alone.
 * @throws TermsFileFault or CsvFault at the first line that cannot be answered
 */
export function answerTerms(calendar: Calendar, text: string): TermRow[] {
  const [head, ...records] = parseCsv(text)
  if (!head) throw new TermsFileFault('文件是空的。第一行应为表头 rule,start,n。')
  const names = head.cells.map((cell) => cell.trim().toLowerCase())
  const missing = columns.filter((column) => !names.includes(column))
  if (missing.length > 0)
    throw new TermsFileFault(`文件第一行缺少 ${missing.join('、')} 列；应为表头 rule,start,n。`)
  if (records.length === 0) throw new TermsFileFault('文件只有表头，没有要计算的期限。')
  return records.map((record) => answerLine(calendar, names, record))
}

function answerLine(calendar: Calendar, names: string[], { line, cells }: CsvRecord): TermRow {
  const cell = (column: string) => cells[names.indexOf(column)]?.trim() ?? ''
  const [asked, start, n] = columns.map(cell) as [string, string, string]
  const rule = termRules.find((one) => one === asked)
  if (!rule)
    throw new TermsFileFault(`文件第 ${line} 行：没有“${asked}”这种规则，可选：${termRules.join('、')}。`)
  try {
    const { dueDate, dueAt } = answerTerm(calendar, { rule, start, n })
    return { rule, start, n: Number(n), due_date: dueDate, due_at: dueAt }
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    throw new TermsFileFault(`文件第 ${line} 行：${fault.zh}`)
  }
}

/** The answers for people, one line each under the names of the columns. */
export function termsTable(rows: readonly TermRow[]): string {
  const head = ['rule', 'start', 'n', 'due_date', 'due_at']
  const answers = rows.map((row) => [row.rule, row.start, String(row.n), row.due_date, row.due_at ?? '–'])
  const lines = [head, ...answers]
  const widths = head.map((_, i) => Math.max(...lines.map((cells) => cells[i]?.length ?? 0)))
  return lines
    .map((cells) =>
      cells
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
