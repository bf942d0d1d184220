import type { EditionTable, Rulebook } from '../server/rulebook/load.ts'
import type { FactDefinition } from '../server/rulebook/schema/facts.ts'
import type { Reading } from '../server/modules/evaluation/rules/reading.ts'
import { beyondWhole, wholeOf } from '../server/modules/evaluation/rules/part-of-whole.ts'
import { gatherIncidents, readCells } from '../server/modules/evaluation/rules/read-cells.ts'
import { cellRefusals } from '../server/modules/evaluation/rules/read-cells-texts.ts'
import { Fraction } from '../server/values/fraction.ts'
import { CsvFault, parseCsv } from './csv.ts'

const COLUMNS = ['subject', 'fact', 'numerator', 'denominator', 'value', 'note'] as const
type Column = (typeof COLUMNS)[number]

/** What is wrong with a facts file, as one Chinese sentence that names line and column. */
export class FactsFileFault extends Error {
  constructor(line: number, column: string | null, what: string) {
    super(`第${line}行${column === null ? '' : `“${column}”列`}：${what.endsWith('。') ? what : `${what}。`}`)
    this.name = 'FactsFileFault'
  }
}

/**
 * Reads a facts sheet (columns subject, fact, numerator, denominator, value, note) into the readings of each
 * subject, in the order of first appearance. `fact` may also be the id of an indicator of the table.
 * Rows without any quantity are left out: their fact stays missing. Throws FactsFileFault at the first fault.
 */
export function readFactsFile(
  text: string,
  table: EditionTable,
  rulebook: Rulebook,
): Map<string, Map<string, Reading>> {
  const [header, ...records] = recordsOf(text)
  const place = columnsOf(header)
  const subjects = new Map<string, Map<string, { line: number; rows: Reading[] }>>()
  for (const { line, cells } of records) {
    if (cells.length > (header?.cells.length ?? 0))
      throw new FactsFileFault(line, null, '单元格比表头多，是否有逗号没加引号')
    const cell = (column: Column) => cells[place[column] ?? -1]?.trim() ?? ''
    const subject = cell('subject')
    if (subject === '') throw new FactsFileFault(line, 'subject', '没有填写评价对象')
    const fact = factOf(cell('fact'), line, table, rulebook)
    const facts = subjects.get(subject) ?? new Map<string, { line: number; rows: Reading[] }>()
    subjects.set(subject, facts)
    const reading = readRow({ line, cell, fact, table })
    if (reading === null) continue
    const known = facts.get(fact.id)
    if (known === undefined) facts.set(fact.id, { line, rows: [reading] })
    else if (fact.shape === 'deduction') known.rows.push(reading)
    else throw new FactsFileFault(line, 'fact', `“${subject}”的“${fact.id}”重复，已见于第${known.line}行`)
  }
  return new Map([...subjects].map(([subject, facts]) => [subject, gathered(facts, rulebook)]))
}

function recordsOf(text: string) {
  try {
    return parseCsv(text)
  } catch (e) {
    if (e instanceof CsvFault) throw new FactsFileFault(e.line, null, e.message)
    throw e
  }
}

function columnsOf(header: { line: number; cells: string[] } | undefined): Partial<Record<Column, number>> {
  if (!header) throw new FactsFileFault(1, null, `文件是空的，第一行应是表头 ${COLUMNS.join(',')}`)
  const place: Partial<Record<Column, number>> = {}
  header.cells.forEach((name, i) => {
    const column = COLUMNS.find((c) => c === name.trim().toLowerCase())
    if (!column) throw new FactsFileFault(header.line, name, `表头里不认识这一列，应为 ${COLUMNS.join(',')}`)
    if (place[column] !== undefined) throw new FactsFileFault(header.line, name, '表头里这一列重复')
    place[column] = i
  })
  for (const column of ['subject', 'fact'] as const) {
    if (place[column] === undefined) throw new FactsFileFault(header.line, column, '表头缺少这一列')
  }
  return place
}

function factOf(name: string, line: number, table: EditionTable, rulebook: Rulebook): FactDefinition {
  if (name === '') throw new FactsFileFault(line, 'fact', '没有填写事实编号')
  const id = table.rows.find((r) => r.id === name)?.fact ?? name
  const fact = Object.hasOwn(rulebook.facts, id) ? rulebook.facts[id] : undefined
  if (!fact) {
    throw new FactsFileFault(
      line,
      'fact',
      `不认识“${name}”，请填事实编号或表${table.id}的指标编号（gongzhi scheme show ${table.id}）`,
    )
  }
  return fact
}

interface Row {
  line: number
  cell(column: Column): string
  fact: FactDefinition
  table: EditionTable
}

function readRow({ line, cell, fact, table }: Row): Reading | null {
  const cells = {
    numerator: cell('numerator'),
    denominator: cell('denominator'),
    value: cell('value'),
    note: cell('note'),
  }
  const read = readCells(cells, fact)
  if (!read.ok) {
    if (read.reason === 'empty') return null
    const column = read.column ?? 'value'
    const levels = read.reason === 'level' ? `可填：${Object.keys(fact.levels ?? {}).join('、')}。` : ''
    throw new FactsFileFault(line, column, `“${cells[column]}”${cellRefusals[read.reason].reason}${levels}`)
  }
  const asked = table.rows.find((row) => row.fact === fact.id && row.mechanism === 'checklist')
  const beyond =
    read.value.notApplicable === null &&
    beyondWhole(read.value, fact, wholeOf(fact, asked?.figures.of?.value))
  if (beyond) throw new FactsFileFault(line, beyond.column, beyond.reason)
  if (fact.shape === 'deduction') checkSeverity(read.value, { line, cell, fact, table })
  return read.value
}

/** A severity is a name of the row's scale or points between its limits; 0 says that there was none. */
function checkSeverity(reading: Reading, { line, fact, table }: Row): void {
  const row = table.rows.find((r) => r.fact === fact.id)
  if (row?.mechanism !== 'deduction' || reading.name === null) return
  const { severities } = row.parameters
  const points = Fraction.find(reading.name)
  const [least, most] = [row.figures.least?.value, row.figures.most?.value]
  const inside =
    points !== undefined &&
    least !== undefined &&
    most !== undefined &&
    (points.isZero() || (points.compare(least) >= 0 && points.compare(most) <= 0))
  if (inside || Object.hasOwn(severities, reading.name)) return
  const names = Object.keys(severities).join('、')
  const range = `${least?.toDecimal()} 至 ${most?.toDecimal()}`
  throw new FactsFileFault(
    line,
    'value',
    `“${reading.name}”不是扣分等次，可填：${names}，或 ${range} 分，没有填 0`,
  )
}

function gathered(facts: Map<string, { rows: Reading[] }>, rulebook: Rulebook): Map<string, Reading> {
  const readings = new Map<string, Reading>()
  for (const [id, { rows }] of facts) {
    const excused = rows.find((r) => r.notApplicable !== null)
    const [first] = rows
    const isDeduction = rulebook.facts[id]?.shape === 'deduction'
    const reading = isDeduction && !excused ? gatherIncidents(rows) : (excused ?? first)
    if (reading) readings.set(id, reading)
  }
  return readings
}
