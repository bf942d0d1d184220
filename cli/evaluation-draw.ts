import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { type DrawPaper, drawPaper } from '../contracts/grading/draw.ts'
import { drawnAgain, type RepeatFault } from '../server/modules/grading/index.ts'
import type { Command } from './command.ts'
import { readOptions } from './options.ts'

const usage = `gongzhi evaluation draw FILE [--json]
  FILE    公布的随机分配记录（JSON，从“随机分配”页面或公众网站下载）
  --json  输出 {"same":true,"faults":[]}
  结果一致返回 0，不一致返回 1，文件读不懂返回 2`

/** The paper as it is downloaded, or as the public endpoint answers it. */
const file = z.union([drawPaper, z.object({ paper: drawPaper }).transform(({ paper }) => paper)])

export const command: Command = {
  summary: '重做考核组随机分配并核对 (repeat the published draw)',
  usage,
  async run(argv, io) {
    const read = readOptions(argv, { json: { type: 'boolean', default: false } } as const, usage, io)
    const [name, ...more] = read?.words ?? []
    if (!read || name === undefined || more.length > 0) {
      if (read) io.err(`请写明一个文件。\n用法：\n${usage}`)
      return 2
    }
    const paper = await paperIn(name)
    if (typeof paper === 'string') {
      io.err(paper)
      return 2
    }
    const again = drawnAgain(paper)
    io.out(read.values.json ? JSON.stringify(again) : report(paper, again))
    return again.same ? 0 : 1
  },
}

async function paperIn(name: string): Promise<DrawPaper | string> {
  let text: string
  try {
    text = await readFile(name, 'utf8')
  } catch {
    return `读不到文件“${name}”。`
  }
  try {
    return file.parse(JSON.parse(text))
  } catch {
    return `“${name}”不是随机分配记录。请从“随机分配”页面重新下载。`
  }
}

function report(paper: DrawPaper, { same, faults }: ReturnType<typeof drawnAgain>): string {
  const { round, commitment, number, subjects, assignments } = paper
  const head = [
    `“${round.name}”随机分配：${subjects.length} 个小区，${commitment.seats.length} 个席位`,
    `  承诺的种子哈希  ${commitment.seedHash}`,
    `  抽签后的调整    ${paper.reassignments.length} 项（不公布原因）`,
    `  公开号码        ${number ?? '尚未产生'}（${commitment.numberName}）`,
  ]
  head.push(
    ...paper.numbers
      .slice(1)
      .map(({ number: later, reason }) => `    更正为 ${later}：${reason ?? '未写理由'}`),
  )
  if (same) return [...head, `一致：重做的 ${assignments.length} 项分配与公布的逐项相同。`].join('\n')
  return [...head, `不一致：${faults.length} 处`, ...faults.slice(0, 50).map(sentence)].join('\n')
}

function sentence(fault: RepeatFault): string {
  if (fault.fault === 'not-revealed') return '  种子还没有公开：考核评分结束后才公开，那时再核对。'
  if (fault.fault === 'seed')
    return `  种子与承诺不符：承诺的哈希是 ${fault.stated}，公布的种子算出 ${fault.found}`
  if (fault.fault === 'subject')
    return `  ${fault.subject}：${fault.is === 'added' ? '承诺中没有，抽签时加入' : '承诺中有，抽签时去掉'}`
  if (fault.fault === 'seats')
    return `  ${fault.subject}：公布有 ${fault.stated} 个席位可抽，按席位的区域应为 ${fault.found} 个`
  return `  ${fault.subject}：公布为 ${fault.stated}，重做为 ${fault.found}`
}
