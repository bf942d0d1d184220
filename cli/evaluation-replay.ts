import { createReadStream, existsSync } from 'node:fs'
import { findArchive, unpackArchive } from '../server/modules/archives/index.ts'
import { type Replay, replay } from '../server/modules/evaluation/index.ts'
import { Refusal } from '../server/platform/problems/refusal.ts'
import type { Command, Io } from './command.ts'
import { withFolder } from './data-folder.ts'
import { oneRound, RoundFault } from './one-round.ts'
import { readOptions } from './options.ts'

const usage = `gongzhi evaluation replay ROUND [--version N] [--data 目录] [--json]
gongzhi evaluation replay --file FILE.ndjson.gz [--json]
  ROUND      年度（2025）、年度/名称（2025/2025 年度）或轮次编号；取最新一版归档
  --version  取第几版归档（更正前的是第 1 版）
  --file     用下载的归档文件，不需要数据库；写了 ROUND 时核对是否同一轮
  --data     数据目录；不写则用 GONGZHI_DATA
  --json     输出一个 JSON 对象
  结果逐字节一致、校验值相符返回 0，不一致返回 1，参数或文件有误返回 2`

const options = {
  file: { type: 'string' },
  version: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

/** Something the person who typed the command can put right. */
class UsageFault extends Error {}

export const command: Command = {
  summary: '凭归档重算一轮结果并核对 (score a round again from its archive)',
  usage,
  async run(argv, io) {
    const read = readOptions(argv, options, usage, io)
    if (!read) return 2
    const { values, words } = read
    const [round, extra] = words
    try {
      if (extra !== undefined || (round === undefined && values.file === undefined))
        throw new UsageFault(`请写明一个轮次，或用 --file 写明归档文件。\n用法：\n${usage}`)
      const found = values.file ? await ofFile(values.file, round) : await ofRound(round ?? '', values)
      tell(io, found, values.json)
      return isSame(found) ? 0 : 1
    } catch (fault) {
      const said = explained(fault)
      if (said === undefined) throw fault
      io.err(said)
      return 2
    }
  },
}

function explained(fault: unknown): string | undefined {
  if (fault instanceof Refusal) return `${fault.zh}\n${fault.en}`
  return fault instanceof UsageFault || fault instanceof RoundFault ? fault.message : undefined
}

interface Found extends Replay {
  /** The file's hash as it is now, and as the installation states it; null where only the file is at hand. */
  file: { sha256: string; stated: string | null }
  seconds: number
}

const isSame = ({ different, stated, found, file }: Found): boolean =>
  different.length === 0 && stated === found && (file.stated ?? file.sha256) === file.sha256

async function scoredAgain(parts: AsyncIterable<Buffer>, stated: string | null): Promise<Found> {
  const from = performance.now()
  const { sha256, lines } = await unpackArchive(parts)
  const again = await replay(lines)
  return { ...again, file: { sha256, stated }, seconds: (performance.now() - from) / 1000 }
}

async function ofFile(path: string, round: string | undefined): Promise<Found> {
  if (!existsSync(path)) throw new UsageFault(`读不到文件“${path}”。`)
  const found = await scoredAgain(createReadStream(path), null)
  const { id, year, name } = found.round
  if (round !== undefined && ![id, String(year), `${year}/${name}`].includes(round))
    throw new UsageFault(`“${path}”是 ${year}/${name} 的归档，不是“${round}”的。`)
  return found
}

async function ofRound(
  asked: string,
  { version, data }: { version?: string; data?: string },
): Promise<Found> {
  if (version !== undefined && !/^\d{1,4}$/.test(version))
    throw new UsageFault(`--version 应是归档的版次，“${version}”不是。`)
  return await withFolder(data, async ({ database: { db } }) => {
    const round = await oneRound(db, asked)
    const wanted = version === undefined ? {} : { version: Number(version) }
    const archive = await findArchive(db, { roundId: round.id, ...wanted })
    if (!archive)
      throw new UsageFault(
        version === undefined
          ? `“${round.name}”还没有归档：进入“结果确定”阶段时才归档。`
          : `“${round.name}”没有第 ${version} 版归档。`,
      )
    return await scoredAgain(archive.parts, archive.sha256)
  })
}

function tell(io: Io, found: Found, json: boolean): void {
  const { round, results, equal, different, stated, found: again, file, seconds } = found
  if (json) {
    io.out(
      JSON.stringify({ same: isSame(found), round, results, equal, different, stated, found: again, file }),
    )
    return
  }
  const head = `“${round.name}”（${round.year}）：重算 ${results} 个结果，${equal} 个逐字节一致，${seconds.toFixed(1)} 秒`
  const hashes = [
    `  结果的校验值  归档写明 ${stated}`,
    `                重算得出 ${again}`,
    `  归档文件      SHA-256  ${file.sha256}`,
    ...(file.stated !== null && file.stated !== file.sha256
      ? [`                登记的是 ${file.stated}（不符：归档文件被改动过）`]
      : []),
  ]
  const verdict = isSame(found)
    ? ['一致：凭归档重算得到完全相同的结果。']
    : [`不一致：${different.length} 个对象的结果与归档不同`, ...different.slice(0, 50).map((id) => `  ${id}`)]
  io.out([head, ...hashes, ...verdict].join('\n'))
}
