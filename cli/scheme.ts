import { parseArgs } from 'node:util'
import { checkProposal } from '../server/rulebook/check-proposal.ts'
import { describeFault, editionAt, loadRulebook, RulebookError } from '../server/rulebook/load.ts'
import { shanghaiDay } from '../server/values/days.ts'
import type { Command, Io } from './command.ts'

const usage = `gongzhi scheme show A.1 [--json]    按表内顺序列出指标
gongzhi scheme check FILE           检查拟议的版本（{scheme, indicators, limits?}）或单张表的文件
  样例：rulebook/indicators/A.1.yaml 就是一张表的文件，复制一份改动后检查`

export const command: Command = {
  summary: '查看评价细则，检查拟议的版本 (show the tables, check a proposed edition)',
  usage,
  async run(argv, io) {
    const { verb, name, json, problem } = optionsOf(argv)
    try {
      if (problem === undefined && verb === 'show' && name !== undefined) return show(name, json, io)
      if (problem === undefined && verb === 'check' && name !== undefined) return check(name, io)
    } catch (e) {
      if (!(e instanceof RulebookError)) throw e
      io.err(e.message)
      return 1
    }
    io.err(`${problem ?? '请写明要做什么'}。\n用法：\n${usage}`)
    return 1
  },
}

function optionsOf(argv: string[]) {
  try {
    const options = { json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true, strict: true })
    const [verb, name, extra] = positionals
    return { verb, name, json: values.json, problem: extra === undefined ? undefined : `不认识“${extra}”` }
  } catch (e) {
    return { json: false, problem: `参数写法不对（${e instanceof Error ? e.message : String(e)}）` }
  }
}

function show(table: string, json: boolean, io: Io): number {
  const rulebook = loadRulebook()
  const tables = rulebook.rows[editionAt(rulebook, shanghaiDay(new Date()))] ?? {}
  const rows = Object.hasOwn(tables, table) ? tables[table] : undefined
  if (!rows) {
    io.err(`没有“${table}”表，可选：${Object.keys(tables).join('、')}。`)
    return 1
  }
  if (json) {
    io.out(
      JSON.stringify(
        rows.map((row) => ({
          id: row.id,
          table,
          level1: row.level1,
          level2: row.level2,
          indicator: row.indicator,
          points: Number(row.points),
          evaluator: row.evaluator,
          variant: row.variant,
          mechanism: row.mechanism,
          facts: [row.fact, row.gate].filter((id) => typeof id === 'string'),
        })),
        null,
        2,
      ),
    )
    return 0
  }
  let group = ''
  for (const row of rows) {
    if (row.level1 !== group) io.out(`【${row.level1}】`)
    group = row.level1
    const variant = row.variant === null ? '' : `（${row.variant}）`
    io.out(
      `${row.id}  ${row.points.padStart(2)}分  ${row.indicator}${variant}  ${row.evaluator}  ${row.mechanism}`,
    )
  }
  return 0
}

function check(path: string, io: Io): number {
  const { edition, tables, rows, faults } = checkProposal(path)
  if (faults.length === 0) {
    io.out(`${path}：没有发现错误。版本 ${edition}，${tables.join('、')}，共 ${rows} 行。`)
    return 0
  }
  for (const fault of faults) io.out(describeFault(fault))
  io.err(`${path}：有 ${faults.length} 处错误，请改正后再检查。`)
  return 1
}
