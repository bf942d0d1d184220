import type { Command } from './command.ts'

/** What can be proven of a round from its papers; each loaded only when it is asked for. */
const parts: Record<string, () => Promise<{ command: Command }>> = {
  draw: () => import('./evaluation-draw.ts'),
  replay: () => import('./evaluation-replay.ts'),
}

const usage = `gongzhi evaluation draw FILE [--json]     凭公布的记录重做考核组随机分配，逐项核对，不需要数据库
gongzhi evaluation replay ROUND [--json]   凭归档重算一轮的全部结果，逐字节核对
gongzhi evaluation replay --file FILE.ndjson.gz [--json]   凭下载的归档文件重算，不需要数据库`

export const command: Command = {
  summary: '核验一轮评价的公开记录 (prove a round from its published papers)',
  usage,
  async run([word, ...rest], io) {
    const load = word !== undefined && Object.hasOwn(parts, word) ? parts[word] : undefined
    if (!load) {
      io.err(`请写明核验什么：${Object.keys(parts).join('、')}。\n用法：\n${usage}`)
      return 2
    }
    return await (await load()).command.run(rest, io)
  },
}
