import { judged, type Verdict } from '../server/modules/petitions/index.ts'
import { readStart } from '../server/values/working-days.ts'
import { parseCsv } from './csv.ts'

export interface CaseOfFile extends Verdict {
  number: string
  openedAt: string
}
export interface NotCounted {
  row: number
  column: string
  why: string
}

export class OverdueFileFault extends Error {}

export const fields = ['number', 'opened', 'closed', 'priority', 'hours', 'target'] as const
type Field = (typeof fields)[number]

/** Headings by which a column is known without being named. */
const headings: Record<Field, readonly string[]> = {
  number: ['number', '编号'],
  opened: ['opened', '反映时间'],
  closed: ['closed', '办结时间'],
  priority: ['priority', 'category', '类别', '优先级'],
  hours: ['hours', '时限（小时）'],
  target: ['target', '目标期限'],
}

interface Asked {
  /** ISO instant in UTC. */
  at: string
  now: Date
  /** Hours by priority. */
  limits: ReadonlyMap<string, number>
  /** Headings by field, where they are others. */
  columns: Partial<Record<Field, string>>
}

/**
 * Cases of a CSV file as they stood at an instant: no database, no calendar, each by its own target or hours, else by the
 * hours of its priority. What cannot be is named by row and column and counts nowhere.
 */
export function overdueInFile(text: string, asked: Asked): { cases: CaseOfFile[]; notCounted: NotCounted[] } {
  const [head, ...records] = parseCsv(text)
  if (!head) throw new OverdueFileFault('文件是空的')
  const names = head.cells.map((cell) => cell.trim().toLowerCase())
  const place = (field: Field) => {
    const known = asked.columns[field] ? [asked.columns[field].toLowerCase()] : headings[field]
    return names.findIndex((name) => known.includes(name))
  }
  const places = Object.fromEntries(fields.map((field) => [field, place(field)])) as Record<Field, number>
  for (const field of ['number', 'opened', 'closed'] as const)
    if (places[field] < 0) throw new OverdueFileFault(`没有 ${field} 列，可用 --columns ${field}=列名 指明`)
  const cases: CaseOfFile[] = []
  const notCounted: NotCounted[] = []
  for (const { line, cells } of records) {
    const cell = (field: Field) => cells[places[field]]?.trim() ?? ''
    const say = (field: Field, why: string) =>
      notCounted.push({ row: line, column: head.cells[places[field]] ?? field, why })
    const opened = instantOf(cell('opened'))
    const closed = cell('closed') === '' ? null : instantOf(cell('closed'))
    if (opened === undefined) say('opened', `“${cell('opened')}”不是时间`)
    else if (closed === undefined) say('closed', `“${cell('closed')}”不是时间`)
    else if (opened > asked.now) say('opened', '时间还没有到')
    else if (closed !== null && closed > asked.now) say('closed', '时间还没有到')
    else if (closed !== null && closed < opened) say('closed', '办结早于反映')
    else if (opened.toISOString() <= asked.at) {
      const open = closed === null || closed.toISOString() > asked.at
      const due = dueOf(opened, cell, asked.limits)
      const verdict = judged(open ? 'open' : 'closed', open, due?.toISOString() ?? null, asked.at)
      cases.push({ number: cell('number'), openedAt: opened.toISOString(), ...verdict })
    }
  }
  return { cases, notCounted }
}

function instantOf(text: string): Date | undefined {
  const at = readStart(text)
  return typeof at === 'string' ? new Date(`${at}T00:00:00+08:00`) : at
}

function dueOf(
  opened: Date,
  cell: (field: Field) => string,
  limits: ReadonlyMap<string, number>,
): Date | undefined {
  const target = cell('target') === '' ? undefined : instantOf(cell('target'))
  if (target) return target
  const priority = cell('priority').toLowerCase()
  const hours =
    Number(cell('hours')) || [...limits].find(([name]) => priority.includes(name.toLowerCase()))?.[1]
  return hours ? new Date(opened.getTime() + hours * 3_600_000) : undefined
}
