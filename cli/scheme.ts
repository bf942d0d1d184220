import { parseArgs } from 'node:util'
import { publishedDocuments } from '../server/modules/standards/index.ts'
import { StartFault } from '../server/platform/start-fault.ts'
import { checkProposal } from '../server/rulebook/check-proposal.ts'
import {
  describeFault,
  editionAt,
  type Editions,
  editionsOver,
  loadRulebook,
  RulebookError,
  shippedEditions,
} from '../server/rulebook/load.ts'
import { shanghaiDay } from '../server/values/days.ts'
import type { Command, Io } from './command.ts'
import { isInstalled, withFolder } from './data-folder.ts'

const usage = `gongzhi scheme show A.1 [--edition 版本编号] [--json]   按表内顺序列出指标；不写版本则列随产品提供的现行版本
gongzhi scheme editions [--json]    列出已发布的版本：随产品提供的，以及本市在系统里发布的
gongzhi scheme check FILE           检查拟议的版本（{scheme, indicators, limits?}）或单张表的文件
  样例：rulebook/indicators/A.1.yaml 就是一张表的文件，复制一份改动后检查
  --data   数据目录；不写则用 GONGZHI_DATA。本市发布的版本在数据库里，没有安装时只有随产品提供的`

export const command: Command = {
  summary: '查看评价细则，检查拟议的版本 (show the tables, check a proposed edition)',
  usage,
  async run(argv, io) {
    const { verb, name, json, edition, data, problem } = optionsOf(argv)
    try {
      if (problem === undefined && verb === 'show' && name !== undefined) {
        const table = (editions: Editions) => show(editions, { table: name, edition, json }, io)
        const shipped = shippedEditions(loadRulebook())
        const isShipped = edition === undefined || Object.hasOwn(shipped.shipped.schemes, edition)
        return isShipped ? await table(shipped) : await withEditions(data, table)
      }
      if (problem === undefined && verb === 'editions' && name === undefined)
        return await withEditions(data, (editions) => list(editions, json, io))
      if (problem === undefined && verb === 'check' && name !== undefined) return check(name, io)
    } catch (e) {
      if (!(e instanceof RulebookError || e instanceof StartFault)) throw e
      io.err(e.message)
      return 1
    }
    io.err(`${problem ?? '请写明要做什么'}。\n用法：\n${usage}`)
    return 1
  },
}

/** What was asked for when nothing could be read. */
const none = { verb: undefined, name: undefined, json: false, edition: undefined, data: undefined }

function optionsOf(argv: string[]) {
  try {
    const options = {
      json: { type: 'boolean', default: false },
      edition: { type: 'string' },
      data: { type: 'string' },
    } as const
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true, strict: true })
    const [verb, name, extra] = positionals
    const { json, edition, data } = values
    return { verb, name, json, edition, data, problem: extra === undefined ? undefined : `不认识“${extra}”` }
  } catch (e) {
    return { ...none, problem: `参数写法不对（${e instanceof Error ? e.message : String(e)}）` }
  }
}

/** The editions of the installation beside the shipped ones, where there is an installation. */
async function withEditions(
  data: string | undefined,
  work: (editions: Editions) => Promise<number>,
): Promise<number> {
  if (!isInstalled(data)) return await work(shippedEditions(loadRulebook()))
  return await withFolder(data, ({ database }) =>
    work(editionsOver(loadRulebook(), publishedDocuments(database.db))),
  )
}

async function list(editions: Editions, json: boolean, io: Io): Promise<number> {
  const { schemes, rows } = await editions.whole()
  const found = Object.values(schemes).map(({ id, title, from, to }) => ({
    id,
    title,
    from,
    to,
    shipped: Object.hasOwn(editions.shipped.schemes, id),
    rows: Object.values(rows[id] ?? {}).flat().length,
  }))
  if (json) io.out(JSON.stringify(found, null, 2))
  else
    for (const one of found)
      io.out(
        `${one.id}  ${one.from} 至 ${one.to ?? '今'}  ${one.rows} 行  ${one.title}（${one.shipped ? '随产品提供' : '本市发布'}）`,
      )
  return 0
}

interface ToShow {
  table: string
  edition: string | undefined
  json: boolean
}

async function show(editions: Editions, { table, edition, json }: ToShow, io: Io): Promise<number> {
  const { shipped } = editions
  const id = edition ?? editionAt(shipped, shanghaiDay(new Date()))
  const rulebook = await editions.find(id)
  if (!rulebook) {
    io.err(`没有编号为“${id}”的已发布版本。可用 gongzhi scheme editions 列出。`)
    return 1
  }
  const tables = rulebook.rows[id] ?? {}
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
