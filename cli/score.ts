import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { preparePlan } from '../server/modules/evaluation/rules/plan.ts'
import {
  edition,
  editionAt,
  loadRulebook,
  RulebookError,
  type EditionTable,
} from '../server/rulebook/load.ts'
import { subjectKind, type SubjectKind } from '../server/rulebook/schema/primitives.ts'
import { shanghaiDay } from '../server/values/days.ts'
import { scoreSubject } from '../server/modules/evaluation/rules/score-subject.ts'
import type { Command } from './command.ts'
import { decodeSheetText } from './csv.ts'
import { FactsFileFault, readFactsFile } from './facts-file.ts'
import { scoreReport, scoreText } from './score-report.ts'

const usage = `gongzhi score --table A.1 [--variant 老旧小区] [--level street|community] --facts FILE.csv [--json]
  FILE.csv 的列：subject, fact, numerator, denominator, value, note（第一行是表头）
  样例：docs/samples/facts.csv
  fact 填事实编号或指标编号（如 1-04）；不适用的在 value 填“不适用”，或在 note 写“不适用:原因”
  扣分事实（负面清单）可写多行，note 填事件编号，同一事件只扣一次`

/** Something the person who typed the command can put right. */
class UsageFault extends Error {}

export const command: Command = {
  summary: '按给定事实打分，不需要数据库 (score given facts without a database)',
  usage,
  async run(argv, io) {
    try {
      const options = optionsOf(argv)
      const rulebook = loadRulebook()
      const day = shanghaiDay(new Date())
      const { tables, settings } = edition(rulebook, editionAt(rulebook, day), day)
      const table = tables[options.table]
      if (!table) throw new UsageFault(`没有“${options.table}”表，可选：${Object.keys(tables).join('、')}`)
      const plan = preparePlan(table, settings, {
        level: levelOf(table, options.level),
        variant: variantOf(table, options.variant),
      })
      if (!/\.csv$/i.test(options.facts)) throw new UsageFault('事实文件只接受 .csv')
      const subjects = readFactsFile(await textOf(options.facts), table, rulebook)
      const reports = [...subjects].map(([subject, readings]) =>
        scoreReport(subject, plan, scoreSubject(plan, readings)),
      )
      io.out(options.json ? JSON.stringify(reports, null, 2) : reports.map(scoreText).join('\n\n'))
      return 0
    } catch (e) {
      const said = explained(e)
      if (said === undefined) throw e
      io.err(said)
      return 1
    }
  },
}

/** What the person at the terminal can do about it; undefined for a fault of ours. */
function explained(fault: unknown): string | undefined {
  if (fault instanceof RulebookError) return fault.message
  if (fault instanceof FactsFileFault) return `事实文件有误，${fault.message}`
  return fault instanceof UsageFault ? `${fault.message}。\n用法：${usage}` : undefined
}

function optionsOf(argv: string[]) {
  const options = {
    table: { type: 'string' },
    variant: { type: 'string' },
    level: { type: 'string' },
    facts: { type: 'string' },
    json: { type: 'boolean', default: false },
  } as const
  try {
    const { values } = parseArgs({ args: argv, options, strict: true })
    const { table, facts } = values
    if (table === undefined) throw new UsageFault('请用 --table 写明是哪张表')
    if (facts === undefined) throw new UsageFault('请用 --facts 写明事实文件')
    return { ...values, table, facts }
  } catch (e) {
    if (e instanceof UsageFault) throw e
    throw new UsageFault(`参数写法不对（${e instanceof Error ? e.message : String(e)}）`)
  }
}

/** The level asked for, else the first the table scores: a street for A.3. */
function levelOf(table: EditionTable, asked: string | undefined): SubjectKind {
  const levels = subjectKind.options.filter((kind) => table.rows.some((r) => r.levels.includes(kind)))
  const level = asked === undefined ? levels[0] : levels.find((l) => l === asked)
  if (level === undefined)
    throw new UsageFault(`表${table.id}没有“${asked}”这一层级，可选：${levels.join('、')}`)
  return level
}

/** The variant asked for, else the first of the table: 既有民用建筑 for A.1. */
function variantOf(table: EditionTable, asked: string | undefined): string | null {
  if (asked === undefined) return table.variants[0] ?? null
  if (table.variants.length === 0) throw new UsageFault(`表${table.id}不分类型，请去掉 --variant`)
  if (!table.variants.includes(asked)) {
    throw new UsageFault(`表${table.id}没有“${asked}”类型，可选：${table.variants.join('、')}`)
  }
  return asked
}

async function textOf(path: string): Promise<string> {
  try {
    return decodeSheetText(await readFile(path))
  } catch {
    throw new UsageFault(`读不到事实文件“${path}”`)
  }
}
