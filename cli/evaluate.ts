import { perform } from '../server/access/action.ts'
import type { Context } from '../server/access/context.ts'
import {
  evaluateRound,
  type FoundRound,
  roundById,
  runPass,
  type Wanted,
} from '../server/modules/evaluation/index.ts'
import { placesByCode } from '../server/modules/organisations/index.ts'
import { Refusal } from '../server/platform/problems/refusal.ts'
import type { Editions } from '../server/rulebook/load.ts'
import { acting, told } from './acting.ts'
import type { Command, Io } from './command.ts'
import { oneRound, RoundFault } from './one-round.ts'
import { misused, readOptions } from './options.ts'
import { type ScoresToWrite, writeScores } from './write-scores.ts'

const usage = `先重新计算这一轮，再写出得分；公示以后的轮次不再计算。
gongzhi evaluate --round R [--table A.1] [--place 代码] --out FILE.xlsx|FILE.json
  --round    年度/名称（2026/试评）、年度（2026，只有一轮时）或轮次编号
  --table    只写这一张表的得分：A.1、A.2、A.3、A.4
  --place    只写这一区划（12位代码）之内的得分
  --out      写到哪个文件：.xlsx 或 .json
  --account  以哪个账号办理；不写则用第一个市物业主管部门账号
  --data     数据目录；不写则用 GONGZHI_DATA`

const options = {
  round: { type: 'string' },
  table: { type: 'string' },
  place: { type: 'string' },
  out: { type: 'string' },
  account: { type: 'string' },
  data: { type: 'string' },
} as const

/** Something the person who typed the command can put right. */
class UsageFault extends Error {}

export const command: Command = {
  summary: '计算一轮评价并写出全部得分 (evaluate a round and write every score)',
  usage,
  async run(argv, io) {
    const read = readOptions(argv, options, usage, io)
    if (!read) return 1
    const { round, out, table, place, account, data } = read.values
    if (!round || read.words.length > 0) return misused(io, usage)
    if (!out) {
      io.err(`请写明 --out 文件（.xlsx 或 .json）。\n用法：\n${usage}`)
      return 1
    }
    if (!/\.(xlsx|json)$/.test(out)) {
      io.err(`--out 的文件名应以 .xlsx 或 .json 结尾，“${out}”不是。`)
      return 1
    }
    try {
      await acting(async ({ app, as }) => {
        const ctx = told(await as(account), io)
        const { editions, demo } = app.engine
        const found = await oneRound(ctx.db, round)
        const wanted = await readWanted(ctx, editions, found, { table, place })
        await evaluate(ctx, app.engine, found, io)
        const written = await writeScores({
          ctx,
          editions,
          round: found,
          wanted,
          out,
          demo,
        } satisfies ScoresToWrite)
        io.out(`${written} 个对象的得分已写到 ${out}`)
      }, data)
      return 0
    } catch (fault) {
      if (fault instanceof Refusal) io.err(`${fault.zh}\n${fault.en}`)
      else if (fault instanceof UsageFault || fault instanceof RoundFault) io.err(fault.message)
      else throw fault
      return 1
    }
  },
}

async function readWanted(
  { db }: Context,
  editions: Editions,
  round: FoundRound,
  { table, place }: { table: string | undefined; place: string | undefined },
): Promise<Wanted> {
  const known = Object.keys((await editions.rulebookOf(round.edition)).rows[round.edition] ?? {})
  if (table !== undefined && !known.includes(table))
    throw new UsageFault(`没有“${table}”表，可选：${known.join('、')}`)
  if (place === undefined) return { table }
  const found = (await placesByCode(db, [place])).get(place)
  if (!found) throw new UsageFault(`没有代码为“${place}”的区划。请写12位统计用区划代码或小区代码。`)
  return { table, placeId: found.id }
}

async function evaluate(ctx: Context, engine: Parameters<typeof runPass>[0], round: FoundRound, io: Io) {
  const from = performance.now()
  const { runId } = await perform(ctx, evaluateRound(engine), { id: round.id })
  await runPass(engine, ctx, round.id, runId)
  const { tables } = await roundById(ctx, round.id)
  const subjects = tables.reduce((sum, table) => sum + table.subjects, 0)
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  io.err(`“${round.name}”已算出：${subjects} 个对象，${seconds} 秒`)
}
